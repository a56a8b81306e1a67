package io.casguard.guidelines;

import static io.casguard.topology.Vocabulary.ROLLUP;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Client Access servers that those of other sites proxy to. Web Services are proxied to every
/// site, OWA only where it is not redirected.
///
/// @param newest the highest service pack first, and within one the highest stated update rollup
/// @param withoutRollup those whose update rollup is unsaid, the highest service pack first
/// @param owaVersions the versions that OWA is proxied to, the newest first
/// @param open by site, what is unsaid and decides whether there is a target, and how new it is
record ProxyTargets(
    List<Server> newest,
    List<Server> withoutRollup,
    List<Version> owaVersions,
    Map<Site, Path> open) {
  private static final Comparator<Server> NEWEST =
      Comparator.comparing(ProxyTargets::version, Version::compareServicePack)
          .thenComparing(server -> server.get(ROLLUP).toOptional().orElse(-1))
          .reversed()
          .thenComparing(Server::name);

  static ProxyTargets of(Organization organization) {
    List<Server> newest =
        organization.sites().stream()
            .flatMap(site -> site.clientAccessServers().stream())
            .sorted(NEWEST)
            .toList();
    Map<Site, Path> open = new LinkedHashMap<>();
    organization.sites().stream()
        .flatMap(site -> site.servers().stream())
        .filter(server -> server.is2007ClientAccess() == Holds.UNSAID)
        .forEach(
            server ->
                server
                    .site()
                    .ifPresent(
                        site ->
                            open.putIfAbsent(
                                site, Each.unsaidKind(server, Role.CLIENT_ACCESS).getFirst())));
    return new ProxyTargets(
        newest,
        newest.stream()
            .filter(server -> !(server.get(ROLLUP) instanceof Known.Value<Integer>))
            .toList(),
        newest.stream()
            .filter(ProxyTargets::isForOwa)
            .map(ProxyTargets::version)
            .distinct()
            .toList(),
        open);
  }

  /// The newest target outside a site.
  Optional<Server> newestBeside(Site site) {
    return outside(newest, site);
  }

  /// The newest target outside a site of those whose update rollup is unsaid.
  Optional<Server> withoutRollupBeside(Site site) {
    return outside(withoutRollup, site);
  }

  /// What is unsaid of another site.
  Optional<Path> openBeside(Site site) {
    return open.entrySet().stream()
        .filter(entry -> entry.getKey() != site)
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// Whether OWA is proxied to a server.
  static boolean isForOwa(Server target) {
    return target
        .site()
        .filter(site -> site.isReachedByProxying(Protocol.OWA) == Holds.YES)
        .isPresent();
  }

  /// The version of a target, which is known to be one of 2007.
  static Version version(Server target) {
    return target.version().toOptional().orElseThrow();
  }

  private static Optional<Server> outside(List<Server> servers, Site site) {
    return servers.stream()
        .filter(server -> server.site().filter(site::equals).isEmpty())
        .findFirst();
  }
}
