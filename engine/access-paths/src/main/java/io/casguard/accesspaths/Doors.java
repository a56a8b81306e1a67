package io.casguard.accesspaths;

import io.casguard.topology.Holds;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The doors of an organization for one protocol.
///
/// From the internet: the names published to it; where no name is, the servers that have an
/// ExternalURL, unless their site is stated not to face the Internet. From the intranet: the names
/// published to it and every Client Access server. The doors of the own site come first, names
/// before servers, each by name. A client inside does not go to the servers of another site while
/// its own has a door.
///
/// Clients of Autodiscover find their server themselves: inside by service connection points, so
/// that there are no doors, outside at the names of the SMTP domains. For the offline address book
/// Outlook goes where Autodiscover sends it, which is no door either.
final class Doors {
  private final Protocol protocol;
  private final boolean answersPhones;
  private final List<Door> fromInternet = new ArrayList<>();
  private final List<Door> namesInside = new ArrayList<>();
  private final Map<Site, List<Door>> serversInside = new HashMap<>();
  private final List<Door> allServers = new ArrayList<>();
  private final Map<Network, List<Path>> unsaid =
      Map.of(Network.INTERNET, new ArrayList<>(), Network.INTRANET, new ArrayList<>());

  Doors(Organization organization, Protocol protocol) {
    this.protocol = protocol;
    this.answersPhones = Service.answersPhones(organization);
    switch (protocol) {
      case AUTODISCOVER ->
          new OutsideDiscovery(organization)
              .doors()
              .forEach(name -> fromInternet.add(new Door.OfName(name)));
      case OAB -> {}
      case OWA, ACTIVE_SYNC, EWS, AVAILABILITY, UM, OUTLOOK_ANYWHERE, POP3, IMAP4, MAPI ->
          namesAndServers(organization);
    }
  }

  private void namesAndServers(Organization organization) {
    boolean published = false;
    for (PublishedName name : byName(organization.publishedNames())) {
      published |= name.isOpenTo(Network.INTERNET) != Holds.NO;
      if (name.passes(protocol) && leadsToService(name)) {
        add(name, Network.INTERNET, fromInternet);
        add(name, Network.INTRANET, namesInside);
      }
    }
    for (Server server : organization.servers()) {
      if (server.is(Role.CLIENT_ACCESS) == Holds.YES && Service.at(server, protocol) != Holds.NO) {
        Door door = new Door.OfServer(server);
        allServers.add(door);
        server
            .site()
            .ifPresent(
                site -> serversInside.computeIfAbsent(site, _ -> new ArrayList<>()).add(door));
        if (!published) {
          infer(server);
        }
      }
    }
  }

  /// The doors that a user from a network has, the first one first.
  ///
  /// @param own the site that the user is in; on the Internet the site of the mailbox
  List<Door> of(Network network, Optional<Site> own) {
    if (network == Network.INTERNET) {
      return ownFirst(fromInternet, own);
    }
    List<Door> doors = new ArrayList<>();
    List<Door> servers =
        own.map(site -> serversInside.getOrDefault(site, List.of())).orElse(List.of());
    namesInside.stream().filter(door -> isIn(door, own)).forEach(doors::add);
    doors.addAll(servers);
    namesInside.stream().filter(door -> !isIn(door, own)).forEach(doors::add);
    return doors.isEmpty() ? allServers : doors;
  }

  /// Whether the organization has the protocol at all: no service that is off everywhere is asked
  /// for.
  boolean isOffered() {
    return switch (protocol) {
      case OWA, ACTIVE_SYNC, EWS, AVAILABILITY, AUTODISCOVER, OAB, MAPI -> true;
      case UM -> answersPhones;
      case OUTLOOK_ANYWHERE, POP3, IMAP4 -> !allServers.isEmpty();
    };
  }

  /// What leaves open whether there is a further door from a network.
  List<Path> unsaid(Network network) {
    return List.copyOf(unsaid.getOrDefault(network, List.of()));
  }

  /// Whether clients on the Internet reach a server although no name is published to them: it has
  /// an ExternalURL for the protocol, and its site is not stated not to face the Internet.
  static Holds isInferredToBeOpen(Server server, Protocol protocol) {
    boolean inside =
        server
            .site()
            .filter(
                site ->
                    Holds.of(site.get(Vocabulary.INTERNET_FACING), facing -> !facing) == Holds.YES)
            .isPresent();
    return inside ? Holds.NO : Service.isPublished(server, protocol);
  }

  private void infer(Server server) {
    switch (isInferredToBeOpen(server, protocol)) {
      case YES -> fromInternet.add(new Door.OfServer(server));
      case NO -> {}
      case UNSAID ->
          unsaid
              .getOrDefault(Network.INTERNET, new ArrayList<>())
              .add(Service.publishedBy(server, protocol));
    }
  }

  private void add(PublishedName name, Network network, List<Door> doors) {
    switch (name.isOpenTo(network)) {
      case YES -> doors.add(new Door.OfName(name));
      case NO -> {}
      case UNSAID ->
          unsaid
              .getOrDefault(network, new ArrayList<>())
              .add(name.path().key(Vocabulary.PUBLISHED_FROM.name()));
    }
  }

  /// Whether something behind a name serves the protocol, or may; a name of which nobody said what
  /// is behind it may.
  private boolean leadsToService(PublishedName name) {
    List<Server> servers = name.servers();
    return servers.isEmpty()
        || servers.stream().anyMatch(server -> Service.at(server, protocol) != Holds.NO);
  }

  private static List<Door> ownFirst(List<Door> doors, Optional<Site> own) {
    return Stream.concat(
            doors.stream().filter(door -> isIn(door, own)),
            doors.stream().filter(door -> !isIn(door, own)))
        .toList();
  }

  private static boolean isIn(Door door, Optional<Site> site) {
    return site.isPresent()
        && door.servers().stream().anyMatch(server -> server.site().equals(site));
  }

  private static List<PublishedName> byName(List<PublishedName> names) {
    return names.stream()
        .sorted(Comparator.comparing(name -> name.name().toLowerCase(Locale.ROOT)))
        .toList();
  }
}
