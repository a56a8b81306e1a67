package io.casguard.impact;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Site;
import io.casguard.topology.Vocabulary;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The external host that is meant where one address is wanted, and the site that people enter by
/// it.
record SharedAddress(String host, Site site) {
  /// The host that is published to the Internet and leads to the site; else that of a site that is
  /// stated to be Internet-facing; else any. Of equals the first by name of the site, then of its
  /// servers.
  static Optional<SharedAddress> of(Organization organization) {
    Set<SharedAddress> published = published(organization);
    return organization.sites().stream()
        .flatMap(SharedAddress::ofSite)
        .min(
            Comparator.comparingInt(
                it -> published.contains(it) ? 0 : it.site().facing().isStatedYes() ? 1 : 2));
  }

  private static Set<SharedAddress> published(Organization organization) {
    return organization.publishedNames().stream()
        .filter(name -> name.isOpenTo(Network.INTERNET) == Holds.YES)
        .flatMap(
            name ->
                name.servers().stream()
                    .flatMap(server -> server.site().stream())
                    .map(site -> new SharedAddress(name.name().toLowerCase(Locale.ROOT), site)))
        .collect(Collectors.toSet());
  }

  private static Stream<SharedAddress> ofSite(Site site) {
    return site.directories(DirectoryKind.OWA)
        .flatMap(owa -> owa.get(Vocabulary.EXTERNAL_URL).toOptional().stream())
        .flatMap(url -> url.host().stream())
        .distinct()
        .map(host -> new SharedAddress(host, site));
  }
}
