package io.casguard.accesspaths;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;
import java.util.List;

/// Which protocols a Client Access server offers, and to whom it says so.
final class Service {
  private Service() {}

  /// Whether it offers a protocol. Those of virtual directories are there from Setup on; MAPI is no
  /// business of a Client Access server.
  static Holds at(Server server, Protocol protocol) {
    return switch (protocol) {
      case OWA, ACTIVE_SYNC, EWS, AVAILABILITY, AUTODISCOVER, OAB, UM -> Holds.YES;
      case OUTLOOK_ANYWHERE ->
          on(server, Vocabulary.OUTLOOK_ANYWHERE_KEY, Vocabulary.OUTLOOK_ANYWHERE_ENABLED);
      case POP3 -> on(server, Vocabulary.POP3, Vocabulary.MAIL_SERVICE_ENABLED);
      case IMAP4 -> on(server, Vocabulary.IMAP4, Vocabulary.MAIL_SERVICE_ENABLED);
      case MAPI -> Holds.NO;
    };
  }

  /// Whether it has an address for clients on the Internet: an ExternalURL, an external host name,
  /// a published name.
  static Holds isPublished(Server server, Protocol protocol) {
    return switch (protocol) {
      case OWA, ACTIVE_SYNC, EWS, AVAILABILITY, AUTODISCOVER, OAB, UM ->
          hasExternalUrl(server, protocol.directory().orElseThrow());
      case OUTLOOK_ANYWHERE ->
          Holds.of(
                  server.get(Vocabulary.OUTLOOK_ANYWHERE_KEY, Vocabulary.EXTERNAL_HOSTNAME),
                  _ -> true)
              .and(at(server, protocol));
      case POP3 -> publishesMail(server, Vocabulary.POP3).and(at(server, protocol));
      case IMAP4 -> publishesMail(server, Vocabulary.IMAP4).and(at(server, protocol));
      case MAPI -> Holds.NO;
    };
  }

  /// Where that address is stated, or would have to be.
  static Path publishedBy(Server server, Protocol protocol) {
    return switch (protocol) {
      case OWA, ACTIVE_SYNC, EWS, AVAILABILITY, AUTODISCOVER, OAB, UM ->
          server
              .path()
              .key(protocol.directory().orElseThrow().key())
              .key(Vocabulary.EXTERNAL_URL.name());
      case OUTLOOK_ANYWHERE ->
          server
              .path()
              .key(Vocabulary.OUTLOOK_ANYWHERE_KEY.name())
              .key(Vocabulary.EXTERNAL_HOSTNAME.name());
      case POP3, IMAP4 -> server.path().key(protocol.key()).key(Vocabulary.PUBLISHED_NAME.name());
      case MAPI -> server.path();
    };
  }

  /// Whether an organization has, or may have, a Unified Messaging server.
  static boolean answersPhones(Organization organization) {
    return organization.servers().stream()
        .anyMatch(server -> server.is(Role.UNIFIED_MESSAGING) != Holds.NO);
  }

  private static Holds hasExternalUrl(Server server, DirectoryKind kind) {
    return switch (server.directories(kind)) {
      case Known.Absent<List<Directory>>() -> Holds.NO;
      case Known.Unsaid<List<Directory>> _ -> Holds.UNSAID;
      case Known.Value<List<Directory>>(List<Directory> all) ->
          all.stream()
              .map(directory -> Holds.of(directory.get(Vocabulary.EXTERNAL_URL), _ -> true))
              .reduce(Holds.NO, Holds::or);
    };
  }

  private static Holds publishesMail(Server server, Key<Entity> service) {
    return Holds.of(server.get(service, Vocabulary.PUBLISHED_NAME), _ -> true);
  }

  private static Holds on(Server server, Key<Entity> part, Key<Boolean> enabled) {
    return Holds.of(server.get(part, enabled), it -> it);
  }
}
