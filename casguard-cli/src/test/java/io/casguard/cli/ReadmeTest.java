package io.casguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the README shows of a command is what the command prints.
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final String COMMAND = "$ ./casguard ";

  @Test
  void theFirstThingThatAReaderSeesIsTrue() throws IOException {
    // Given
    List<String> readme = Files.readAllLines(ROOT.resolve("README.md"));
    int begin = readme.indexOf(line(readme)) + 1;
    int end = begin + readme.subList(begin, readme.size()).indexOf("```");
    String[] words =
        line(readme)
            .substring(COMMAND.length())
            .replace("examples/", ROOT.resolve("examples") + "/")
            .split(" ", -1);

    // When
    StringWriter printed = new StringWriter();
    Casguard.run(new PrintWriter(printed), new PrintWriter(new StringWriter()), words);

    // Then
    assertThat(printed.toString())
        .containsSubsequence(
            readme.subList(begin, end).stream()
                .filter(line -> !line.isBlank() && !line.equals("  ..."))
                .map(line -> line + "\n")
                .toList());
  }

  private static String line(List<String> readme) {
    return readme.stream().filter(line -> line.startsWith(COMMAND)).findFirst().orElseThrow();
  }
}
