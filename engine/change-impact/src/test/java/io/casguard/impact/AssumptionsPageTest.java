package io.casguard.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AssumptionsPageTest {
  private static final Path PAGE = Path.of("../../docs/reference/assumptions.md");

  @Test
  void thePageListsEverythingThatNoTextWasFoundFor() throws IOException {
    // Given
    String page = AssumptionsPage.text();
    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, page);
    }
    // Then
    assertThat(Files.readString(PAGE)).as("-Dupdate rewrites it").isEqualTo(page);
  }
}
