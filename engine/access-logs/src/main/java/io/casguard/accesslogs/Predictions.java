package io.casguard.accesslogs;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.DeviceVersion;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Mailbox;
import io.casguard.accesspaths.Request;
import io.casguard.accesspaths.Simulator;
import io.casguard.accesspaths.UserClasses;
import io.casguard.topology.Holds;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the simulator says of every mailbox, at a first server. Asked once for each way in.
final class Predictions {
  private static final int TENTHS = 10;

  private record Way(Server first, Protocol protocol, Network from, boolean legacy, int version) {}

  private final Organization organization;
  private final Simulator simulator;
  private final Map<Protocol, List<Mailbox>> mailboxes = new EnumMap<>(Protocol.class);
  private final Map<Way, List<AccessPath>> asked = new HashMap<>();

  Predictions(Organization organization, Simulator simulator) {
    this.organization = organization;
    this.simulator = simulator;
  }

  /// The predictions for a way in; none where no procedure describes it.
  ///
  /// @param legacy whether the path is one of Exchange 2003
  /// @param version the version of the device times ten; 0 where it is unsaid
  List<AccessPath> at(Server first, Protocol protocol, Network from, boolean legacy, int version) {
    return asked.computeIfAbsent(new Way(first, protocol, from, legacy, version), this::ask);
  }

  private List<AccessPath> ask(Way way) {
    List<AccessPath> paths = new ArrayList<>();
    for (Mailbox mailbox : mailboxes(way.protocol)) {
      Request plain =
          Request.of(way.protocol, Optional.of(new Door.OfServer(way.first)), mailbox, way.from);
      Request request = way.legacy ? plain.withPath("/exchange") : plain;
      Request whole =
          way.version == 0
              ? request
              : request.withDevice(new DeviceVersion(way.version / TENTHS, way.version % TENTHS));
      if (simulator.simulate(whole) instanceof AccessPath path) {
        paths.add(path);
      }
    }
    return List.copyOf(paths);
  }

  private List<Mailbox> mailboxes(Protocol protocol) {
    return mailboxes.computeIfAbsent(protocol, this::everybody);
  }

  /// The mailboxes of all user classes; and where nobody is stated to use the protocol at a mailbox
  /// server, somebody there all the same, since a log may show otherwise.
  private List<Mailbox> everybody(Protocol protocol) {
    Set<Mailbox> all = new LinkedHashSet<>();
    UserClasses.of(organization, protocol).forEach(users -> all.add(users.mailbox()));
    Set<Server> covered = new HashSet<>();
    all.forEach(mailbox -> mailbox.server().ifPresent(covered::add));
    for (Server server : organization.servers()) {
      boolean holdsMailboxes =
          server.is(Role.MAILBOX).or(server.isLegacyBackEnd()) == Holds.YES
              && !server.get(Vocabulary.PUBLIC_FOLDERS_ONLY).toOptional().orElse(false);
      if (holdsMailboxes && !covered.contains(server)) {
        all.add(new Mailbox.At(server));
      }
    }
    return List.copyOf(all);
  }
}
