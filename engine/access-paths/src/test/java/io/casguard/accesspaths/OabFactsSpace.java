package io.casguard.accesspaths;

import io.casguard.accesspaths.OabFacts.Address;
import io.casguard.accesspaths.OabFacts.Files;
import io.casguard.accesspaths.OabFacts.Transport;
import io.casguard.accesspaths.OabFacts.WhoseMailbox;
import java.util.ArrayList;
import java.util.List;

/// Every combination of facts, one value for each kind.
final class OabFactsSpace {
  private static final List<WhoseMailbox> MAILBOXES =
      List.of(new WhoseMailbox.Nobody(), new WhoseMailbox.OfLegacy(), new WhoseMailbox.Served());
  private static final List<Address> ADDRESSES =
      List.of(new Address.Undistributed(), new Address.Unadvertised(), new Address.At("CAS1"));
  private static final List<Files> FILES = List.of(new Files.Missing(), new Files.Held());
  private static final List<Transport> TRANSPORTS =
      List.of(new Transport.Refused(), new Transport.Taken());

  private OabFactsSpace() {}

  static List<OabFacts> all() {
    List<OabFacts> all = new ArrayList<>();
    for (WhoseMailbox mailbox : MAILBOXES) {
      for (Address address : ADDRESSES) {
        for (Files files : FILES) {
          for (Transport transport : TRANSPORTS) {
            all.add(new OabFacts(mailbox, address, files, transport));
          }
        }
      }
    }
    return all;
  }

  /// The clauses whose conditions hold, each read from the specification on its own.
  static List<Clause> applying(OabFacts facts) {
    boolean arrives = facts.address() instanceof Address.At;
    boolean held = facts.files() instanceof Files.Held;
    boolean refused = facts.transport() instanceof Transport.Refused;
    List<Clause> applying = new ArrayList<>();
    switch (facts.mailbox()) {
      case WhoseMailbox.Nobody() -> applying.add(Clause.S_5);
      case WhoseMailbox.OfLegacy() -> applying.add(Clause.D_3);
      case WhoseMailbox.Served() -> {
        if (facts.address() instanceof Address.Undistributed) {
          applying.add(Clause.B_1B);
        }
        if (facts.address() instanceof Address.Unadvertised) {
          applying.add(Clause.B_2A);
        }
        if (arrives && !held) {
          applying.add(Clause.B_1C);
        }
        if (arrives && refused) {
          applying.add(Clause.B_2B);
        }
        if (arrives && held && !refused) {
          applying.add(Clause.B_1A);
        }
      }
    }
    return applying;
  }
}
