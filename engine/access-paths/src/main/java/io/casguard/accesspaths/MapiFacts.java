package io.casguard.accesspaths;

/// What the MAPI table decides on.
///
/// @param mailbox where the mailbox is
/// @param rpc whether RPC passes from the client's site to it
record MapiFacts(WhereMailbox mailbox, Rpc rpc) {
  /// Where the mailbox is.
  sealed interface WhereMailbox {
    /// There is none.
    record Nowhere() implements WhereMailbox {}

    /// On a server that Outlook talks to itself: Exchange 2000, 2003 or 2007.
    record AtMailboxServer(String mailboxServer) implements WhereMailbox {}

    /// On Exchange 2010, where a Client Access server of the same site answers.
    record BehindClientAccess(String clientAccessServer) implements WhereMailbox {}

    /// On Exchange 2010 in a site without a 2010 Client Access server.
    record OutOfReach() implements WhereMailbox {}
  }
}
