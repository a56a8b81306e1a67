package io.casguard.guidelines;

import static io.casguard.topology.Vocabulary.ALLOW_PROXYING_WITHOUT_SSL;
import static io.casguard.topology.Vocabulary.SETTINGS_KEY;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which Client Access servers proxy to an http address, counted by site, so that no directory asks
/// every server again.
final class ProxyingWithoutSsl {
  private final Map<DirectoryKind, Map<Optional<Site>, Tally>> bySite = new HashMap<>();
  private final Map<DirectoryKind, Tally> all = new HashMap<>();

  /// Servers that are, or may be, Client Access servers of 2007.
  ///
  /// @param servers how many there are
  /// @param certain how many certainly are
  /// @param refusing how many do not proxy without SSL
  /// @param unsaid of how many nobody said
  private record Tally(int servers, int certain, int refusing, int unsaid) {
    static final Tally NOBODY = new Tally(0, 0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          servers + other.servers,
          certain + other.certain,
          refusing + other.refusing,
          unsaid + other.unsaid);
    }

    Tally minus(Tally other) {
      return new Tally(
          servers - other.servers,
          certain - other.certain,
          refusing - other.refusing,
          unsaid - other.unsaid);
    }
  }

  private ProxyingWithoutSsl() {}

  /// Counts the servers of an organization.
  static ProxyingWithoutSsl in(Organization organization) {
    var counts = new ProxyingWithoutSsl();
    organization.servers().stream()
        .filter(server -> server.is2007ClientAccess() != Holds.NO)
        .forEach(
            server -> {
              counts.add(server, DirectoryKind.OWA);
              counts.add(server, DirectoryKind.WEB_SERVICES);
            });
    return counts;
  }

  private void add(Server server, DirectoryKind kind) {
    Holds proxies =
        Holds.of(
            server.get(SETTINGS_KEY, ALLOW_PROXYING_WITHOUT_SSL),
            words -> words.getOrDefault(kind.key(), false));
    Tally one =
        new Tally(
            1,
            server.is2007ClientAccess() == Holds.YES ? 1 : 0,
            proxies == Holds.NO ? 1 : 0,
            proxies == Holds.UNSAID ? 1 : 0);
    all.merge(kind, one, Tally::plus);
    bySite.computeIfAbsent(kind, _ -> new HashMap<>()).merge(server.site(), one, Tally::plus);
  }

  /// Whether every server of another site that may proxy to a directory is declared to do so
  /// without SSL.
  Holds to(Directory at) {
    Tally others =
        all.getOrDefault(at.kind(), Tally.NOBODY)
            .minus(bySite.getOrDefault(at.kind(), Map.of()).getOrDefault(at.site(), Tally.NOBODY));
    if (others.certain() == 0) {
      return others.servers() == 0 ? Holds.NO : Holds.UNSAID;
    }
    return others.refusing() > 0 ? Holds.NO : others.unsaid() > 0 ? Holds.UNSAID : Holds.YES;
  }
}
