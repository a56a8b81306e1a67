package io.casguard.impact;

import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Mailbox;
import io.casguard.accesspaths.Request;
import io.casguard.accesspaths.Simulation;
import io.casguard.accesspaths.Simulator;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The Outlook Web Access of one site's Client Access servers, entered for mailboxes of other
/// sites.
///
/// Servers that answer alike are entered once, so that what is asked grows with the sites and not
/// with the servers of the door.
final class Entries {
  /// What happens to somebody of a site who enters at a server.
  record Entered(Server entry, Simulation simulation) {}

  /// What tells a first server's answer from another's.
  private record Kind(Known<?> version, List<? extends Known<?>> redirects, List<String> folders) {}

  private final Simulator simulator;
  private final List<Server> servers;

  private Entries(Simulator simulator, List<Server> servers) {
    this.simulator = simulator;
    this.servers = servers;
  }

  static Entries at(Site site, Simulator simulator) {
    Map<Kind, Server> alike = new HashMap<>();
    List<Server> servers = new ArrayList<>();
    for (Server server : site.clientAccessServers()) {
      if (alike.putIfAbsent(kind(server), server) == null) {
        servers.add(server);
      }
    }
    return new Entries(simulator, servers);
  }

  /// What happens to the people of a site, whose mailboxes a 2007 server there holds.
  Stream<Entered> enteredFor(Site site) {
    return site.mailboxServers().stream()
        .limit(1)
        .flatMap(
            mailboxes ->
                servers.stream()
                    .map(
                        entry ->
                            new Entered(
                                entry,
                                simulator.simulate(
                                    Request.owa(
                                        new Door.OfServer(entry),
                                        new Mailbox.At(mailboxes),
                                        Network.INTERNET)))));
  }

  private static Kind kind(Server server) {
    List<Directory> owa = server.directories(DirectoryKind.OWA).toOptional().orElse(List.of());
    return new Kind(
        server.version(),
        owa.stream().map(it -> it.get(Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER)).toList(),
        server.get(Vocabulary.OWA_VERSIONS).toOptional().stream()
            .flatMap(folders -> folders.stream())
            .toList());
  }
}
