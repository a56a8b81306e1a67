package io.casguard.accesspaths;

import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import java.util.List;
import java.util.Optional;

/// What a client connects to: a server by its own name, or a published name.
public sealed interface Door {
  /// A server by its own name.
  record OfServer(Server server) implements Door {}

  /// A published name.
  record OfName(PublishedName published) implements Door {}

  /// The door of this name in an organization: a server, a published name, or a server's full name.
  static Optional<Door> named(Organization organization, String name) {
    return organization
        .serverNamed(name)
        .<Door>map(OfServer::new)
        .or(() -> organization.publishedNameOf(name).map(OfName::new))
        .or(() -> organization.serversAtHost(name).stream().findFirst().<Door>map(OfServer::new));
  }

  /// The name that clients use.
  default String name() {
    return switch (this) {
      case OfServer(Server server) -> server.name();
      case OfName(PublishedName published) -> published.name();
    };
  }

  /// The servers that stand behind it, by name.
  default List<Server> servers() {
    return switch (this) {
      case OfServer(Server server) -> List.of(server);
      case OfName(PublishedName published) -> published.servers();
    };
  }

  /// Where it is stated.
  default Path path() {
    return switch (this) {
      case OfServer(Server server) -> server.path();
      case OfName(PublishedName published) -> published.path();
    };
  }
}
