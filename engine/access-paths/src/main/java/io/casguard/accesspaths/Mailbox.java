package io.casguard.accesspaths;

import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Population;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import java.util.Optional;

/// Whose mailbox is asked for: somebody's at a mailbox server, or that of a declared population.
public sealed interface Mailbox {
  /// Somebody at a mailbox server, with no switch of one's own.
  record At(Server mailboxServer) implements Mailbox {}

  /// Somebody of a declared population.
  record Of(Population population) implements Mailbox {}

  /// The mailbox that a name stands for: a server, else a population.
  static Optional<Mailbox> named(Organization organization, String name) {
    return organization
        .serverNamed(name)
        .<Mailbox>map(At::new)
        .or(() -> organization.populationNamed(name).map(Of::new));
  }

  /// The name of the server or of the population.
  default String name() {
    return switch (this) {
      case At(Server mailboxServer) -> mailboxServer.name();
      case Of(Population population) -> population.name();
    };
  }

  /// The server that holds it; empty where a population does not say.
  default Optional<Server> server() {
    return switch (this) {
      case At(Server mailboxServer) -> Optional.of(mailboxServer);
      case Of(Population population) -> population.mailboxServer();
    };
  }

  /// How many people use a protocol; unsaid where nobody counted.
  default Known<Integer> users(Protocol protocol) {
    return switch (this) {
      case At(Server mailboxServer) -> People.at(mailboxServer, protocol);
      case Of(Population population) -> population.users(protocol);
    };
  }

  /// Where it is stated.
  default Path path() {
    return switch (this) {
      case At(Server mailboxServer) -> mailboxServer.path();
      case Of(Population population) -> population.path();
    };
  }
}
