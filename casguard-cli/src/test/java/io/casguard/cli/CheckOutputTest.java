package io.casguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// Each output of `check`, over two organizations in a folder.
class CheckOutputTest {
  private static final String CONTOSO =
      """
      apiVersion: casguard.io/v1
      kind: Topology
      metadata: {name: contoso}
      spec:
        sites:
          leeds: {internetFacing: false, servers: {LEE-MBX1: {roles: [Mailbox]}}}
          seattle: {internetFacing: true, servers: {SEA-CAS1: {roles: [ClientAccess]}}}
      """;

  private record Run(int code, String out, String err) {}

  @TempDir private Path folder;

  @BeforeEach
  void twoOrganizations() throws Exception {
    Files.writeString(folder.resolve("contoso.yaml"), CONTOSO);
    Files.writeString(folder.resolve("fabrikam.yaml"), CONTOSO.replace("contoso", "fabrikam"));
  }

  @Test
  void severalOrganizationsAreOneLogOfSarif() throws Exception {
    // When
    Run run = check("-o", "sarif");

    // Then
    JsonNode log = new ObjectMapper().readTree(run.out());
    assertThat(run.code()).isEqualTo(ExitCode.NO);
    assertThat(log.at("/runs")).hasSize(1);
    assertThat(log.at("/runs/0/results"))
        .extracting(result -> result.at("/properties/organization").textValue())
        .contains("contoso", "fabrikam");
    assertThat(log.at("/runs/0/results"))
        .filteredOn(result -> result.at("/ruleId").textValue().equals("CAP-101"))
        .extracting(
            result -> result.at("/locations/0/physicalLocation/artifactLocation/uri").textValue())
        .containsExactly("contoso.yaml", "fabrikam.yaml");
  }

  @Test
  void severalOrganizationsAreOneDocumentOfTestResults() throws Exception {
    // When
    Run run = check("-o", "junit");

    // Then
    Element results =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(run.out())))
            .getDocumentElement();
    assertThat(run.code()).isEqualTo(ExitCode.NO);
    assertThat(results.getTagName()).isEqualTo("testsuites");
    assertThat(results.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
    assertThat(run.out()).contains("name=\"CAP-101 at site leeds\" classname=\"fabrikam.CAP-101\"");
  }

  @Test
  void severalOrganizationsAreOnePage() {
    // When
    Run run = check("-o", "markdown");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.NO);
    assertThat(run.out())
        .startsWith("# contoso: ")
        .contains("\n# fabrikam: ", "\n# contoso in detail\n", "**error CAP-101**");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif", "junit", "markdown"})
  void theSameInputGivesTheSameBytesAndTheSameAnswer(String format) {
    // When
    Run first = check("-o", format);
    Run second = check("--output", format.toUpperCase(Locale.ROOT));

    // Then
    assertThat(first.out()).isNotEmpty().endsWith("\n");
    assertThat(first.err()).isEmpty();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void anUnknownFormatNamesThoseThatThereAre() {
    // When
    Run run = check("-o", "html");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).containsIgnoringCase("text, json, sarif, junit, markdown");
  }

  /// Tests run in the module's folder.
  @ParameterizedTest
  @CsvSource({
    "src/main/java, src/main/java/",
    "src/main/java/, src/main/java/",
    "src/../pom.xml, ''",
    "src/main/resources/io, src/main/resources/io/",
    "., ''",
    "/, ''",
    "/nowhere/topology.yaml, ''",
    "src/not-there.yaml, src/",
    "../engine, ''"
  })
  void filesAreNamedFromTheCurrentDirectoryWhereTheyLieBelowIt(String path, String folder) {
    // Given
    TopologyInput input = new TopologyInput();
    input.path = Path.of(path);

    // When // Then
    assertThat(input.folder()).isEqualTo(folder);
  }

  private Run check(String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments = new String[options.length + 2];
    arguments[0] = "check";
    arguments[1] = folder.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    int code = Casguard.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Run(code, out.toString(), err.toString());
  }
}
