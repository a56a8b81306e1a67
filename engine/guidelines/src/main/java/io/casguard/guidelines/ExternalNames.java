package io.casguard.guidelines;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Place;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The external address that a directory should have, where the topology tells it.
final class ExternalNames {
  private ExternalNames() {}

  /// That of another directory of its kind in the site, else the name under which its server is
  /// published to the Internet.
  static Optional<Url> of(Directory at) {
    return at.site()
        .flatMap(site -> ofSite(site, at.kind()))
        .or(() -> published(at.host(), at.kind()).findFirst());
  }

  /// A name of its own for a directory whose external host another site has: one under which its
  /// server is published to the Internet.
  static Optional<Url> otherThan(String host, Directory at) {
    return published(at.host(), at.kind())
        .filter(url -> url.host().filter(host::equals).isEmpty())
        .findFirst();
  }

  /// The hosts of the external OWA URLs of the Internet-facing sites, each with its sites in the
  /// order of their names.
  static Map<String, List<Site>> owaHostsOfInternetSites(Organization organization) {
    Map<String, List<Site>> hosts = new HashMap<>();
    for (Site site : organization.sites()) {
      if (site.facing().isYes()) {
        site.directories(DirectoryKind.OWA)
            .flatMap(owa -> owa.get(Vocabulary.EXTERNAL_URL).toOptional().stream())
            .flatMap(url -> url.host().stream())
            .distinct()
            .forEach(host -> hosts.computeIfAbsent(host, _ -> new ArrayList<>()).add(site));
      }
    }
    return hosts;
  }

  /// The address of another kind of directory under the name that OWA of its server has.
  static Optional<Url> besideOwa(Directory at) {
    return at.host().directories(DirectoryKind.OWA).toOptional().orElse(List.of()).stream()
        .flatMap(owa -> owa.get(Vocabulary.EXTERNAL_URL).toOptional().stream())
        .flatMap(url -> url.host().stream())
        .findFirst()
        .map(host -> new Url("https://" + host + at.kind().urlPath()));
  }

  /// The external URLs of a kind that are unsaid at the servers of a site that are, or may be, 2007
  /// Client Access servers.
  static Stream<Path> unsaid(Site site, DirectoryKind kind) {
    return site.publishes(kind) == Holds.NO
        ? Stream.of()
        : site.servers().stream().flatMap(server -> unsaid(server, kind));
  }

  private static Stream<Path> unsaid(Server server, DirectoryKind kind) {
    return switch (server.is2007ClientAccess()) {
      case NO -> Stream.of();
      case UNSAID -> server.publishes(kind) == Holds.NO ? Stream.of() : Stream.of(server.path());
      case YES ->
          switch (server.directories(kind)) {
            case Known.Absent<List<Directory>>() -> Stream.of();
            case Known.Unsaid<List<Directory>>(Path what) -> Stream.of(what);
            case Known.Value<List<Directory>>(List<Directory> all) ->
                all.stream()
                    .map(directory -> directory.get(Vocabulary.EXTERNAL_URL))
                    .flatMap(
                        known ->
                            known instanceof Known.Unsaid<Url>(Path what)
                                ? Stream.of(what)
                                : Stream.of());
          };
    };
  }

  /// What to do where the topology does not tell it.
  static String step(Place place, DirectoryKind kind) {
    return "Give "
        + place
        + " an external URL of its own: Set-"
        + Cmdlets.noun(kind)
        + "VirtualDirectory '<server>\\"
        + kind.defaultName()
        + "' -ExternalUrl https://<the name that people type>"
        + kind.urlPath();
  }

  private static Optional<Url> ofSite(Site site, DirectoryKind kind) {
    return site.directories(kind)
        .map(directory -> directory.get(Vocabulary.EXTERNAL_URL))
        .flatMap(
            known ->
                known instanceof Known.Value<Url>(Url url) && url.isHttps()
                    ? Optional.of(url).stream()
                    : Optional.<Url>empty().stream())
        .findFirst();
  }

  private static Stream<Url> published(Server server, DirectoryKind kind) {
    return server.organization().publishedNamesOf(server).stream()
        .filter(name -> name.isOpenTo(Network.INTERNET) == Holds.YES)
        .filter(name -> name.passes(kind.protocol()))
        .map(name -> new Url("https://" + name.name() + kind.urlPath()));
  }
}
