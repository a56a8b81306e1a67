package io.casguard.accesslogs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Published logs of others, where they lie beside the project.
class RealLogsTest {
  private static final Path LOGS = Path.of("../../../shared/data/iis-logs");

  @BeforeEach
  void theyAreThere() {
    assumeTrue(Files.isDirectory(LOGS), "the published logs are not beside the project");
  }

  @Test
  void aLogOfIis6WithASpaceAfterItsLastColumn() throws IOException {
    // When
    ReadText read = read("iis6.log", Column.STEM);

    // Then
    assertThat(read.rows())
        .hasSize(12)
        .startsWith("1375142400 200 /some/image/path/something.jpg")
        .endsWith("1445000462 500 /foo/bar/baz.asp");
    assertThat(read.unread().total()).isZero();
  }

  @Test
  void aLogWithoutDatesHasThoseOfItsHeader() throws IOException {
    // When
    ReadText read = read("iis_without_date.log", Column.CLIENT);

    // Then
    assertThat(read.rows())
        .hasSize(11)
        .startsWith("1375142400 200 10.10.10.100")
        .endsWith("1375142413 302 22.22.22.200");
    assertThat(read.unread().total()).isZero();
  }

  @Test
  void aLogOfIis7WithOwaWebServicesAndActiveSync() throws Exception {
    // Given
    Organization organization =
        Organizations.of(
            """
            sites:
              one:
                servers:
                  CAS1: {roles: [ClientAccess], addresses: [10.11.2.3, 192.168.16.3]}
                  MBX1: {roles: [Mailbox]}
            """);
    LogFile file = LogFile.at(LOGS.resolve("iis7_owa.log"), "iis7_owa.log");

    // When
    Replay replay = Replay.of(organization, List.of(file), Replay.Way.USUAL);

    // Then
    assertThat(replay.rows()).isEqualTo(3);
    assertThat(replay.verdicts())
        .isEqualTo(
            Map.of(
                Protocol.OWA, Map.of(Verdict.CONFIRMED, 1L),
                Protocol.ACTIVE_SYNC, Map.of(Verdict.CONFIRMED, 1L),
                Protocol.EWS, Map.of(Verdict.CONFIRMED, 1L)));
  }

  @Test
  void theOddCasesOfIis10AreAllRead() throws IOException {
    // When
    ReadText read = read("iis10_edge_cases.log", Column.METHOD, Column.USER);

    // Then
    assertThat(read.rows())
        .hasSize(15)
        .contains("1640995284 200 POST random\\ranuser1")
        .contains("1641062531 200 RPC_IN_DATA RanDomain\\EX04$")
        .contains("1641062544 401 RPC_OUT_DATA ");
    assertThat(read.unread().total()).isZero();
  }

  @Test
  void everyPublishedLogIsReadWithoutARowThatCannotBe() throws IOException {
    try (Stream<Path> files = Files.list(LOGS)) {
      assertThat(files.filter(file -> file.toString().endsWith(".log")).toList())
          .hasSize(4)
          .allSatisfy(
              file -> assertThat(ReadText.of(Files.readAllBytes(file)).malformed()).isEmpty());
    }
  }

  private static ReadText read(String name, Column... columns) throws IOException {
    return ReadText.of(Files.readAllBytes(LOGS.resolve(name)), columns);
  }
}
