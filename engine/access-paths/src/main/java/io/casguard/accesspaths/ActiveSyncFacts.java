package io.casguard.accesspaths;

import io.casguard.topology.Url;
import java.util.Optional;

/// What the Exchange ActiveSync table decides on.
///
/// A column that no row asks for, because an earlier column has settled the matter, is not gathered
/// and keeps its plainest value.
///
/// @param mailbox where the mailbox is
/// @param device what the device understands
/// @param own whether the first server itself has an ExternalURL
/// @param servers the Client Access servers of the mailbox's site
/// @param external the ExternalURLs of those servers, the first server's own left out
record ActiveSyncFacts(
    WhereMailbox mailbox, Device device, Own own, SiteServers servers, External external) {
  /// Where the mailbox is, seen from the first server.
  sealed interface WhereMailbox {
    /// There is none.
    record Nowhere() implements WhereMailbox {}

    /// On an Exchange 2000 or 2003 server.
    record OnLegacy(String backEnd, Optional<Url> url) implements WhereMailbox {}

    /// On an Exchange 2000 or 2003 server, and the first server is told to refuse those.
    record OnRefusedLegacy() implements WhereMailbox {}

    /// On an Exchange 2010 server, which the first server knows of.
    record OnNewer() implements WhereMailbox {}

    /// On a server that is too new for the first server to know of.
    record OnTooNew() implements WhereMailbox {}

    /// On a 2007 server of the first server's site.
    record Here(String firstServer) implements WhereMailbox {}

    /// On a 2007 server of another site.
    record Elsewhere() implements WhereMailbox {}
  }

  /// What the device understands.
  sealed interface Device {
    /// A 451: it speaks 12.1 or later, or nobody said what it speaks.
    record Current() implements Device {}

    /// No 451.
    record Old() implements Device {}
  }

  /// The ExternalURL of the first server.
  sealed interface Own {
    /// It has one.
    record Published() implements Own {}

    /// It has none.
    record Unpublished() implements Own {}
  }
}
