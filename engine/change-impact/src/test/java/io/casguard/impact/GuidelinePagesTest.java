package io.casguard.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuidelinePagesTest {
  private static final Path FOLDER = Path.of("../../docs/reference/guidelines");

  @Test
  void thePagesAreThoseOfTheCatalog() throws IOException {
    // Given
    Map<String, String> pages = GuidelinePages.all();
    if (System.getProperty("update") != null) {
      Files.createDirectories(FOLDER);
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
      }
    }
    // When
    try (Stream<Path> files = Files.list(FOLDER)) {
      // Then
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .as("files in docs/reference/guidelines; -Dupdate writes those of the catalog")
          .containsExactlyInAnyOrderElementsOf(pages.keySet());
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      assertThat(Files.readString(FOLDER.resolve(page.getKey())))
          .as(page.getKey() + "; -Dupdate rewrites it")
          .isEqualTo(page.getValue());
    }
  }
}
