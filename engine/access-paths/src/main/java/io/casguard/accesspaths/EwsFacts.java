package io.casguard.accesspaths;

import java.util.List;

/// What the table of Web Services decides on.
///
/// A column that no row asks for, because an earlier column has settled the matter, is not gathered
/// and keeps its plainest value.
///
/// @param mailbox where the mailbox is
/// @param first whether the first server can proxy at all
/// @param servers whom it may proxy to
record EwsFacts(WhereMailbox mailbox, FirstServer first, Servers servers) {
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

  /// Whether the first server knows how to proxy.
  sealed interface FirstServer {
    /// It is of the version first released.
    record FirstReleased() implements FirstServer {}

    /// It is of SP1 or later.
    record Proxying() implements FirstServer {}
  }

  /// The 2007 Client Access servers of the mailbox's site, each condition asked of those that meet
  /// the ones before.
  sealed interface Servers {
    /// There is none with Web Services.
    record None() implements Servers {}

    /// All are of the version first released.
    record FirstReleased() implements Servers {}

    /// None has an address for other servers.
    record WithoutAddress() implements Servers {}

    /// None accepts Integrated authentication.
    record WithoutIntegrated() implements Servers {}

    /// None is reached over SSL, or without as far as that is allowed.
    record WithoutSsl() implements Servers {}

    /// All are older than the mailbox server.
    record TooOld() implements Servers {}

    /// All are newer than the first server.
    record TooNew() implements Servers {}

    /// These are left, by name; never empty.
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
