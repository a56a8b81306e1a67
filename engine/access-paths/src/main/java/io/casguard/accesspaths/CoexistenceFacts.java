package io.casguard.accesspaths;

import io.casguard.topology.Url;
import java.util.Optional;

/// What the table of Exchange 2010 as the first server decides on, for mailboxes of older servers.
sealed interface CoexistenceFacts {
  /// A browser asks for Outlook Web Access.
  ///
  /// @param mailbox where the mailbox is
  /// @param servers the 2007 Client Access servers of the mailbox's site
  /// @param external the addresses that a browser can be given there
  record Browser(Where mailbox, SiteServers servers, External external)
      implements CoexistenceFacts {}

  /// A device asks for Exchange ActiveSync.
  ///
  /// @param mailbox where the mailbox is
  /// @param device what the device understands
  /// @param servers the 2007 Client Access servers of the mailbox's site
  /// @param external their ExternalURLs, asked for in the first server's own site only
  record Device(
      Where mailbox, ActiveSyncFacts.Device device, SiteServers servers, External external)
      implements CoexistenceFacts {}

  /// Outlook asks over HTTP for a 2007 mailbox.
  ///
  /// @param rpc whether RPC passes to it
  record Outlook(String mailboxServer, Rpc rpc) implements CoexistenceFacts {}

  /// Where the mailbox is, seen from the first server.
  sealed interface Where {
    /// There is none.
    record Nowhere() implements Where {}

    /// On an Exchange 2000 or 2003 server.
    ///
    /// @param server where the request is sent or handed to
    record OnLegacy(String server, Optional<Url> url) implements Where {}

    /// On a 2007 server of the first server's site.
    record Here() implements Where {}

    /// On a 2007 server of another site.
    record Elsewhere() implements Where {}
  }
}
