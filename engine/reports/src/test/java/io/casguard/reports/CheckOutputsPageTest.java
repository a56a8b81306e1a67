package io.casguard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page about the outputs of `check` shows what is printed.
class CheckOutputsPageTest {
  private static final Path PAGE = Path.of("../../docs/reference/check-outputs.md");
  private static final Path PRINTED = Path.of("src/test/resources/CheckOutputsTest/accepted");
  private static final Pattern EXCERPT =
      Pattern.compile(
          "^```(?:text|json|xml|markdown)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void everyExcerptIsPrintedSo() throws IOException {
    // Given
    String printed;
    try (Stream<Path> files = Files.list(PRINTED)) {
      printed = files.sorted().map(CheckOutputsPageTest::read).collect(Collectors.joining("\n"));
    }

    // When
    List<MatchResult> excerpts = EXCERPT.matcher(Files.readString(PAGE)).results().toList();

    // Then
    assertThat(excerpts).hasSize(5);
    assertThat(excerpts)
        .flatExtracting(excerpt -> List.of(excerpt.group(1).split("\\s*\\.\\.\\.\\s*|\n", -1)))
        .allSatisfy(part -> assertThat(printed).contains(part));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
