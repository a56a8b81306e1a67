package io.casguard.topologies.oracle;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Population;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/// Who is stated to come by a protocol, from where, and how many they are: counted from the
/// topology alone, mailbox by mailbox.
final class Census {
  /// Somebody's people on one network.
  ///
  /// @param mailbox the population, or the mailbox server without one
  record People(String mailbox, Protocol protocol, Network from) {}

  /// What is stated of them.
  ///
  /// @param count how many; empty where nobody counted
  /// @param sites where inside they are; an empty one where that is unsaid
  /// @param maybe true where nobody says that they use it, so that they count only where it is
  ///   offered
  record Stated(Optional<Integer> count, Set<Optional<String>> sites, boolean maybe) {}

  private final Organization organization;
  private final Map<People, Stated> people = new HashMap<>();

  private Census(Organization organization) {
    this.organization = organization;
  }

  static Map<People, Stated> of(Organization organization) {
    Census census = new Census(organization);
    for (Protocol protocol : Protocol.values()) {
      for (Network network : Network.values()) {
        boolean isRpcFromOutside = protocol == Protocol.MAPI && network == Network.INTERNET;
        if (!isRpcFromOutside) {
          census.count(protocol, network);
        }
      }
    }
    return census.people;
  }

  private void count(Protocol protocol, Network network) {
    List<String> housed = new ArrayList<>();
    for (Population population : organization.populations()) {
      housed.add(population.mailboxServer().orElseThrow().name());
      count(population, protocol, network);
    }
    for (Server server : organization.servers()) {
      boolean holds = Arrival.has(server, Role.MAILBOX) || Arrival.isLegacy(server);
      if (holds && !housed.contains(server.name())) {
        Set<Optional<String>> sites = new HashSet<>();
        sites.add(network == Network.INTERNET ? Optional.empty() : server.site().map(Site::name));
        people.put(
            new People(server.name(), protocol, network),
            new Stated(Optional.empty(), sites, true));
      }
    }
  }

  private void count(Population population, Protocol protocol, Network network) {
    Optional<SortedSet<String>> from = population.get(Vocabulary.POPULATION_FROM).toOptional();
    Set<Optional<String>> sites = new HashSet<>();
    if (network == Network.INTERNET) {
      if (from.isEmpty() || from.get().contains("internet")) {
        sites.add(Optional.empty());
      }
    } else if (from.isEmpty()) {
      sites.add(population.mailboxServer().orElseThrow().site().map(Site::name));
    } else {
      from.get().stream()
          .filter(word -> !word.equals("internet"))
          .forEach(word -> sites.add(Optional.of(word)));
    }
    if (sites.isEmpty()) {
      return;
    }
    boolean devices =
        protocol == Protocol.ACTIVE_SYNC
            && population
                .get(Vocabulary.DEVICES)
                .toOptional()
                .map(it -> !it.isEmpty())
                .orElse(false);
    People key = new People(population.name(), protocol, network);
    if (population.get(Vocabulary.PROTOCOLS)
        instanceof Known.Value<SortedMap<String, Integer>>(var stated)) {
      int users = stated.getOrDefault(protocol.key(), 0);
      if (users > 0 || devices) {
        people.put(key, new Stated(Optional.of(users), sites, false));
      }
    } else {
      Optional<Integer> count =
          population.mayUse(protocol) == Holds.NO
              ? Optional.of(0)
              : population.get(Vocabulary.COUNT).toOptional();
      people.put(key, new Stated(count, sites, !devices));
    }
  }

  /// Whether an Exchange 2007 server is known to offer a protocol.
  static boolean isOffered(Organization organization, Protocol protocol) {
    if (protocol == Protocol.UM) {
      return organization.servers().stream()
          .anyMatch(server -> Arrival.has(server, Role.UNIFIED_MESSAGING));
    }
    return organization.servers().stream()
        .filter(server -> Arrival.is2007(server) && Arrival.has(server, Role.CLIENT_ACCESS))
        .anyMatch(
            server ->
                switch (protocol) {
                  case OUTLOOK_ANYWHERE ->
                      server
                          .get(Vocabulary.OUTLOOK_ANYWHERE_KEY, Vocabulary.OUTLOOK_ANYWHERE_ENABLED)
                          .toOptional()
                          .orElse(false);
                  case POP3 ->
                      server
                          .get(Vocabulary.POP3, Vocabulary.MAIL_SERVICE_ENABLED)
                          .toOptional()
                          .orElse(false);
                  case IMAP4 ->
                      server
                          .get(Vocabulary.IMAP4, Vocabulary.MAIL_SERVICE_ENABLED)
                          .toOptional()
                          .orElse(false);
                  case OWA, ACTIVE_SYNC, EWS, AVAILABILITY, AUTODISCOVER, OAB, UM ->
                      !Said.directories(server, protocol.directory().orElseThrow()).isEmpty();
                  case MAPI -> true;
                });
  }
}
