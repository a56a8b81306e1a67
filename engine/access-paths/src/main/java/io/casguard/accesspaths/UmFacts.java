package io.casguard.accesspaths;

/// What the table of Unified Messaging decides on.
///
/// @param mailbox where the mailbox is
/// @param acrossSites what a first server is taken to do for a mailbox of another site
record UmFacts(WhereMailbox mailbox, AcrossSites acrossSites) {
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
    record Elsewhere(String firstServer) implements WhereMailbox {}
  }

  /// The answer to Q7 that is taken for right.
  sealed interface AcrossSites {
    /// It serves the mailbox as if it were of its own site.
    record Served() implements AcrossSites {}

    /// It refuses.
    record Refused() implements AcrossSites {}
  }
}
