package io.casguard.accesspaths;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What was found out about the sites of an organization while answering devices, each thing once.
final class ActiveSyncSites {
  /// What a site says to every request from elsewhere.
  record Found(SiteServers servers, External external) {}

  private final Map<Site, SiteDirectories> directories = new HashMap<>();
  private final SettledOnce<Site, Found> elsewhere = new SettledOnce<>();
  private final SettledOnce<Site, List<Target>> published = new SettledOnce<>();

  SiteDirectories at(Site site) {
    return directories.computeIfAbsent(
        site, one -> SiteDirectories.of(one, DirectoryKind.ACTIVE_SYNC));
  }

  /// What a site says to a request from elsewhere, with the clauses passed on the way.
  Found found(Site site, Walk walk, Supplier<Found> search) {
    return elsewhere.find(site, walk, search);
  }

  /// The ExternalURLs of a site.
  List<Target> published(Site site, Walk walk) {
    return published.find(
        site,
        walk,
        () ->
            Candidates.published(
                Candidates.serving(at(site), walk.supposition()), walk.supposition()));
  }
}
