package io.casguard.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ManifestPapersTest {
  private static final Path REFERENCE = Path.of("../../docs/reference");

  @Test
  void thePublishedSchemaIsTheTableOfKeys() throws IOException {
    check("topology.schema.json", ManifestSchema.text());
  }

  @Test
  void theReferencePageIsTheTableOfKeys() throws IOException {
    check("manifest.md", ManifestReference.text());
  }

  @Test
  void theSchemaOfWaiversIsTheirTableOfKeys() throws IOException {
    check("waivers.schema.json", ManifestSchema.waivers());
  }

  @Test
  void thePageOfWaiversIsTheirTableOfKeys() throws IOException {
    check("waivers.md", WaiversReference.text());
  }

  @Test
  void theSchemaOfAssertionsIsTheirTableOfKeys() throws IOException {
    check("path-assertions.schema.json", ManifestSchema.assertions());
  }

  @Test
  void thePageOfAssertionsIsTheirTableOfKeys() throws IOException {
    check("path-assertions.md", AssertionsReference.text());
  }

  private static void check(String name, String text) throws IOException {
    if (Boolean.getBoolean("update")) {
      Files.createDirectories(REFERENCE);
      Files.writeString(REFERENCE.resolve(name), text);
    }
    assertThat(REFERENCE.resolve(name)).content().isEqualTo(text);
  }
}
