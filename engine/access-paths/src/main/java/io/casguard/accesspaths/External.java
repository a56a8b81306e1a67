package io.casguard.accesspaths;

import java.util.List;

/// The addresses that the servers of the mailbox's site give to clients.
sealed interface External {
  /// No server has one.
  record Unpublished() implements External {}

  /// These have one, by name; never empty.
  record Published(List<Target> targets) implements External {
    public Published {
      targets = List.copyOf(targets);
    }

    Target first() {
      return targets.getFirst();
    }
  }
}
