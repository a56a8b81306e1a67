package io.casguard.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.guidelines.Catalog;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Waivers;
import io.casguard.impact.Check;
import io.casguard.topology.Organization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A directory for each case: a manifest of one or more organizations with their waivers, and every
/// output of `check`. `-Dupdate` rewrites the outputs.
///
/// Only a few guidelines speak here, so that a new one changes no golden file.
class CheckOutputsTest {
  private static final Path CASES = Path.of("src/test/resources/CheckOutputsTest");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final Set<String> SPEAKING =
      Set.of("CAP-101", "CAP-102", "CAP-103", "CAP-104", "CAP-107");

  static List<Path> cases() throws IOException {
    return entries(CASES);
  }

  @TestFactory
  Stream<DynamicTest> everyCaseIsReportedAsItsDirectorySays() throws IOException {
    return cases().stream()
        .map(at -> DynamicTest.dynamicTest(at.getFileName().toString(), () -> check(at)));
  }

  private static void check(Path at) throws IOException {
    // Given
    List<CheckReport> reports = reports(at);

    // When
    Map<String, String> outputs = outputs(reports);

    // Then
    for (Map.Entry<String, String> output : outputs.entrySet()) {
      Path file = at.resolve(output.getKey());
      if (Boolean.getBoolean("update")) {
        Files.writeString(file, output.getValue());
      }
      assertThat(file).content().isEqualTo(output.getValue());
    }
    assertThat(entries(at))
        .as("no unused files")
        .extracting(file -> file.getFileName().toString())
        .containsOnlyOnceElementsOf(outputs.keySet())
        .hasSize(outputs.size() + 1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLogKeepsToTheSchemaOfItsStandard(Path at) throws IOException {
    // When
    String log = CheckReport.sarif(reports(at), "");

    // Then
    assertThat(sarifSchema().validate(log, InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsNoLog() throws IOException {
    // Given
    String log = CheckReport.sarif(reports(CASES.resolve("several")), "");

    // When
    String broken = log.replaceFirst("\"level\": \"error\"", "\"level\": \"fatal\"");

    // Then
    assertThat(broken).isNotEqualTo(log);
    assertThat(sarifSchema().validate(broken, InputFormat.JSON)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSameFindingsGiveTheSameBytes(Path at) throws IOException {
    assertThat(outputs(reports(at))).isEqualTo(outputs(reports(at)));
  }

  @Test
  void whatABaselineHoldsIsToldApart() throws IOException {
    // Given
    CheckReport all = reports(CASES.resolve("several")).getFirst();

    // When
    CheckReport less = known(all);

    // Then
    assertThat(less.text(Style.PLAIN))
        .startsWith("contoso: 2 errors, 1 question\n")
        .contains("known, held by the baseline\n  CAP-101 (1)\n")
        .endsWith("5 conform, 4 depart, 8 do not apply, 2 not checked, 0 waived, 1 known\n");
    assertThat(less.json()).contains("\"known\":[{\"guideline\":\"CAP-101\"");
    assertThat(CheckReport.markdown(List.of(less)))
        .contains("## Known, held by the baseline\n\nCAP-101 (1)\n");
    String log = CheckReport.sarif(List.of(less), "");
    assertThat(log).containsOnlyOnce("\"baselineState\": \"unchanged\"");
    assertThat(log).contains("\"baselineState\": \"new\"");
    assertThat(sarifSchema().validate(log, InputFormat.JSON)).isEmpty();
  }

  @Test
  void filesAreNamedFromWhereTheReaderLooks() throws IOException {
    // When
    String log = CheckReport.sarif(reports(CASES.resolve("several")), "our sites/50%:é/");

    // Then
    assertThat(log).contains("\"uri\": \"our%20sites/50%25%3A%C3%A9/in.yaml\"");
    assertThat(sarifSchema().validate(log, InputFormat.JSON)).isEmpty();
  }

  private static JsonSchema sarifSchema() throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(
            CheckOutputsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(new String(schema.readAllBytes(), UTF_8));
    }
  }

  private static Map<String, String> outputs(List<CheckReport> reports) {
    Map<String, String> outputs = new LinkedHashMap<>();
    outputs.put(
        "check.txt",
        reports.stream().map(report -> report.text(Style.PLAIN)).collect(Collectors.joining()));
    outputs.put(
        "check.jsonl", reports.stream().map(CheckReport::json).collect(Collectors.joining()));
    outputs.put("check.sarif", CheckReport.sarif(reports, "topology/"));
    outputs.put("check.xml", CheckReport.junit(reports, Severity.ERROR, "topology/"));
    outputs.put("check.md", CheckReport.markdown(reports));
    return outputs;
  }

  static List<CheckReport> reports(Path at) throws IOException {
    return reports(Files.readString(at.resolve("in.yaml")));
  }

  static List<CheckReport> reports(String manifest) {
    return switch (Manifest.read(List.of(new SourceFile("in.yaml", manifest)))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> all, _) ->
          all.stream().map(CheckOutputsTest::report).toList();
      case Manifest.Reading.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  /// The same check, with a baseline that holds its first violation.
  static CheckReport known(CheckReport report) {
    Review review = report.review();
    return new CheckReport(
        report.organization(),
        new Review(
            review.findings(),
            review.lapsed(),
            review.unmatched(),
            review.refused(),
            review.violations().subList(0, 1)),
        report.sources());
  }

  private static CheckReport report(Manifest.Declared declared) {
    Organization organization = Organization.of(declared.topology());
    Findings some =
        new Findings(
            Check.of(organization).verdicts().stream()
                .filter(verdict -> SPEAKING.contains(verdict.guideline()))
                .toList());
    Review review = Waivers.apply(some, declared.waivers(), TODAY, Catalog.guidelines());
    return new CheckReport(organization, review, declared.sources());
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }
}
