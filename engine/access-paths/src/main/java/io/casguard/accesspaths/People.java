package io.casguard.accesspaths;

import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;

/// Counting people.
final class People {
  private People() {}

  /// How many people with mailboxes at a server use a protocol; unsaid where no population is
  /// declared there, or one without a count.
  static Known<Integer> at(Server mailboxServer, Protocol protocol) {
    return mailboxServer.organization().populationsOf(mailboxServer).stream()
        .map(population -> population.users(protocol))
        .reduce(People::sum)
        .orElseGet(() -> new Known.Unsaid<>(Path.SPEC.key(Vocabulary.USERS.name())));
  }

  /// Both together; unsaid where one is, nobody where it is stated to be empty.
  static Known<Integer> sum(Known<Integer> one, Known<Integer> other) {
    return switch (one) {
      case Known.Unsaid<Integer> unsaid -> unsaid;
      case Known.Absent<Integer>() -> other;
      case Known.Value<Integer>(Integer left) ->
          switch (other) {
            case Known.Unsaid<Integer> unsaid -> unsaid;
            case Known.Absent<Integer>() -> one;
            case Known.Value<Integer>(Integer right) -> new Known.Value<>(left + right);
          };
    };
  }
}
