package io.casguard.accesspaths;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was found out about the sites of an organization while answering requests, each thing once.
final class OwaSites {
  /// What a site without ExternalURLs says to every request from elsewhere: the clauses passed, its
  /// servers, and what the table's decision rests on.
  record Settled(
      List<Trail.Step> passed, SiteServers servers, String text, List<Evidence> because) {
    Settled {
      passed = List.copyOf(passed);
      because = List.copyOf(because);
    }
  }

  private final Map<Site, SiteDirectories> sites = new HashMap<>();
  private final Map<Site, Settled> settled = new HashMap<>();

  SiteDirectories at(Site site) {
    return sites.computeIfAbsent(site, one -> SiteDirectories.of(one, DirectoryKind.OWA));
  }

  Optional<Settled> settled(Site site) {
    return Optional.ofNullable(settled.get(site));
  }

  void settle(Site site, Settled found) {
    settled.put(site, found);
  }
}
