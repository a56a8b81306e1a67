package io.casguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CasguardTest {
  private record Run(int code, String out, String err) {}

  private static final String HEAD =
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
              SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: "https://mail.contoso.com/owa"}}
              SEA-MBX1: {roles: [Mailbox]}
      """;

  private static final String WARNED =
      HEAD.replace("externalUrl: \"https://mail.contoso.com/owa\"", "externalUrl: null")
          + "  publishing:\n"
          + "    mail.contoso.com: {from: [internet], servers: [SEA-CAS1], through: none}\n";

  private static final String BROKEN =
      HEAD
          + """
              leeds:
                internetFacing: false
                servers:
                  LEE-CAS1: {roles: [ClientAccess]}
                  LEE-MBX1: {roles: [Mailbox]}
          """;

  @TempDir private Path folder;

  @Test
  void whatConformsIsFine() throws IOException {
    // When
    Run run = run("check", file("a.yaml", HEAD));

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).startsWith("contoso: no violation found");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void anErrorIsANoAndIsToldOnStandardOutput() throws IOException {
    // When
    Run run = run("check", file("a.yaml", BROKEN));

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.NO);
    assertThat(run.out()).contains("error   CAP-103  LEE-CAS1\\owa (Default Web Site)  a.yaml:15");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aWarningIsANoOnlyWhereItIsAskedFor() throws IOException {
    // Given
    String path = file("a.yaml", WARNED);

    // When
    Run byDefault = run("check", path);
    Run onWarning = run("check", path, "--fail-on", "warning");

    // Then
    assertThat(byDefault.code()).isEqualTo(ExitCode.FINE);
    assertThat(byDefault.out()).startsWith("contoso: 1 warning");
    assertThat(onWarning.code()).isEqualTo(ExitCode.NO);
    assertThat(onWarning.out()).isEqualTo(byDefault.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "paths"})
  void theSameInputGivesTheSameBytes(String command) throws IOException {
    // Given
    String path = file("a.yaml", BROKEN);

    // When
    Run first = run(command, path, "-o", "json");
    Run second = run(command, path, "-o", "JSON");

    // Then
    assertThat(first.out()).startsWith("{\"organization\":\"contoso\",").endsWith("}\n");
    assertThat(second).isEqualTo(first);
  }

  @Test
  void everyMistakeOfAManifestIsToldOnStandardErrorOnly() throws IOException {
    // Given
    file("one/a.yaml", HEAD + "  domian: contoso.com\n");
    file("two/b.yaml", HEAD.replace("true", "yes"));

    // When
    Run run = run("check", folder.toString(), "-o", "json");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            one/a.yaml:12:3: spec.domian: unknown key domian; did you mean domain?
            two/b.yaml:8:23: spec.sites.seattle.internetFacing: "yes" is not a boolean: write true or false
            2 problems: nothing was taken from %s
            """
                .formatted(folder));
  }

  @Test
  void aPathThatIsNotThereIsWrongInput() {
    // When
    Run run = run("check", folder.resolve("gone").toString());

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo(folder.resolve("gone") + " does not exist\n");
  }

  @Test
  void everyOrganizationIsCheckedAndOneCanBeChosen() throws IOException {
    // Given
    file("contoso.yaml", HEAD);
    file("fabrikam.yaml", HEAD.replace("name: contoso", "name: fabrikam"));

    // When
    Run both = run("check", folder.toString());
    Run one = run("check", folder.toString(), "--organization", "fabrikam");
    Run none = run("check", folder.toString(), "--organization", "fabricam");

    // Then
    assertThat(both.out()).contains("contoso: no violation", "fabrikam: no violation");
    assertThat(one.out()).contains("fabrikam: ").doesNotContain("contoso: ");
    assertThat(none.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(none.err()).contains("declares no organization fabricam, only contoso, fabrikam");
  }

  @Test
  void aQuestionIsAskedOfOneOrganization() throws IOException {
    // Given
    file("contoso.yaml", HEAD);
    file("fabrikam.yaml", HEAD.replace("name: contoso", "name: fabrikam"));

    // When
    Run run = simulate(folder.toString(), "SEA-CAS1", "SEA-MBX1");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err()).contains("choose one with --organization (contoso, fabrikam)");
  }

  @Test
  void theExitCodeOfASimulationSaysWhetherTheMailboxIsReached() throws IOException {
    // Given
    String path = file("a.yaml", BROKEN);
    String unsaid = file("b.yaml", BROKEN.replace("domain: contoso.com", "defaults: none"));

    // When
    Run reached = simulate(path, "SEA-CAS1", "SEA-MBX1");
    Run refused = simulate(path, "SEA-CAS1", "LEE-MBX1");
    Run undetermined = simulate(unsaid, "SEA-CAS1", "LEE-MBX1");

    // Then
    assertThat(reached.code()).isEqualTo(ExitCode.FINE);
    assertThat(reached.out()).contains("\nLOCAL");
    assertThat(refused.code()).isEqualTo(ExitCode.NO);
    assertThat(refused.out()).contains("\nFAIL").contains("the mailbox is not reached");
    assertThat(undetermined.code()).isEqualTo(ExitCode.FINE);
    assertThat(undetermined.out()).contains("\nUNDETERMINED");
  }

  @Test
  void aWordThatCannotBeAskedIsToldWithTheOptionAndTheNearestWord() throws IOException {
    // When
    Run run = simulate(file("a.yaml", BROKEN), "SEA-CAS2", "SEA-MBX1");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "--entry: no server or published name SEA-CAS2 is declared; did you mean SEA-CAS1?\n");
  }

  @Test
  void anUnknownOptionIsToldWithTheNearestOne() {
    // When
    Run run = run("check", "--fail-onn", "warning");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--fail-onn", "--fail-on", "Try: casguard check --help");
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    // When
    Run run = run();

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Usage: casguard", "check", "simulate", "paths", "up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "simulate", "paths", "up"})
  void everyCommandShowsExamples(String command) {
    // When
    Run run = run(command, "--help");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).contains("Examples:\n  casguard " + command);
  }

  @Test
  void theVersionIsThatOfTheBuild() throws IOException {
    // Given
    Matcher version =
        Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));

    // When
    Run run = run("--version");

    // Then
    assertThat(version.results().map(found -> "casguard " + found.group(1) + "\n").findFirst())
        .hasValue(run.out());
  }

  @Test
  void shellsLearnToCompleteTheCommands() {
    // When
    Run run = run("generate-completion");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).contains("complete -F", "check", "--fail-on");
  }

  @Test
  void coloursAreForTerminalsUnlessSomebodySaysNo() {
    assertThat(Casguard.colours(true, Map.of(), "check")).isTrue();
    assertThat(Casguard.colours(true, Map.of("NO_COLOR", ""), "check")).isTrue();
    assertThat(Casguard.colours(true, Map.of("NO_COLOR", "1"), "check")).isFalse();
    assertThat(Casguard.colours(true, Map.of(), "check", "--no-color")).isFalse();
    assertThat(Casguard.colours(false, Map.of(), "check")).isFalse();
  }

  @Test
  void aFailureOfItsOwnHasItsOwnCode() throws IOException {
    // Given
    String path = file("a.yaml", HEAD);
    StringWriter err = new StringWriter();
    Writer broken =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            throw new IllegalStateException("no room");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };

    // When
    int code = Casguard.run(new PrintWriter(broken), new PrintWriter(err), "check", path);

    // Then
    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("casguard failed", "no room");
  }

  private static Run simulate(String path, String entry, String mailbox) {
    return run("simulate", path, "--protocol", "owa", "--entry", entry, "--mailbox", mailbox);
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Casguard.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Run(code, out.toString(), err.toString());
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }
}
