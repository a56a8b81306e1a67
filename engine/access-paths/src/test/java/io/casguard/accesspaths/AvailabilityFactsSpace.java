package io.casguard.accesspaths;

import io.casguard.accesspaths.AvailabilityFacts.Servers;
import io.casguard.accesspaths.AvailabilityFacts.WhereMailbox;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.List;

/// Every combination of the facts of Availability, one value for each kind.
final class AvailabilityFactsSpace {
  private static final List<WhereMailbox> MAILBOXES =
      List.of(
          new WhereMailbox.Nowhere(),
          new WhereMailbox.OnLegacy(),
          new WhereMailbox.OnNewer(),
          new WhereMailbox.Here("CAS1"),
          new WhereMailbox.Elsewhere());
  private static final List<Servers> SERVERS =
      List.of(
          new Servers.None(),
          new Servers.Unfit(),
          new Servers.Fit(
              List.of(new Target("CAS2", new Url("https://cas2.example.com/EWS/Exchange.asmx")))));

  private AvailabilityFactsSpace() {}

  static List<AvailabilityFacts> all() {
    List<AvailabilityFacts> all = new ArrayList<>();
    for (WhereMailbox mailbox : MAILBOXES) {
      for (Servers servers : SERVERS) {
        all.add(new AvailabilityFacts(mailbox, servers));
      }
    }
    return all;
  }
}
