package io.casguard.accesslogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Mailbox;
import io.casguard.accesspaths.Outcome;
import io.casguard.accesspaths.Request;
import io.casguard.accesspaths.Simulator;
import io.casguard.topology.Holds;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Logs that are written by what the simulator says, and read again: all of it is confirmed; and
/// where the topology says something else than the one they were written by, that is contradicted.
class PredictedLogsTest {
  private static final List<Protocol> LOGGED =
      List.of(Protocol.OWA, Protocol.ACTIVE_SYNC, Protocol.EWS, Protocol.OUTLOOK_ANYWHERE);

  /// How the servers of all sites but the first one are set: in truth, and as the topology that is
  /// held against it has it.
  enum Mistake {
    FORGOTTEN_URL(Child.FIT, Child.PUBLISHED_OWA, Protocol.OWA),
    MISSING_URL(Child.PUBLISHED_OWA, Child.FIT, Protocol.OWA),
    FORMS_IN_TOPOLOGY_ONLY(Child.FIT, Child.FORMS, Protocol.OWA),
    DEVICES_ARE_TOLD_ANOTHER_SERVER(Child.PUBLISHED_DEVICES, Child.FIT, Protocol.ACTIVE_SYNC),
    DEVICES_ARE_PROXIED(Child.FIT, Child.PUBLISHED_DEVICES, Protocol.ACTIVE_SYNC),
    WEB_SERVICES_WITHOUT_INTEGRATED(Child.FIT, Child.NO_WEB_SERVICES, Protocol.EWS);

    final Child truth;
    final Child stated;
    final Protocol protocol;

    Mistake(Child truth, Child stated, Protocol protocol) {
      this.truth = truth;
      this.stated = stated;
      this.protocol = protocol;
    }
  }

  /// A server of a site that is reached through the first one.
  enum Child {
    FIT("owa: {windowsAuthentication: true, formsAuthentication: false}"),
    FORMS("owa: {windowsAuthentication: false, formsAuthentication: true}"),
    PUBLISHED_OWA(
        "owa: {windowsAuthentication: true, formsAuthentication: false, externalUrl: \"https://%s.contoso.com/owa\"}"),
    PUBLISHED_DEVICES(
        "activeSync: {externalUrl: \"https://%s.contoso.com/Microsoft-Server-ActiveSync\"}"),
    NO_WEB_SERVICES("webServices: {windowsAuthentication: false, basicAuthentication: true}");

    final String directory;

    Child(String directory) {
      this.directory = directory;
    }
  }

  @TempDir private Path folder;

  static Stream<Arguments> seeds() {
    long fresh = System.nanoTime();
    return LongStream.concat(LongStream.range(0, 25), LongStream.of(fresh))
        .mapToObj(seed -> Arguments.argumentSet("seed " + seed, seed));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatTheSimulatorSaysIsConfirmedByLogsThatSaySo(long seed) throws Exception {
    // Given
    Organization organization = Organizations.of(anyTopology(new Random(seed)));
    LogTree logs = logs(organization);

    // When
    Replay replay = Replay.of(organization, logs.in(folder), Replay.Way.USUAL);

    // Then
    assertThat(replay.contradictions()).isEmpty();
    assertThat(replay.unexplained()).isEmpty();
    assertThat(replay.total(Verdict.CONFIRMED)).isPositive();
    assertThat(replay.notObserved()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aTopologyThatSaysSomethingElseIsContradicted(Mistake mistake) throws Exception {
    for (int sites = 2; sites < 5; sites++) {
      // Given
      Organization truth = Organizations.of(topology(sites, mistake.truth));
      Organization stated = Organizations.of(topology(sites, mistake.stated));
      LogTree logs = logs(truth);

      // When
      Replay right = Replay.of(truth, logs.in(folder), Replay.Way.USUAL);
      Replay wrong = Replay.of(stated, logs.in(folder), Replay.Way.USUAL);

      // Then
      assertThat(right.contradictions()).isEmpty();
      assertThat(wrong.contradictions())
          .isNotEmpty()
          .allSatisfy(it -> assertThat(it.protocol()).isEqualTo(mistake.protocol))
          .allSatisfy(it -> assertThat(it.against()).isNotEmpty());
    }
  }

  /// What a first server and its second ones write when everything happens as the simulator says.
  private static LogTree logs(Organization organization) {
    LogTree logs = new LogTree();
    Simulator simulator = Simulator.of(organization);
    for (Server first : organization.servers()) {
      for (Server mailboxServer : organization.servers()) {
        if (first.is(Role.CLIENT_ACCESS) == Holds.YES
            && mailboxServer.is(Role.MAILBOX) == Holds.YES) {
          for (Protocol protocol : LOGGED) {
            Request request =
                Request.of(
                    protocol,
                    Optional.of(new Door.OfServer(first)),
                    new Mailbox.At(mailboxServer),
                    Network.INTERNET);
            write(logs, first, mailboxServer, (AccessPath) simulator.simulate(request));
            logs.later();
          }
        }
      }
    }
    return logs;
  }

  private static void write(LogTree logs, Server first, Server mailboxServer, AccessPath path) {
    Protocol protocol = path.request().protocol();
    String asked = asked(protocol, mailboxServer);
    switch (path.outcome()) {
      case Outcome.Local _, Outcome.DirectRpc _ -> logs.client(first.name(), asked, "200 0");
      case Outcome.Proxy(String second, _) -> {
        logs.client(first.name(), asked, "200 0");
        for (String one : path.oneOf().isEmpty() ? List.of(second) : path.oneOf()) {
          logs.leg(
              first.name(),
              one,
              proxied(protocol, first),
              protocol == Protocol.OWA ? "241 0" : "200 0");
        }
      }
      case Outcome.RedirectLink _ ->
          logs.client(first.name(), "GET /owa/casredirect.aspx -", "200 0");
      case Outcome.Redirect451 _ -> logs.client(first.name(), asked, "451 0");
      case Outcome.Fail _, Outcome.Blocked _ ->
          logs.client(first.name(), asked, path.status().orElse(500) + " 0");
      case Outcome.LegacyProxy _,
          Outcome.RedirectSilent _,
          Outcome.Redirect302 _,
          Outcome.PublicFolderLookup _,
          Outcome.Undetermined _ ->
          throw new IllegalStateException("not in these topologies: " + path.outcome());
    }
  }

  private static String asked(Protocol protocol, Server mailboxServer) {
    return switch (protocol) {
      case OWA -> "GET /owa/ -";
      case ACTIVE_SYNC ->
          "POST /Microsoft-Server-ActiveSync/default.eas Cmd=Sync&User=ann&DeviceId=1&Log=_";
      case EWS -> "POST /EWS/Exchange.asmx -";
      default ->
          "RPC_IN_DATA /rpc/rpcproxy.dll "
              + mailboxServer.name().toLowerCase(Locale.ROOT)
              + ".contoso.com:6001";
    };
  }

  private static String proxied(Protocol protocol, Server first) {
    return switch (protocol) {
      case OWA -> "POST /owa/proxyLogon.owa -";
      case ACTIVE_SYNC ->
          "POST /Microsoft-Server-ActiveSync/Proxy/default.eas Cmd=Sync&User=ann&Log=PrxFrom:"
              + LogTree.address(first.name())
              + "_";
      default -> "POST /EWS/Exchange.asmx -";
    };
  }

  private static String anyTopology(Random random) {
    StringBuilder text = new StringBuilder(edge());
    int sites = 2 + random.nextInt(4);
    for (int site = 1; site < sites; site++) {
      Child child = Child.values()[random.nextInt(Child.values().length)];
      site(text, site, 1 + random.nextInt(3), child);
    }
    return text.toString();
  }

  private static String topology(int sites, Child child) {
    StringBuilder text = new StringBuilder(edge());
    for (int site = 1; site < sites; site++) {
      site(text, site, 2, child);
    }
    return text.toString();
  }

  private static String edge() {
    return """
    domain: contoso.com
    sites:
      edge:
        internetFacing: true
        servers:
          EDGE-CAS1:
            roles: [ClientAccess]
            owa: {externalUrl: "https://mail.contoso.com/owa"}
            activeSync: {externalUrl: "https://mail.contoso.com/Microsoft-Server-ActiveSync"}
            outlookAnywhere: {enabled: true, externalHostname: mail.contoso.com, clientAuthentication: Basic, iisAuthentication: [Basic], sslOffloading: false}
          EDGE-MBX1: {roles: [Mailbox]}
    """;
  }

  private static void site(StringBuilder text, int site, int servers, Child child) {
    text.append("  site").append(site).append(":\n    servers:\n");
    for (int server = 1; server <= servers; server++) {
      String name = "S" + site + "-CAS" + server;
      text.append("      ").append(name).append(":\n        roles: [ClientAccess]\n        ");
      text.append(child.directory.formatted("site" + site)).append('\n');
      if (!child.directory.startsWith("owa")) {
        text.append("        ").append(Child.FIT.directory).append('\n');
      }
    }
    text.append("      S").append(site).append("-MBX1: {roles: [Mailbox]}\n");
  }
}
