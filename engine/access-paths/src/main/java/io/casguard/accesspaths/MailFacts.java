package io.casguard.accesspaths;

import io.casguard.topology.Protocol;

/// What the table of POP3 and IMAP4 decides on.
///
/// @param service which of the two
/// @param mailbox where the mailbox is
/// @param sessions what the first server is told to do with mailboxes of other sites
/// @param rpc whether RPC passes to the mailbox server
record MailFacts(Protocol service, WhereMailbox mailbox, Sessions sessions, Rpc rpc) {
  /// Where the mailbox is, seen from the first server.
  sealed interface WhereMailbox {
    /// There is none.
    record Nowhere() implements WhereMailbox {}

    /// On an Exchange 2000 or 2003 server.
    record OnLegacy(String backEnd, BackEndService service) implements WhereMailbox {}

    /// On a server that is newer than Exchange 2007.
    record OnNewer() implements WhereMailbox {}

    /// On a 2007 server of the first server's site.
    record Here(String firstServer) implements WhereMailbox {}

    /// On a 2007 server of another site.
    record Elsewhere(String mailboxServer) implements WhereMailbox {}
  }

  /// AllowCrossSiteSessions at the first server.
  sealed interface Sessions {
    /// Users of other sites are refused.
    record OwnSite() implements Sessions {}

    /// Users of other sites are served.
    record AnySite() implements Sessions {}
  }
}
