package io.casguard.accesspaths;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Population;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// The user classes of an organization: disjoint, and together everybody.
///
/// Everybody is the declared populations, and at each mailbox server without one, whoever has a
/// mailbox there. Each is divided by network, by the site of the client, by what devices speak, and
/// by the doors that exist from there; who has no door has a class without one.
public final class UserClasses {
  private final Protocol protocol;
  private final Doors doors;
  private final List<UserClass> classes = new ArrayList<>();

  private UserClasses(Organization organization, Protocol protocol, Doors doors) {
    this.protocol = protocol;
    this.doors = doors;
    for (Server server : organization.servers()) {
      boolean anybody = organization.populationsOf(server).isEmpty() && holdsMailboxes(server);
      if (anybody && doors.isOffered()) {
        add(new Mailbox.At(server), server.site());
      }
    }
    organization.populations().stream().filter(this::isUsedBy).forEach(this::add);
  }

  /// Whether somebody of a population comes by the protocol: stated to, if only by their devices,
  /// or nothing is stated and it is offered.
  private boolean isUsedBy(Population population) {
    if (!DeviceShares.stated(new Mailbox.Of(population), protocol).isEmpty()) {
      return true;
    }
    return switch (population.get(Vocabulary.PROTOCOLS)) {
      case Known.Value<SortedMap<String, Integer>>(SortedMap<String, Integer> counts) ->
          counts.getOrDefault(protocol.key(), 0) > 0;
      case Known.Absent<SortedMap<String, Integer>>() -> false;
      case Known.Unsaid<SortedMap<String, Integer>> _ -> doors.isOffered();
    };
  }

  /// The classes of one protocol, in the order of mailboxes, networks and doors.
  public static List<UserClass> of(Organization organization, Protocol protocol) {
    return of(organization, protocol, new Doors(organization, protocol));
  }

  static List<UserClass> of(Organization organization, Protocol protocol, Doors doors) {
    return List.copyOf(new UserClasses(organization, protocol, doors).classes);
  }

  private void add(Mailbox mailbox, Optional<Site> site) {
    add(mailbox, Network.INTERNET, site, Optional.empty(), true);
    add(mailbox, Network.INTRANET, site, site, true);
  }

  private void add(Population population) {
    Mailbox mailbox = new Mailbox.Of(population);
    Optional<Site> home = population.site();
    if (population.comesFrom(Network.INTERNET)) {
      add(mailbox, Network.INTERNET, home, Optional.empty(), true);
    }
    if (population.comesFrom(Network.INTRANET)) {
      boolean first = true;
      for (Optional<Site> clientSite : clientSites(population, home)) {
        add(mailbox, Network.INTRANET, clientSite, clientSite, first);
        first = false;
      }
    }
  }

  /// The sites that a population is stated to be in, its mailboxes' own first; where none is
  /// stated, that one alone.
  private static List<Optional<Site>> clientSites(Population population, Optional<Site> home) {
    if (population.get(Vocabulary.POPULATION_FROM).toOptional().isEmpty()) {
      return List.of(home);
    }
    List<Optional<Site>> sites = new ArrayList<>();
    for (Site site : population.clientSites()) {
      if (home.filter(site::equals).isPresent()) {
        sites.addFirst(Optional.of(site));
      } else {
        sites.add(Optional.of(site));
      }
    }
    return sites;
  }

  private void add(
      Mailbox mailbox,
      Network network,
      Optional<Site> own,
      Optional<Site> clientSite,
      boolean countedHere) {
    if (protocol == Protocol.MAPI && network == Network.INTERNET) {
      return; // RPC is not offered to the Internet: Outlook comes by Outlook Anywhere from there
    }
    List<Door> available = doors.of(network, own);
    DeviceShares devices = DeviceShares.of(mailbox, protocol);
    for (DeviceShares.Share share : devices.shares()) {
      boolean first = countedHere;
      for (Optional<Door> door : orNone(available)) {
        classes.add(
            new UserClass(
                mailbox,
                protocol,
                share.version(),
                network,
                clientSite,
                door,
                first,
                share.users(),
                devices.contradiction()));
        first = false;
      }
    }
  }

  /// The doors; who has none has a class without one.
  private static List<Optional<Door>> orNone(List<Door> available) {
    return available.isEmpty()
        ? List.of(Optional.empty())
        : available.stream().map(Optional::of).toList();
  }

  private static boolean holdsMailboxes(Server server) {
    boolean legacy =
        Holds.of(server.version(), Version::isLegacy) == Holds.YES
            && server.is(Role.FRONT_END) != Holds.YES;
    boolean onlyPublicFolders =
        Holds.of(server.get(Vocabulary.PUBLIC_FOLDERS_ONLY), only -> only) == Holds.YES;
    return (legacy || server.is(Role.MAILBOX) == Holds.YES) && !onlyPublicFolders;
  }
}
