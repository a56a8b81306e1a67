package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.Manifest;
import io.casguard.formats.Position;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  private static final Set<String> OTHER_DOORS = Set.of("CAP-110", "CAP-203");
  private static final Pattern MARK = Pattern.compile("# (CAP-\\d{3})$");

  @Test
  void firstAidNamesEachPlantedMistakeOnceAtItsLine() throws IOException {
    // Given
    Path file = Path.of("../../examples/first-aid/topology.yaml");
    Manifest.Declared declared = read(file);
    // When
    Map<Integer, String> named = new TreeMap<>();
    for (Violation violation : Catalog.check(Organization.of(declared.topology())).violations()) {
      int line = declared.sources().find(violation.path()).map(Position::line).orElse(0);
      named.merge(line, violation.guideline(), (one, other) -> one + " " + other);
    }
    // Then
    assertThat(named).isEqualTo(marks(file));
    assertThat(named.values().stream().filter(ExamplesTest::isOfTheFoundingTexts))
        .containsExactlyInAnyOrderElementsOf(
            Catalog.guidelines().stream()
                .map(Guideline::number)
                .filter(ExamplesTest::isOfTheFoundingTexts)
                .toList());
  }

  @Test
  void anExportIsMostlyNotCheckedAndSaysWhy() throws IOException {
    // Given
    Manifest.Declared declared = read(Path.of("../../examples/as-exported/topology.yaml"));
    // When
    Findings findings = Catalog.check(Organization.of(declared.topology()));
    // Then
    Findings.Summary summary = findings.summary();
    assertThat(findings.violations()).noneMatch(it -> it.severity() == Severity.ERROR);
    assertThat(summary.notChecked())
        .isGreaterThan(summary.conforms() + summary.departs() + summary.notApplicable());
    assertThat(findings.notChecked()).allMatch(it -> !it.why().isBlank() && !it.unsaid().isEmpty());
  }

  /// The founding texts' guidelines that a manifest can break by itself. CAP-110 needs the time of
  /// an export and the layout goal CAP-203 the simulator: other doors tell them. The experts'
  /// guidelines, CAP-3xx, have examples of their own and need not be planted.
  private static boolean isOfTheFoundingTexts(String number) {
    return !OTHER_DOORS.contains(number)
        && (number.startsWith("CAP-1") || number.startsWith("CAP-2"));
  }

  private static Manifest.Declared read(Path file) throws IOException {
    return switch (Manifest.read(
        List.of(new SourceFile(file.getFileName().toString(), Files.readString(file))))) {
      case Manifest.Reading.Accepted(var declared, _) -> declared.getFirst();
      case Manifest.Reading.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }

  private static Map<Integer, String> marks(Path file) throws IOException {
    Map<Integer, String> marks = new TreeMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int at = 0; at < lines.size(); at++) {
      Matcher mark = MARK.matcher(lines.get(at));
      if (mark.find()) {
        marks.put(at + 1, mark.group(1));
      }
    }
    return marks;
  }
}
