package io.casguard.topologies.oracle;

import io.casguard.accesspaths.DeviceVersion;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Mailbox;
import io.casguard.accesspaths.Provider;
import io.casguard.accesspaths.Request;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Requests that somebody might make of an organization.
final class RandomRequests {
  private final Organization organization;
  private final Random random;
  private final List<Door> doors = new ArrayList<>();
  private final List<Mailbox> mailboxes = new ArrayList<>();

  RandomRequests(Organization organization, long seed) {
    this.organization = organization;
    this.random = new Random(~seed * 0x9E3779B97F4A7C15L);
    for (Server server : organization.servers()) {
      if (Arrival.has(server, Role.CLIENT_ACCESS)) {
        doors.add(new Door.OfServer(server));
      }
      if (Arrival.has(server, Role.MAILBOX) || Arrival.isLegacy(server)) {
        mailboxes.add(new Mailbox.At(server));
      }
    }
    organization.publishedNames().forEach(name -> doors.add(new Door.OfName(name)));
    organization.populations().forEach(people -> mailboxes.add(new Mailbox.Of(people)));
  }

  /// One of each protocol, and more of those whose procedures are long.
  List<Request> requests(Collection<Protocol> protocols) {
    List<Request> requests = new ArrayList<>();
    if (doors.isEmpty() || mailboxes.isEmpty()) {
      return requests;
    }
    for (Protocol protocol : protocols) {
      boolean isLong = protocol == Protocol.OWA || protocol == Protocol.ACTIVE_SYNC;
      for (int i = isLong ? 3 : 1; i > 0; i--) {
        requests.add(request(protocol));
      }
    }
    return requests;
  }

  private Request request(Protocol protocol) {
    Network from = random.nextBoolean() ? Network.INTERNET : Network.INTRANET;
    Optional<Door> door =
        protocol == Protocol.MAPI
            ? Optional.empty()
            : Optional.of(doors.get(random.nextInt(doors.size())));
    Mailbox mailbox = mailboxes.get(random.nextInt(mailboxes.size()));
    Request request = Request.of(protocol, door, mailbox, from);
    if (from == Network.INTRANET && random.nextBoolean()) {
      request =
          request.withClientSite(
              organization.sites().get(random.nextInt(organization.sites().size())));
    }
    return switch (protocol) {
      case OWA ->
          random.nextInt(3) > 0
              ? request
              : request.withPath(random.nextInt(4) == 0 ? "/public" : "/exchange");
      case ACTIVE_SYNC ->
          random.nextInt(3) == 0 ? request : request.withDevice(device(random.nextInt(3)));
      case AUTODISCOVER ->
          random.nextBoolean() ? request : request.withProvider(Provider.MOBILE_SYNC);
      case EWS, AVAILABILITY, OAB, UM, OUTLOOK_ANYWHERE, POP3, IMAP4, MAPI -> request;
    };
  }

  private static DeviceVersion device(int which) {
    return switch (which) {
      case 0 -> new DeviceVersion(2, 5);
      case 1 -> new DeviceVersion(12, 1);
      default -> new DeviceVersion(14, 0);
    };
  }
}
