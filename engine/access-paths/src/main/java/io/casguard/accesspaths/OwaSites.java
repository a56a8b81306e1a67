package io.casguard.accesspaths;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// What was found out about the sites of an organization while answering browsers, each thing once.
final class OwaSites {
  /// What a site says to every request from elsewhere.
  record Found(SiteServers servers, External external) {}

  /// @param looksOutside whether the first server asks for ExternalURLs at all (Q1)
  private record Asked(Site site, boolean looksOutside) {}

  private final Map<Site, SiteDirectories> directories = new HashMap<>();
  private final SettledOnce<Asked, Found> elsewhere = new SettledOnce<>();

  SiteDirectories at(Site site) {
    return directories.computeIfAbsent(site, one -> SiteDirectories.of(one, DirectoryKind.OWA));
  }

  /// What a site says to a request from elsewhere, with the clauses passed on the way.
  Found found(Site site, boolean looksOutside, Walk walk, Supplier<Found> search) {
    return elsewhere.find(new Asked(site, looksOutside), walk, search);
  }
}
