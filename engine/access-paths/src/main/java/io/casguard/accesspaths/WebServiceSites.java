package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The servers of an organization that Web Services and Availability may be proxied to, looked up
/// once for each site.
final class WebServiceSites {
  private final Map<Site, SiteDirectories> sites = new HashMap<>();

  /// The 2007 Client Access servers of a site that have Web Services, under one supposition.
  List<SecondServer> serversOf(
      Site site, Server first, Server mailboxServer, Supposition supposition) {
    SiteDirectories there =
        sites.computeIfAbsent(site, one -> SiteDirectories.of(one, DirectoryKind.WEB_SERVICES));
    return Candidates.serving(there, supposition).stream()
        .map(candidate -> new SecondServer(supposition, first, mailboxServer, candidate))
        .toList();
  }

  /// Notes who they are.
  static void found(Site site, List<SecondServer> servers, Clause clause, TrailDraft trail) {
    if (servers.isEmpty()) {
      trail.restsOn(
          site + " has no 2007 Client Access server with Web Services",
          at(site.path(), "the servers of " + site));
      return;
    }
    List<Server> them =
        servers.stream().map(server -> server.candidate().server()).distinct().toList();
    trail.passes(
        clause,
        site + " has " + Wordings.names(servers.stream().map(SecondServer::candidate).toList()),
        them.stream()
            .map(server -> at(server.path(), "a Client Access server"))
            .toArray(Evidence[]::new));
  }
}
