package io.casguard.guidelines;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Population;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The Exchange 2000 and 2003 servers that hold mailboxes beside Exchange 2007.
final class BackEnds {
  private BackEnds() {}

  /// Every back end that Exchange 2007 Client Access servers may proxy to.
  static Stream<Verdict> each(
      Guideline guideline, Organization organization, Function<Server, Stream<Verdict>> tell) {
    boolean alone =
        organization.servers().stream().allMatch(server -> server.is2007ClientAccess() == Holds.NO);
    return organization.servers().stream()
        .flatMap(
            server ->
                switch (server.isLegacyBackEnd()) {
                  case NO ->
                      isLegacy(server) == Holds.YES
                          ? Stream.of(
                              guideline.notApplicable(server, () -> server + " holds no mailboxes"))
                          : Stream.of();
                  case UNSAID -> Stream.of(kindUnsaid(guideline, server));
                  case YES ->
                      alone
                          ? Stream.of(
                              guideline.notApplicable(
                                  server,
                                  () -> "no Exchange 2007 Client Access server proxies to it"))
                          : tell.apply(server);
                });
  }

  /// It is unsaid whether a server is one of Exchange 2003.
  static Verdict kindUnsaid(Guideline guideline, Server server) {
    return guideline.notChecked(
        server, "whether " + server + " is an Exchange 2003 server is unsaid", versionOf(server));
  }

  /// Whether a server runs Exchange 2000 or 2003.
  static Holds isLegacy(Server server) {
    return server.is(Role.CLIENT_ACCESS) == Holds.YES
        ? Holds.NO
        : Holds.of(server.version(), Version::isLegacy);
  }

  /// Whether there are mailboxes on Exchange 2000 or 2003.
  static Holds exist(Organization organization) {
    return organization.servers().stream().map(Server::isLegacyBackEnd).reduce(Holds.NO, Holds::or);
  }

  /// The first thing that would have to be stated to know whether there are.
  static List<Path> unsaid(Organization organization) {
    return organization.servers().stream()
        .filter(server -> server.isLegacyBackEnd() == Holds.UNSAID)
        .map(BackEnds::versionOf)
        .limit(1)
        .toList();
  }

  /// Whether devices synchronize with mailboxes of a back end. Where nobody is declared there, that
  /// is unsaid.
  static Holds haveDevices(Server backEnd) {
    List<Population> people = backEnd.organization().populationsOf(backEnd);
    return people.isEmpty()
        ? Holds.UNSAID
        : people.stream().map(BackEnds::haveDevices).reduce(Holds.NO, Holds::or);
  }

  private static Holds haveDevices(Population people) {
    return switch (people.users(Protocol.ACTIVE_SYNC)) {
      case Known.Value<Integer>(Integer count) -> Holds.of(count > 0);
      case Known.Absent<Integer>() -> Holds.NO;
      case Known.Unsaid<Integer> _ -> people.mayUse(Protocol.ACTIVE_SYNC);
    };
  }

  private static Path versionOf(Server server) {
    return server.path().key(Vocabulary.VERSION.name());
  }
}
