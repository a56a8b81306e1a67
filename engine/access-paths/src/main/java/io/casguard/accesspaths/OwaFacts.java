package io.casguard.accesspaths;

import io.casguard.topology.Url;
import java.util.Optional;

/// What the Outlook Web Access table decides on.
///
/// A column that no row asks for, because an earlier column has settled the matter, is not gathered
/// and keeps its plainest value.
///
/// @param mailbox where the mailbox is
/// @param path which of the paths was asked for
/// @param servers the Client Access servers of the mailbox's site
/// @param external the ExternalURLs of those servers
/// @param preference what the first server is told to do about them
record OwaFacts(
    WhereMailbox mailbox,
    RequestPath path,
    SiteServers servers,
    External external,
    Preference preference) {
  /// Where the mailbox is, seen from the first server.
  sealed interface WhereMailbox {
    /// There is none.
    record Nowhere() implements WhereMailbox {}

    /// On an Exchange 2000 or 2003 server.
    record OnLegacy(String backEnd, Optional<Url> url) implements WhereMailbox {}

    /// On an Exchange 2010 server that the first server knows how to name.
    record OnNewer() implements WhereMailbox {}

    /// On a server that is too new for the first server to know of.
    record OnTooNew() implements WhereMailbox {}

    /// On a 2007 server of the first server's site.
    record Here(String firstServer) implements WhereMailbox {}

    /// On a 2007 server of the first server's site, of a newer service pack.
    record HereButNewer() implements WhereMailbox {}

    /// On a 2007 server of another site.
    record Elsewhere() implements WhereMailbox {}
  }

  /// Which of the paths of Outlook Web Access.
  sealed interface RequestPath {
    /// `/owa`.
    record Owa() implements RequestPath {}

    /// `/exchange` or `/public`.
    record Legacy() implements RequestPath {}
  }

  /// RedirectToOptimalOWAServer at the first server.
  sealed interface Preference {
    /// On: the user is offered a link.
    record Redirect() implements Preference {}

    /// Off: the request is proxied to the ExternalURL.
    record ProxyOutside() implements Preference {}
  }
}
