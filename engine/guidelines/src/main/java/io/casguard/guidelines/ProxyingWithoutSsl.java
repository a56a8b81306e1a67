package io.casguard.guidelines;

import static io.casguard.topology.Vocabulary.ALLOW_PROXYING_WITHOUT_SSL;
import static io.casguard.topology.Vocabulary.SETTINGS_KEY;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Server;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/// Which Client Access servers proxy to an http address, counted when a directory first asks: most
/// organizations have no such address.
final class ProxyingWithoutSsl {
  private final Organization organization;
  private final Map<DirectoryKind, Tally> everywhere = new EnumMap<>(DirectoryKind.class);

  /// Servers that are, or may be, Client Access servers of 2007.
  ///
  /// @param servers how many there are
  /// @param certain how many certainly are
  /// @param refusing how many do not proxy without SSL
  /// @param unsaid of how many nobody said
  private record Tally(int servers, int certain, int refusing, int unsaid) {
    static Tally of(Stream<Server> servers, DirectoryKind kind) {
      return servers
          .filter(server -> server.is2007ClientAccess() != Holds.NO)
          .map(server -> of(server, kind))
          .reduce(new Tally(0, 0, 0, 0), Tally::plus);
    }

    private static Tally of(Server server, DirectoryKind kind) {
      Holds proxies =
          Holds.of(
              server.get(SETTINGS_KEY, ALLOW_PROXYING_WITHOUT_SSL),
              words -> words.getOrDefault(kind.key(), false));
      return new Tally(
          1,
          server.is2007ClientAccess() == Holds.YES ? 1 : 0,
          proxies == Holds.NO ? 1 : 0,
          proxies == Holds.UNSAID ? 1 : 0);
    }

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

  ProxyingWithoutSsl(Organization organization) {
    this.organization = organization;
  }

  /// Whether every server of another site that may proxy to a directory of OWA or Web Services is
  /// declared to do so without SSL; for other directories there is no such setting.
  Holds to(Directory at) {
    if (at.kind() != DirectoryKind.OWA && at.kind() != DirectoryKind.WEB_SERVICES) {
      return Holds.NO;
    }
    Tally all =
        everywhere.computeIfAbsent(
            at.kind(), kind -> Tally.of(organization.servers().stream(), kind));
    Tally others = all.minus(Tally.of(beside(at), at.kind()));
    if (others.certain() == 0) {
      return others.servers() == 0 ? Holds.NO : Holds.UNSAID;
    }
    return others.refusing() > 0 ? Holds.NO : others.unsaid() > 0 ? Holds.UNSAID : Holds.YES;
  }

  /// The servers of the same site; those without a site are taken to be in one.
  private Stream<Server> beside(Directory at) {
    return at.site()
        .map(site -> site.servers().stream())
        .orElseGet(() -> organization.servers().stream().filter(server -> server.site().isEmpty()));
  }
}
