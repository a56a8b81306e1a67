package io.casguard.accesspaths;

import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.RpcPaths;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stops RPC between two sites, looked up once for a site. That RPC passes is taken for
/// granted unless the site links say that it does not.
final class Firewalls {
  private final Organization organization;
  private final Map<Site, RpcPaths> paths = new HashMap<>();

  Firewalls(Organization organization) {
    this.organization = organization;
  }

  /// Whether RPC from a site is stopped on its way to a server.
  boolean stop(Optional<Site> from, Server to) {
    Optional<Site> there = to.site();
    return from.isPresent()
        && there.isPresent()
        && !from.equals(there)
        && paths
                .computeIfAbsent(from.get(), site -> new RpcPaths(organization, List.of(site)))
                .reach(there.get())
            == Holds.NO;
  }
}
