package io.casguard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.accesspaths.Matrix;
import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.impact.Check;
import io.casguard.topology.Organization;
import io.casguard.topology.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A directory for each case: a manifest, a `question.txt` in the words of `simulate`, and every
/// report of them. `-Dupdate` rewrites the reports.
class ReportsTest {
  private static final Path CASES = Path.of("src/test/resources/ReportsTest");

  @TestFactory
  Stream<DynamicTest> everyCaseIsReportedAsItsDirectorySays() throws IOException {
    return entries(CASES).stream()
        .map(at -> DynamicTest.dynamicTest(at.getFileName().toString(), () -> check(at)));
  }

  private static void check(Path at) throws IOException {
    // Given
    Manifest.Declared declared = declared(at);
    String[] words = Files.readString(at.resolve("question.txt")).strip().split(" ", -1);
    Question question = new Question(words[0], words[1], words[2], words[3], words[4]);

    // When
    Map<String, String> reports = reports(declared, question);

    // Then
    for (Map.Entry<String, String> report : reports.entrySet()) {
      Path file = at.resolve(report.getKey());
      if (Boolean.getBoolean("update")) {
        Files.writeString(file, report.getValue());
      }
      assertThat(file).content().isEqualTo(report.getValue());
    }
    assertThat(entries(at))
        .as("no unused files")
        .extracting(file -> file.getFileName().toString())
        .containsOnlyOnceElementsOf(reports.keySet())
        .hasSize(reports.size() + 2);
  }

  private static Map<String, String> reports(Manifest.Declared declared, Question question) {
    Organization organization = Organization.of(declared.topology());
    CheckReport check = new CheckReport(organization, Check.of(organization), declared.sources());
    MatrixReport paths = new MatrixReport(Matrix.of(organization));
    Map<String, String> reports = new LinkedHashMap<>();
    reports.put("check.txt", check.text(Style.PLAIN));
    reports.put("check.json", check.json());
    reports.put("paths.txt", paths.text(Style.PLAIN));
    reports.put("paths.json", paths.json());
    reports.put("paths.csv", paths.csv());
    reports.put("paths.md", paths.markdown());
    AccessPathReport path = answer(question.ask(declared)).report();
    reports.put("simulate.txt", path.text(Style.PLAIN));
    reports.put("simulate.json", path.json());
    return reports;
  }

  private static Question.Answer answer(Parsed<Question.Answer> asked) {
    return switch (asked) {
      case Parsed.Understood<Question.Answer>(Question.Answer answer) -> answer;
      case Parsed.Refused<Question.Answer>(String why) -> throw new AssertionError(why);
    };
  }

  private static Manifest.Declared declared(Path at) throws IOException {
    SourceFile file = new SourceFile("in.yaml", Files.readString(at.resolve("in.yaml")));
    return switch (Manifest.read(List.of(file))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> all, _) -> all.getFirst();
      case Manifest.Reading.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }
}
