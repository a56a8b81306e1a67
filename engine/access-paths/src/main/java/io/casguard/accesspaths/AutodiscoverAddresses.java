package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.AutodiscoverFacts.Address;
import io.casguard.accesspaths.SiteDirectories.Candidate;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.ServiceConnectionPoint;
import io.casguard.topology.Site;
import io.casguard.topology.SiteDistances;
import io.casguard.topology.Url;
import io.casguard.topology.Version.Product;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The addresses on which Autodiscover decides: of ActiveSync for devices, and of Exchange 2010
/// servers for the clients of 2010 mailboxes.
final class AutodiscoverAddresses {
  /// An address that is supposed to be there, though nobody said which.
  static final Url UNSAID = new Url("unsaid");

  private final Assumptions assumptions;
  private final SiteDistances distances;
  private final Map<Site, SiteDirectories> activeSync = new HashMap<>();
  private final Map<Site, Address> publishedElsewhere = new HashMap<>();
  private final List<Path> unsaidElsewhere = new ArrayList<>();

  AutodiscoverAddresses(
      Assumptions assumptions, Organization organization, SiteDistances distances) {
    this.assumptions = assumptions;
    this.distances = distances;
    for (Site site : organization.sites()) {
      SiteDirectories directories = SiteDirectories.of(site, DirectoryKind.ACTIVE_SYNC);
      activeSync.put(site, directories);
      directories
          .candidates()
          .forEach(
              candidate -> {
                if (candidate.externalUrl() instanceof Known.Unsaid<Url>(Path what)) {
                  unsaidElsewhere.add(what);
                }
              });
    }
  }

  /// The ActiveSync ExternalURL of a site.
  Address ofDevices(Site site, Supposition supposition) {
    for (Candidate candidate : candidates(site)) {
      if (supposition.holds(candidate.externalUrl(), _ -> true)) {
        return new Address.OfTheSite(target(candidate), key(candidate));
      }
    }
    return new Address.None();
  }

  /// That of the closest other site which has one, as question Q8 is answered.
  Address ofDevicesElsewhere(Site site, Supposition supposition) {
    if (assumptions.take(Answer.NO_ADDRESS)) {
      return new Address.None();
    }
    Address stated = publishedElsewhere.computeIfAbsent(site, this::closest);
    List<Path> unsaid =
        unsaidElsewhere.stream()
            .filter(what -> !what.toString().startsWith(site.path().toString() + "."))
            .toList();
    boolean supposed =
        stated instanceof Address.None
            && !unsaid.isEmpty()
            && supposition.suppose(
                "another site publishes ActiveSync", unsaid, List.of(true, false));
    return supposed
        ? new Address.OfAnotherSite(new Target(site.name(), UNSAID), unsaid.getFirst())
        : stated;
  }

  private Address closest(Site site) {
    return distances.nearest(site).stream()
        .filter(other -> !other.equals(site))
        .flatMap(other -> candidates(other).stream())
        .filter(candidate -> candidate.externalUrl() instanceof Known.Value<Url>)
        .findFirst()
        .<Address>map(candidate -> new Address.OfAnotherSite(target(candidate), key(candidate)))
        .orElseGet(Address.None::new);
  }

  private List<Candidate> candidates(Site site) {
    return activeSync
        .computeIfAbsent(site, one -> SiteDirectories.of(one, DirectoryKind.ACTIVE_SYNC))
        .candidates();
  }

  /// That no server of a site has one.
  Evidence[] unpublished(Site site) {
    return candidates(site).isEmpty()
        ? new Evidence[] {at(site.path(), site + " has no server with an activeSync directory")}
        : candidates(site).stream()
            .map(candidate -> at(key(candidate), candidate.server().name() + " has no ExternalURL"))
            .toArray(Evidence[]::new);
  }

  private static Path key(Candidate candidate) {
    return candidate.key(Vocabulary.EXTERNAL_URL.name());
  }

  private static Target target(Candidate candidate) {
    return new Target(
        candidate.server().name(), candidate.externalUrl().toOptional().orElse(UNSAID));
  }

  /// Where clients of a 2010 mailbox are sent: to a 2010 server of its site, else of the closest.
  Address of2010(Server mailbox, Network network, Supposition supposition) {
    Optional<Site> home = mailbox.site();
    for (Server server : home.map(Site::servers).orElse(List.of())) {
      Known<Url> address = is2010(server) ? autodiscover(server, network) : new Known.Absent<>();
      if (supposition.holds(address, _ -> true)) {
        return new Address.OfTheSite(
            new Target(server.name(), address.toOptional().orElse(UNSAID)), server.path());
      }
    }
    return home.stream()
        .flatMap(site -> distances.nearest(site).stream().filter(other -> !other.equals(site)))
        .flatMap(site -> site.servers().stream())
        .filter(AutodiscoverAddresses::is2010)
        .flatMap(server -> elsewhere(server, autodiscover(server, network)).stream())
        .findFirst()
        .orElseGet(Address.None::new);
  }

  private static Optional<Address> elsewhere(Server server, Known<Url> address) {
    return address
        .toOptional()
        .map(url -> new Address.OfAnotherSite(new Target(server.name(), url), server.path()));
  }

  private static boolean is2010(Server server) {
    return server.is(Role.CLIENT_ACCESS) != Holds.NO
        && Holds.of(server.version(), version -> version.product() == Product.EXCHANGE_2010)
            == Holds.YES;
  }

  /// Inside the address of the service connection point; outside that of the host under which the
  /// server's Web Services are published.
  private static Known<Url> autodiscover(Server server, Network network) {
    if (network == Network.INTRANET) {
      return ServiceConnectionPoint.of(server)
          .map(point -> point.get(Vocabulary.SERVICE_INTERNAL_URI))
          .orElseGet(Known.Absent::new);
    }
    return Stream.of(DirectoryKind.WEB_SERVICES)
        .flatMap(kind -> server.directories(kind).toOptional().orElse(List.of()).stream())
        .findFirst()
        .map((Directory directory) -> directory.get(Vocabulary.EXTERNAL_URL))
        .orElseGet(Known.Absent::new)
        .map(AutodiscoverAddresses::atTheSameHost);
  }

  private static Url atTheSameHost(Url webServices) {
    return new Url(
        "https://" + webServices.host().orElse("") + DirectoryKind.AUTODISCOVER.urlPath());
  }
}
