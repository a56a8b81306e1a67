package io.casguard.accesspaths;

import java.util.List;

/// The Client Access servers of the mailbox's site that have a directory of the protocol.
sealed interface SiteServers {
  /// There is none.
  record None() implements SiteServers {}

  /// None has both an InternalURL and Integrated authentication.
  record Unfit() implements SiteServers {}

  /// These have, by name; never empty.
  record Fit(List<Target> targets) implements SiteServers {
    public Fit {
      targets = List.copyOf(targets);
    }

    Target first() {
      return targets.getFirst();
    }
  }
}
