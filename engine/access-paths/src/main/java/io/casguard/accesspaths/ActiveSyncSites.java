package io.casguard.accesspaths;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was found out about the sites of an organization while answering requests, each thing once.
final class ActiveSyncSites {
  /// What a site says to every request from elsewhere: the clauses passed, its servers and their
  /// addresses, and what the table's decision rests on.
  record Settled(
      List<Trail.Step> passed,
      SiteServers servers,
      External external,
      String text,
      List<Evidence> because) {
    Settled {
      passed = List.copyOf(passed);
      because = List.copyOf(because);
    }
  }

  private final Map<Site, SiteDirectories> sites = new HashMap<>();
  private final Map<Site, Settled> settled = new HashMap<>();

  SiteDirectories at(Site site) {
    return sites.computeIfAbsent(site, one -> SiteDirectories.of(one, DirectoryKind.ACTIVE_SYNC));
  }

  Optional<Settled> settled(Site site) {
    return Optional.ofNullable(settled.get(site));
  }

  void settle(Site site, Settled found) {
    settled.put(site, found);
  }
}
