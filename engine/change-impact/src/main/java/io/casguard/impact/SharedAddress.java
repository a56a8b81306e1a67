package io.casguard.impact;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Site;
import io.casguard.topology.Vocabulary;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The external host that is meant where one address is wanted, and the site that people enter by
/// it.
record SharedAddress(String host, Site site) {
  /// The host that is published to the Internet and leads to the site; else that of a site that is
  /// stated to be Internet-facing; else any. Of equals the first by name of the site, then of its
  /// servers.
  static Optional<SharedAddress> of(Organization organization) {
    return organization.sites().stream()
        .flatMap(SharedAddress::ofSite)
        .min(Comparator.comparingInt(SharedAddress::rank));
  }

  private static Stream<SharedAddress> ofSite(Site site) {
    return site.directories(DirectoryKind.OWA)
        .flatMap(owa -> owa.get(Vocabulary.EXTERNAL_URL).toOptional().stream())
        .flatMap(url -> url.host().stream())
        .distinct()
        .map(host -> new SharedAddress(host, site));
  }

  private int rank() {
    return isPublished() ? 0 : site.facing().isStatedYes() ? 1 : 2;
  }

  private boolean isPublished() {
    return site.organization()
        .publishedNameOf(host)
        .filter(name -> name.isOpenTo(Network.INTERNET) == Holds.YES)
        .filter(
            name ->
                name.servers().stream()
                    .anyMatch(server -> server.site().filter(site::equals).isPresent()))
        .isPresent();
  }
}
