package io.casguard.accesspaths;

/// What the Outlook Anywhere table decides on.
///
/// @param mailbox where the mailbox is
/// @param rpc whether RPC passes from the first server to it
record OutlookAnywhereFacts(WhereMailbox mailbox, Rpc rpc) {
  /// Where the mailbox is. Sites play no part in it.
  sealed interface WhereMailbox {
    /// There is none.
    record Nowhere() implements WhereMailbox {}

    /// On an Exchange 2000 or 2003 server.
    ///
    /// @param rpcOverHttp the back end's own switch
    record OnLegacy(String backEnd, BackEndService rpcOverHttp) implements WhereMailbox {}

    /// On a 2007 server, of whatever site.
    record On2007(String mailboxServer) implements WhereMailbox {}

    /// On a server that is newer than Exchange 2007.
    record OnNewer() implements WhereMailbox {}
  }
}
