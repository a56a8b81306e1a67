package io.casguard.accesspaths;

import java.util.List;

/// What the table of Availability decides on, for each person asked about.
///
/// @param mailbox where that person's mailbox is
/// @param servers whom the first server may ask, where it is in another site
record AvailabilityFacts(WhereMailbox mailbox, Servers servers) {
  /// Where the mailbox is, seen from the first server.
  sealed interface WhereMailbox {
    /// There is none.
    record Nowhere() implements WhereMailbox {}

    /// On an Exchange 2000 or 2003 server.
    record OnLegacy() implements WhereMailbox {}

    /// On a server that is newer than Exchange 2007.
    record OnNewer() implements WhereMailbox {}

    /// On a 2007 server of the first server's site.
    record Here(String firstServer) implements WhereMailbox {}

    /// On a 2007 server of another site.
    record Elsewhere() implements WhereMailbox {}
  }

  /// The 2007 Client Access servers of the mailbox's site.
  sealed interface Servers {
    /// There is none with Web Services.
    record None() implements Servers {}

    /// None has both an address for other servers and Integrated authentication.
    record Unfit() implements Servers {}

    /// These have, by name; never empty.
    record Fit(List<Target> targets) implements Servers {
      public Fit {
        targets = List.copyOf(targets);
      }

      Target chosen() {
        return targets.getFirst();
      }
    }
  }
}
