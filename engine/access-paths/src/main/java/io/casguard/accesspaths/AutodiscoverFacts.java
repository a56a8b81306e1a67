package io.casguard.accesspaths;

import io.casguard.topology.Path;

/// What the Autodiscover table decides on.
///
/// A column that no row asks for, because an earlier column has settled the matter, is not gathered
/// and keeps its plainest value.
///
/// @param mailbox where the mailbox is
/// @param asked what is asked for
/// @param address what there is to hand out: of a 2010 mailbox the address of a server that can
///   serve it, else the ActiveSync ExternalURL for devices
/// @param release what the first server is able to do for devices
record AutodiscoverFacts(WhereMailbox mailbox, Asked asked, Address address, Release release) {
  /// Where the mailbox is, seen from the first server.
  sealed interface WhereMailbox {
    /// There is none.
    record Nowhere() implements WhereMailbox {}

    /// On an Exchange 2000 or 2003 server.
    record OnLegacy() implements WhereMailbox {}

    /// On an Exchange 2010 server that the first server knows of.
    record OnNewer() implements WhereMailbox {}

    /// On a server that is too new for the first server to know of.
    record OnTooNew() implements WhereMailbox {}

    /// On a 2007 server, of whichever site.
    record On2007(String firstServer) implements WhereMailbox {}
  }

  /// Which part of Autodiscover.
  sealed interface Asked {
    /// For Outlook.
    record Outlook() implements Asked {}

    /// For devices: the MobileSync provider.
    record Devices() implements Asked {}
  }

  /// What there is to hand out.
  sealed interface Address {
    /// Nothing.
    record None() implements Address {}

    /// That of a server of the mailbox's site.
    ///
    /// @param at where it is stated
    record OfTheSite(Target target, Path at) implements Address {}

    /// That of a server of the closest other site which has one.
    ///
    /// @param at where it is stated
    record OfAnotherSite(Target target, Path at) implements Address {}
  }

  /// What the first server runs, as far as devices are concerned.
  sealed interface Release {
    /// Older than SP1 with rollup 4.
    record BeforeTheFix() implements Release {}

    /// SP1 with rollup 4, or later.
    record Fixed() implements Release {}
  }
}
