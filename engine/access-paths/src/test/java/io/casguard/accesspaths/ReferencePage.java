package io.casguard.accesspaths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A published page that is rendered from a table; `-Dupdate` writes it.
final class ReferencePage {
  private ReferencePage() {}

  static void assertIs(String protocol, String rendered) throws IOException {
    Path page = Path.of("../../docs/reference/access-paths", protocol + ".md");
    if (System.getProperty("update") != null) {
      Files.writeString(page, rendered);
    }
    assertThat(Files.readString(page)).isEqualTo(rendered);
  }
}
