package io.casguard.accesspaths;

import io.casguard.accesspaths.EwsFacts.FirstServer;
import io.casguard.accesspaths.EwsFacts.Servers;
import io.casguard.accesspaths.EwsFacts.WhereMailbox;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.List;

/// Every combination of the facts of Web Services, one value for each kind.
final class EwsFactsSpace {
  private static final List<WhereMailbox> MAILBOXES =
      List.of(
          new WhereMailbox.Nowhere(),
          new WhereMailbox.OnLegacy(),
          new WhereMailbox.OnNewer(),
          new WhereMailbox.Here("CAS1"),
          new WhereMailbox.Elsewhere());
  private static final List<FirstServer> FIRST =
      List.of(new FirstServer.FirstReleased(), new FirstServer.Proxying());
  private static final List<Servers> SERVERS =
      List.of(
          new Servers.None(),
          new Servers.FirstReleased(),
          new Servers.WithoutAddress(),
          new Servers.WithoutIntegrated(),
          new Servers.WithoutSsl(),
          new Servers.TooOld(),
          new Servers.TooNew(),
          new Servers.Fit(
              List.of(new Target("CAS2", new Url("https://cas2.example.com/EWS/Exchange.asmx")))));

  private EwsFactsSpace() {}

  static List<EwsFacts> all() {
    List<EwsFacts> all = new ArrayList<>();
    for (WhereMailbox mailbox : MAILBOXES) {
      for (FirstServer first : FIRST) {
        for (Servers servers : SERVERS) {
          all.add(new EwsFacts(mailbox, first, servers));
        }
      }
    }
    return all;
  }

  /// The clauses whose own conditions hold, in the order of the specification, whatever the rows
  /// before them.
  static List<Clause> applying(EwsFacts facts) {
    return switch (facts.mailbox()) {
      case WhereMailbox.Nowhere() -> List.of(Clause.S_5);
      case WhereMailbox.OnLegacy() -> List.of(Clause.W_2A);
      case WhereMailbox.OnNewer() -> List.of(Clause.W_2B);
      case WhereMailbox.Here _ -> List.of(Clause.W_3);
      case WhereMailbox.Elsewhere() -> {
        List<Clause> applying = new ArrayList<>();
        if (facts.first() instanceof FirstServer.FirstReleased) {
          applying.add(Clause.W_3A);
        }
        Clause ofServers =
            switch (facts.servers()) {
              case Servers.None(), Servers.WithoutAddress() -> Clause.W_3B;
              case Servers.FirstReleased() -> Clause.W_3A;
              case Servers.WithoutIntegrated() -> Clause.W_3C;
              case Servers.WithoutSsl() -> Clause.W_3D;
              case Servers.TooOld() -> Clause.W_3E;
              case Servers.TooNew() -> Clause.W_3F;
              case Servers.Fit _ -> Clause.W_1;
            };
        if (!applying.contains(ofServers)) {
          applying.add(ofServers);
        }
        yield applying;
      }
    };
  }
}
