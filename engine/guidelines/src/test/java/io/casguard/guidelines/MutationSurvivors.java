package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Which mutants may survive: run by `-Pmutation` alone, after the mutants.
class MutationSurvivors {
  private static final Path REPORT = Path.of("target/pit-reports/mutations.csv");
  private static final Path LISTED = Path.of("src/test/pit/survivors.csv");

  @Test
  void onlyThoseSurviveThatAreListedWithAReason() throws IOException {
    // When
    SortedMap<String, Integer> surviving = new TreeMap<>();
    for (String line : Files.readAllLines(REPORT)) {
      String[] cells = line.split(",", -1);
      String status = cells[5];
      if (!status.equals("KILLED") && !status.equals("TIMED_OUT")) {
        String mutator = cells[2].substring(cells[2].lastIndexOf('.') + 1);
        surviving.merge(String.join(",", cells[1], cells[3], mutator), 1, Integer::sum);
      }
    }
    // Then
    assertThat(Files.size(REPORT)).isPositive();
    assertThat(surviving).isEqualTo(listed());
  }

  /// Those of the classes that were mutated, by class, method and mutator, and how many.
  private static SortedMap<String, Integer> listed() throws IOException {
    String mutated = System.getProperty("mutate", "").replace("*", "");
    SortedMap<String, Integer> listed = new TreeMap<>();
    for (String line : Files.readAllLines(LISTED)) {
      if (!line.startsWith("#")) {
        List<String> cells = List.of(line.split(",", 5));
        assertThat(cells)
            .as("a survivor has a reason: " + line)
            .hasSize(5)
            .allMatch(it -> !it.isBlank());
        if (line.startsWith(mutated)) {
          listed.put(String.join(",", cells.subList(0, 3)), Integer.valueOf(cells.get(3)));
        }
      }
    }
    return listed;
  }
}
