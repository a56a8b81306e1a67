package io.casguard.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A directory for each case: the manifest's files, and `answer.txt` with the problems, or with
/// what was read.
class ManifestTest {
  private static final Path CASES = Path.of("src/test/resources/ManifestTest");

  @TestFactory
  List<DynamicTest> everyCaseIsAnsweredAsItsDirectorySays() throws IOException {
    try (Stream<Path> cases = Files.list(CASES)) {
      return cases
          .sorted()
          .map(at -> DynamicTest.dynamicTest(at.getFileName().toString(), () -> check(at)))
          .toList();
    }
  }

  private static void check(Path at) throws IOException {
    // Given
    List<SourceFile> files = new ArrayList<>();
    for (Path file : files(at)) {
      String name = file.getFileName().toString();
      if (!name.equals("answer.txt")) {
        assertThat(name).as("no unused files").matches(".+\\.(yaml|yml|json)");
        files.add(new SourceFile(name, Files.readString(file)));
      }
    }

    // When
    String answer = answer(Manifest.read(files));

    // Then
    if (Boolean.getBoolean("update")) {
      Files.writeString(at.resolve("answer.txt"), answer);
    }
    assertThat(at.resolve("answer.txt")).content().isEqualTo(answer);
  }

  private static List<Path> files(Path at) throws IOException {
    try (Stream<Path> files = Files.list(at)) {
      return files.sorted().toList();
    }
  }

  private static String answer(Manifest.Reading reading) {
    return switch (reading) {
      case Manifest.Reading.Rejected(List<Problem> problems) ->
          problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, int skipped) ->
          declared.stream()
                  .flatMap(ManifestTest::lines)
                  .map(line -> line + "\n")
                  .collect(Collectors.joining())
              + "skipped documents: "
              + skipped
              + "\n";
    };
  }

  @Test
  void whatIsWrittenWithItsWaiversIsReadBack() throws IOException {
    // Given
    Manifest.Declared declared =
        accepted(Files.readString(CASES.resolve("waivers/contoso.yaml"))).getFirst();

    // When
    Manifest.Declared back =
        accepted(ManifestWriter.write(declared.topology(), declared.waivers())).getFirst();

    // Then
    assertThat(declared.waivers()).hasSize(1);
    assertThat(back.topology()).isEqualTo(declared.topology());
    assertThat(back.waivers()).isEqualTo(declared.waivers());
  }

  private static List<Manifest.Declared> accepted(String text) {
    return switch (Manifest.read(List.of(new SourceFile("a.yaml", text)))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) -> declared;
      case Manifest.Reading.Rejected(List<Problem> problems) ->
          throw new IllegalArgumentException(problems.toString());
    };
  }

  /// What was stated, and each waiver and assertion after the line that states it.
  private static Stream<String> lines(Manifest.Declared declared) {
    return Stream.of(
            declared.topology().canonicalLines().stream(),
            declared.waivers().stream()
                .map(
                    waiver -> declared.sources().find(waiver.path()).orElseThrow() + ": " + waiver),
            declared.assertions().stream()
                .map(
                    expected ->
                        declared.sources().find(expected.path()).orElseThrow() + ": " + expected))
        .flatMap(lines -> lines);
  }
}
