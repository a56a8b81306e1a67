package io.casguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Waivers and baselines at the command line.
class AcceptedViolationsTest {
  private record Run(int code, String out, String err) {}

  /// Two sites that are meant to be proxied and cannot be: an error in each.
  private static final String BROKEN =
      """
      apiVersion: casguard.io/v1
      kind: Topology
      metadata: {name: contoso}
      spec:
        domain: contoso.com
        sites:
          seattle:
            internetFacing: true
            servers:
              SEA-CAS1:
                roles: [ClientAccess]
                owa: {externalUrl: "https://mail.contoso.com/owa"}
                activeSync: {externalUrl: "https://mail.contoso.com/Microsoft-Server-ActiveSync"}
                webServices: {externalUrl: "https://mail.contoso.com/EWS/Exchange.asmx"}
                oab: {externalUrl: "https://mail.contoso.com/OAB"}
              SEA-MBX1: {roles: [Mailbox]}
          leeds:
            internetFacing: false
            servers:
              LEE-CAS1: {roles: [ClientAccess], activeSync: {windowsAuthentication: true}}
              LEE-MBX1: {roles: [Mailbox]}
          york:
            internetFacing: false
            servers:
              YOR-CAS1: {roles: [ClientAccess], activeSync: {windowsAuthentication: true}}
              YOR-MBX1: {roles: [Mailbox]}
      """;

  private static final String INTEGRATED =
      ", owa: {windowsAuthentication: true, formsAuthentication: false}";
  private static final String LEEDS_REPAIRED =
      BROKEN.replace(
          "LEE-CAS1: {roles: [ClientAccess]", "LEE-CAS1: {roles: [ClientAccess]" + INTEGRATED);

  @TempDir private Path folder;
  private Path topology;
  private Path baseline;

  @BeforeEach
  void stateTheTopology() throws IOException {
    topology = Files.createDirectory(folder.resolve("topology"));
    baseline = folder.resolve("baseline.json");
    state(BROKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-31, 0", // its last day
    "2027-04-01, 1", // the day after
    "2026-03-31, 0", // a year before
    "2026-03-30, 1", // a day more than that
  })
  void aWaiverDecidesTheExitCodeByTheDay(String day, int code) throws IOException {
    // Given
    waive("CAP-103", "spec.sites", "2027-03-31");

    // When
    Run run = check("--at", day);

    // Then
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void withoutADayTheClockDecides() throws IOException {
    // Given
    waive("CAP-103", "spec.sites", "0001-01-01");

    // When
    Run run = check();

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.NO);
  }

  @Test
  void aWaiverOfOneSiteLeavesTheOther() throws IOException {
    // Given
    waive("CAP-103", "spec.sites.leeds", "2027-03-31");

    // When
    Run run = check("--at", "2027-01-01", "-o", "json");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.NO);
    assertThat(run.out()).contains("\"waived\":1");
  }

  @Test
  void aMalformedWaiverIsWrongInput() throws IOException {
    // Given
    waive("CAP-103", "spec.sites", "soon");

    // When
    Run run = check("--at", "2027-01-01");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("waivers.yaml:6:84: ", "\"soon\" is not a date");
  }

  @Test
  void aDayThatIsNoneIsWrongInput() {
    // When
    Run run = check("--at", "tomorrow");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err()).contains("'tomorrow' is not a date: write it like 2027-03-31");
  }

  @Test
  void aBaselineIsWrittenOnlyWhereItIsAskedFor() throws IOException {
    // When
    Run missing = check("--baseline", baseline.toString());
    boolean created = Files.exists(baseline);
    Run written = check("--baseline", baseline.toString(), "--write-baseline");
    Run known = check("--baseline", baseline.toString());
    Run without = check();

    // Then
    assertThat(missing.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(missing.out()).isEmpty();
    assertThat(missing.err()).contains("does not exist", "--write-baseline");
    assertThat(created).isFalse();
    assertThat(written.code()).isEqualTo(ExitCode.FINE);
    assertThat(written.err()).isEqualTo(baseline + ": 2 violations are known from now on\n");
    assertThat(known.code()).isEqualTo(ExitCode.FINE);
    assertThat(known.err()).isEmpty();
    assertThat(without.code()).isEqualTo(ExitCode.NO);
  }

  @Test
  void aNewViolationFailsAndDoesNotEnterTheBaseline() throws IOException {
    // Given
    state(LEEDS_REPAIRED);
    check("--baseline", baseline.toString(), "--write-baseline");
    String before = Files.readString(baseline);
    state(BROKEN);

    // When
    Run run = check("--baseline", baseline.toString());

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.NO);
    assertThat(run.out()).contains("LEE-CAS1").doesNotContain("YOR-CAS1");
    assertThat(run.err()).isEmpty();
    assertThat(baseline).content().isEqualTo(before);
  }

  @Test
  void whatIsRepairedLeavesTheBaseline() throws IOException {
    // Given
    check("--baseline", baseline.toString(), "--write-baseline");
    state(LEEDS_REPAIRED);

    // When
    Run run = check("--baseline", baseline.toString());
    String shrunk = Files.readString(baseline);
    Run again = check("--baseline", baseline.toString());
    state(BROKEN);
    Run relapse = check("--baseline", baseline.toString());

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.err())
        .startsWith(baseline + ": 1 violation is resolved and removed, 1 left\n")
        .contains("  contoso: CAP-103 at spec.sites.leeds.servers.LEE-CAS1.owa");
    assertThat(shrunk).contains("YOR-CAS1").doesNotContain("LEE-CAS1");
    assertThat(again.err()).isEmpty();
    assertThat(relapse.code()).isEqualTo(ExitCode.NO);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void organizationsThatWereNotCheckedKeepTheirEntries() throws IOException {
    // Given
    Files.writeString(
        topology.resolve("fabrikam.yaml"), BROKEN.replace("name: contoso", "name: fabrikam"));
    check("--baseline", baseline.toString(), "--write-baseline");
    state(LEEDS_REPAIRED);

    // When
    Run run = check("--baseline", baseline.toString(), "--organization", "contoso");

    // Then
    assertThat(run.err()).contains("1 violation is resolved and removed, 3 left");
  }

  @Test
  void aBaselineMayLieBesideTheTopology() {
    // Given
    baseline = topology.resolve("baseline.json");
    check("--baseline", baseline.toString(), "--write-baseline");

    // When
    Run run = check("--baseline", baseline.toString());

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a baseline", "{\"runs\": []}", "\u0000\u0001"})
  void aForeignFileIsRefusedAndNeverOverwritten(String text) throws IOException {
    // Given
    Files.writeString(baseline, text);

    // When
    Run read = check("--baseline", baseline.toString());
    Run written = check("--baseline", baseline.toString(), "--write-baseline");

    // Then
    for (Run run : List.of(read, written)) {
      assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("the baseline " + baseline + " cannot be used: line 1: ");
    }
    assertThat(baseline).content().isEqualTo(text);
  }

  @Test
  void aFolderIsNoBaseline() {
    // When
    Run run = check("--baseline", folder.toString(), "--write-baseline");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err()).contains("cannot read the baseline " + folder);
  }

  @Test
  void aBaselineThatCannotBeWrittenIsWrongInput() {
    // When
    Run run =
        check("--baseline", folder.resolve("gone/baseline.json").toString(), "--write-baseline");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err()).contains("cannot write the baseline");
  }

  @Test
  void writingNeedsAFile() {
    // When
    Run run = check("--write-baseline");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err()).isEqualTo("--write-baseline needs the file: --baseline FILE\n");
  }

  @Test
  void whatIsWaivedDoesNotEnterAndFailsOnceTheWaiverLapsed() throws IOException {
    // Given
    waive("CAP-103", "spec.sites", "2027-03-31");
    check("--at", "2027-01-01", "--baseline", baseline.toString(), "--write-baseline");

    // When
    Run waived = check("--at", "2027-03-31", "--baseline", baseline.toString());
    Run lapsed = check("--at", "2027-04-01", "--baseline", baseline.toString());

    // Then
    assertThat(baseline).content().contains("\"known\": []");
    assertThat(waived.code()).isEqualTo(ExitCode.FINE);
    assertThat(lapsed.code()).isEqualTo(ExitCode.NO);
  }

  private void state(String manifest) throws IOException {
    Files.writeString(topology.resolve("contoso.yaml"), manifest);
  }

  private void waive(String guideline, String place, String expires) throws IOException {
    Files.writeString(
        topology.resolve("waivers.yaml"),
        """
        apiVersion: casguard.io/v1
        kind: Waivers
        metadata: {name: contoso}
        spec:
          waivers:
            - {guideline: %s, place: %s, reason: agreed, owner: ann, expires: %s}
        """
            .formatted(guideline, place, expires));
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.equals(topology) && !file.equals(baseline)).toList();
    }
  }

  private Run check(String... options) {
    List<String> arguments = new ArrayList<>(List.of("check", topology.toString()));
    arguments.addAll(List.of(options));
    Writer out = new StringWriter();
    Writer err = new StringWriter();
    int code =
        Casguard.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }
}
