package io.casguard.accesslogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casguard.accesspaths.Clause;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What logs say of the simulator. All logs are synthetic.
class ReplayTest {
  private static final String SYNC =
      "POST /Microsoft-Server-ActiveSync/default.eas Cmd=Sync&User=ann&DeviceId=1&Log=V121_";

  @TempDir private Path folder;

  @Test
  void aProxiedLogonIsConfirmedAndItsPairIsTold() throws Exception {
    // Given
    LogTree logs = proxiedOwa();

    // When
    Replay replay = replay(Organizations.contoso(), logs);

    // Then
    assertThat(replay.contradictions()).isEmpty();
    assertThat(replay.unexplained()).isEmpty();
    assertThat(replay.pairs())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.first().name()).isEqualTo("SEA-CAS1");
              assertThat(pair.second().name()).isEqualTo("LEE-CAS1");
              assertThat(pair.answered()).isEqualTo(2);
              assertThat(pair.paired()).isEqualTo(1);
              assertThat(pair.clocksApart()).isZero();
            });
    assertThat(replay.aside()).containsEntry(SetAside.HANDSHAKE, 2L);
    assertThat(replay.clauses())
        .extracting(ClauseCount::clause)
        .containsExactly(Clause.O_5, Clause.O_9H);
  }

  @Test
  void aForgottenExternalUrlInTheTopologyIsContradicted() throws Exception {
    // Given
    Organization stale =
        Organizations.of(
            Organizations.CONTOSO.replace(
                "formsAuthentication: false}",
                "formsAuthentication: false, externalUrl: \"https://leeds.contoso.com/owa\"}"));

    // When
    Replay replay = replay(stale, proxiedOwa());

    // Then
    assertThat(replay.contradictions())
        .singleElement()
        .satisfies(
            contradiction -> {
              assertThat(contradiction.seen().words()).isEqualTo("proxied to LEE-CAS1");
              assertThat(contradiction.span().requests()).isEqualTo(2);
              assertThat(contradiction.against())
                  .singleElement()
                  .satisfies(
                      path -> {
                        assertThat(path.outcome().word()).isEqualTo("REDIRECT_LINK");
                        assertThat(path.trail().decision().because())
                            .anySatisfy(
                                evidence ->
                                    assertThat(evidence.path().toString())
                                        .isEqualTo(
                                            "spec.sites.leeds.servers.LEE-CAS1.owa.externalUrl"));
                      });
            });
  }

  @Test
  void integratedThatIsOffIsToldByItsStatus() throws Exception {
    // Given
    LogTree logs = new LogTree();
    logs.client("SEA-CAS1", "GET /owa/ -", "200 0").then();
    for (int attempt = 0; attempt < 3; attempt++) {
      logs.row(
          "LEE-CAS1",
          "POST /owa/proxyLogon.owa -",
          "-",
          LogTree.address("SEA-CAS1"),
          "UA",
          "401 2");
    }

    // When
    Replay replay = replay(Organizations.contoso(), logs);

    // Then
    assertThat(replay.contradictions())
        .singleElement()
        .satisfies(
            contradiction ->
                assertThat(contradiction.seen().words())
                    .isEqualTo("proxied to LEE-CAS1, which refused (401.2)"));
    assertThat(replay.failures())
        .singleElement()
        .satisfies(
            failing -> {
              assertThat(failing.pattern()).isEqualTo(FailurePattern.INTEGRATED_OFF);
              assertThat(failing.guideline()).contains("CAP-103");
              assertThat(failing.second().orElseThrow().name()).isEqualTo("LEE-CAS1");
            });
  }

  @Test
  void aForetoldRefusalAtTheSecondServerIsConfirmed() throws Exception {
    // Given
    Organization forms =
        Organizations.of(
            Organizations.CONTOSO.replace(
                "{windowsAuthentication: true, formsAuthentication: false}",
                "{windowsAuthentication: false, formsAuthentication: true}"));
    LogTree logs = new LogTree();
    logs.row(
        "LEE-CAS1",
        "GET /owa/auth/logon.aspx url=x",
        "-",
        LogTree.address("SEA-CAS1"),
        "UA",
        "200 0");
    logs.client("SEA-CAS1", "GET /owa/ -", "200 0");

    // When
    Replay replay = replay(forms, logs);

    // Then
    assertThat(replay.contradictions()).isEmpty();
    assertThat(replay.failures())
        .extracting(Failing::pattern)
        .containsExactly(FailurePattern.FORM_AT_SECOND);
  }

  @Test
  void devicesArePairedByPrxFromWhateverTheAddress() throws Exception {
    // Given
    LogTree logs = new LogTree();
    logs.client("SEA-CAS1", SYNC + "PrxTo:lee-cas1.contoso.com_", "200 0")
        .row(
            "LEE-CAS1",
            "POST /Microsoft-Server-ActiveSync/Proxy/default.eas Cmd=Sync&User=ann&Log=PrxFrom:"
                + LogTree.address("SEA-CAS1")
                + "_V121_",
            "-",
            "10.99.99.99",
            "UA",
            "200 0");

    // When
    Replay replay = replay(Organizations.contoso(), logs);

    // Then
    assertThat(replay.contradictions()).isEmpty();
    assertThat(replay.total(Verdict.CONFIRMED)).isEqualTo(2);
    assertThat(replay.pairs())
        .singleElement()
        .satisfies(pair -> assertThat(pair.answered()).isEqualTo(2));
  }

  @Test
  void a451ThatNothingForetellsIsContradicted() throws Exception {
    // Given
    LogTree logs = new LogTree();
    logs.client("SEA-CAS1", SYNC, "451 0").client("SEA-CAS1", SYNC, "449 0");

    // When
    Replay replay = replay(Organizations.contoso(), logs);

    // Then
    assertThat(replay.contradictions())
        .singleElement()
        .satisfies(
            contradiction ->
                assertThat(contradiction.against())
                    .extracting(path -> path.outcome().word())
                    .containsExactly("PROXY"));
    assertThat(replay.aside()).containsEntry(SetAside.PROVISION, 1L);
  }

  @Test
  void freeAndBusyTimesAreToldByTheirAgent() throws Exception {
    // Given
    LogTree logs = new LogTree();
    logs.client("SEA-CAS1", "POST /EWS/Exchange.asmx -", "200 0")
        .row(
            "LEE-CAS1",
            "POST /EWS/Exchange.asmx -",
            "CONTOSO\\SEA-CAS1$",
            LogTree.address("SEA-CAS1"),
            "ASProxy/CrossSite/EXCH/08.03.0083.000",
            "200 0");

    // When
    Replay replay = replay(Organizations.contoso(), logs);

    // Then
    assertThat(replay.pairs()).extracting(Pair::protocol).containsExactly(Protocol.AVAILABILITY);
    assertThat(replay.contradictions()).isEmpty();
  }

  @Test
  void outlookAnywhereNamesTheMailboxServer() throws Exception {
    // Given
    Organization off =
        Organizations.of(Organizations.CONTOSO.replace("{enabled: true", "{enabled: false"));
    LogTree logs = new LogTree();
    logs.client("SEA-CAS1", "RPC_IN_DATA /rpc/rpcproxy.dll lee-mbx1.contoso.com:6001", "200 0")
        .client("SEA-CAS1", "RPC_OUT_DATA /rpc/rpcproxy.dll lee-mbx1.contoso.com:6001", "0 0");

    // When
    Replay on = replay(Organizations.contoso(), logs);
    Replay stale = replay(off, logs);

    // Then
    assertThat(on.total(Verdict.CONFIRMED)).isEqualTo(1);
    assertThat(on.aside()).containsEntry(SetAside.CUT_OFF, 1L);
    assertThat(stale.contradictions()).hasSize(1);
  }

  @Test
  void whatTheTopologyDoesNotKnowIsTold() throws Exception {
    // Given
    LogTree logs = new LogTree();
    logs.client("SEA-CAS1", "GET /owa/ -", "200 0")
        .client("NEW-CAS9", "GET /owa/ -", "200 0")
        .client("LEE-CAS1", "GET /owa/ -", "200 0")
        .row("LEE-CAS1", "POST /owa/proxyLogon.owa -", "CONTOSO\\OLD$", "10.9.9.9", "UA", "241 0");

    // When
    Replay replay = replay(Organizations.contoso(), logs);

    // Then
    assertThat(replay.unexplained())
        .containsEntry(Unexplained.UNKNOWN_SERVER, 1L)
        .containsEntry(Unexplained.UNKNOWN_PROXY, 1L);
    assertThat(replay.strangers().servers()).containsKey(LogTree.address("NEW-CAS9"));
    assertThat(replay.strangers().proxies()).containsKey("CONTOSO\\OLD$ from 10.9.9.9");
    assertThat(replay.strangers().networks()).containsKey("198.51.100.0/24 at LEE-CAS1");
  }

  @Test
  void addressesOfTheTopologyTellWhoseALogIs() throws Exception {
    // Given
    Organization addressed =
        Organizations.of(
            Organizations.CONTOSO.replace(
                "LEE-CAS1:\n",
                "LEE-CAS1:\n        addresses: [%s]\n".formatted(LogTree.address("ELSEWHERE"))));
    LogTree logs = new LogTree();
    logs.client("ELSEWHERE", "GET /owa/ -", "200 0");

    // When
    Replay replay = replay(addressed, logs);

    // Then
    assertThat(replay.owners())
        .singleElement()
        .satisfies(
            owner -> {
              assertThat(owner.server().orElseThrow().name()).isEqualTo("LEE-CAS1");
              assertThat(owner.how())
                  .isEqualTo("s-ip " + LogTree.address("ELSEWHERE") + " is an address of LEE-CAS1");
            });
  }

  @Test
  void clocksThatAreApartAreFoundOut() throws Exception {
    // Given
    LogTree logs = new LogTree();
    for (int request = 0; request < 20; request++) {
      logs.client("SEA-CAS1", "POST /EWS/Exchange.asmx -", "200 0");
      for (int second = 0; second < 60; second++) {
        logs.then();
      }
      logs.leg("SEA-CAS1", "LEE-CAS1", "POST /EWS/Exchange.asmx -", "200 0").later();
    }

    // When
    Replay replay = replay(Organizations.contoso(), logs);

    // Then
    assertThat(replay.pairs())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.clocksApart()).isBetween(50, 70);
              assertThat(pair.paired()).isEqualTo(20);
            });
  }

  @Test
  void aLogPackedByGzipIsReadLikeAnyOther() throws Exception {
    // Given
    LogTree logs = proxiedOwa();
    Organization contoso = Organizations.contoso();
    Replay plain = replay(contoso, logs);
    List<LogFile> packed = logs.in(folder).stream().map(ReplayTest::packed).toList();

    // When
    Replay replay = Replay.of(contoso, packed, Replay.Way.USUAL);

    // Then
    assertThat(replay.verdicts()).isEqualTo(plain.verdicts());
    assertThat(replay.pairs()).isEqualTo(plain.pairs());
  }

  @Test
  void whatIsForetoldAndNotSeenIsNoMistake() throws Exception {
    // Given
    LogTree logs = new LogTree();
    logs.client("SEA-CAS1", "GET /owa/ -", "200 0");

    // When
    Replay replay = replay(Organizations.contoso(), logs);

    // Then
    assertThat(replay.contradictions()).isEmpty();
    assertThat(replay.notObserved())
        .anySatisfy(
            missing -> {
              assertThat(missing.protocol()).isEqualTo(Protocol.OWA);
              assertThat(missing.outcome()).isEqualTo("PROXY");
              assertThat(missing.server()).isEqualTo("LEE-CAS1");
              assertThat(missing.unread()).isTrue();
            });
  }

  @Test
  void logsOfNobodyAndWhatIsNoLogAreRefusedWithARemedy() throws Exception {
    // Given
    LogTree logs = new LogTree();
    logs.client("NEW-CAS9", "GET /owa/ -", "200 0");
    Path text = Files.writeString(folder.resolve("notes.txt"), "buy milk\n");
    Path zip = Files.write(folder.resolve("logs.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});

    // Then
    assertThatThrownBy(() -> replay(Organizations.contoso(), logs))
        .isInstanceOf(LogFile.Unfit.class)
        .hasMessageContaining("state the addresses of the servers in the topology");
    assertThatThrownBy(
            () ->
                Replay.of(
                    Organizations.contoso(),
                    List.of(LogFile.at(text, "notes.txt")),
                    Replay.Way.USUAL))
        .hasMessageStartingWith("notes.txt: no #Fields line");
    assertThatThrownBy(() -> LogFile.at(zip, "logs.zip"))
        .hasMessage("logs.zip is a zip archive: unpack it, and give the folder");
  }

  @Test
  void aDamagedArchiveIsNamed() throws Exception {
    // Given
    LogFile whole = packed(proxiedOwa().in(folder).getFirst());
    byte[] bytes = Files.readAllBytes(whole.path());
    Path cut = Files.write(folder.resolve("cut.log.gz"), Arrays.copyOf(bytes, bytes.length / 2));

    // Then
    assertThatThrownBy(
            () ->
                Replay.of(
                    Organizations.contoso(),
                    List.of(LogFile.at(cut, "cut.log.gz")),
                    Replay.Way.USUAL))
        .isInstanceOf(LogFile.Unfit.class)
        .hasMessageStartingWith("cut.log.gz is damaged");
  }

  @Test
  void whatUnpacksToFarTooMuchIsRefused() throws Exception {
    // Given
    Path bomb = folder.resolve("SEA-CAS1").resolve("bomb.log.gz");
    Files.createDirectories(bomb.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write(LogTree.FIELDS.getBytes(StandardCharsets.US_ASCII));
      byte[] zeros = new byte[1024 * 1024];
      for (int mebibyte = 0; mebibyte < 100; mebibyte++) {
        out.write(zeros);
      }
    }

    // Then
    assertThatThrownBy(
            () ->
                Replay.of(
                    Organizations.contoso(),
                    List.of(LogFile.at(bomb, "bomb.log.gz")),
                    Replay.Way.USUAL))
        .isInstanceOf(LogFile.Unfit.class)
        .hasMessageContaining("unpacks to more than 200 times its size");
  }

  @Test
  void aLargeLogReadInPartsSaysTheSameAsASmallOne() throws Exception {
    // Given
    Path file = folder.resolve("SEA-CAS1").resolve("large.log");
    Files.createDirectories(file.getParent());
    String row =
        "2009-03-02 08:00:01 10.1.0.10 GET /owa/ - 443 CONTOSO\\ann 198.51.100.7 UA"
            + "+".repeat(400)
            + " 200 0 0 31\n";
    String other =
        "#Fields: date time cs-username c-ip cs-uri-stem sc-status\n"
            + "2009-03-02 08:00:01 ann 198.51.100.7 /owa/ 200\n".repeat(100_000);
    int rows = 80_000;
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(LogTree.FIELDS.getBytes(StandardCharsets.US_ASCII));
      byte[] text = row.repeat(1000).getBytes(StandardCharsets.US_ASCII);
      for (int at = 0; at < rows; at += 1000) {
        out.write(text);
      }
      out.write(other.getBytes(StandardCharsets.US_ASCII));
      out.write("too short\n".getBytes(StandardCharsets.US_ASCII));
      for (int part = 0; part < 9; part++) {
        out.write(
            "2009-03-02 08:00:01 ann 198.51.100.7 /owa/ 200\n"
                .repeat(50_000)
                .getBytes(StandardCharsets.US_ASCII));
      }
    }

    // When
    Replay replay =
        Replay.of(
            Organizations.contoso(), List.of(LogFile.at(file, "large.log")), Replay.Way.USUAL);

    // Then
    assertThat(Files.size(file)).isGreaterThan(3 * 16 * 1024 * 1024);
    assertThat(replay.rows()).isEqualTo(rows + 550_000);
    assertThat(replay.total(Verdict.CONFIRMED)).isEqualTo(rows + 550_000);
    assertThat(replay.unread())
        .singleElement()
        .satisfies(
            unread ->
                assertThat(unread.samples(Malformed.SHORT))
                    .containsExactly(
                        new UnreadRows.Sample("large.log", rows + 100_004, "too short")));
  }

  private static LogTree proxiedOwa() {
    LogTree logs = new LogTree();
    return logs.client("SEA-CAS1", "GET /owa/ -", "200 0")
        .leg("SEA-CAS1", "LEE-CAS1", "POST /owa/proxyLogon.owa -", "241 0")
        .then()
        .leg("SEA-CAS1", "LEE-CAS1", "GET /owa/ -", "200 0")
        .later()
        .client("SEA-CAS1", "GET /owa/ -", "200 0");
  }

  private static LogFile packed(LogFile file) {
    try {
      Path packed = file.path().resolveSibling("packed.gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
        Files.copy(file.path(), out);
      }
      return LogFile.at(packed, file.name() + ".gz");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Replay replay(Organization organization, LogTree logs) throws Exception {
    return Replay.of(organization, logs.in(folder), Replay.Way.USUAL);
  }
}
