package io.casguard.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.casguard.formats.ManifestSchema;
import io.casguard.formats.ManifestWriter;
import org.junit.jupiter.api.Test;

class SchemaTest {
  @Test
  void theSchemaAcceptsWhatTheWriterWrites() {
    // Given
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(ManifestSchema.text());

    for (long seed = 0; seed < 200; seed++) {
      // When
      String written = ManifestWriter.write(Topologies.random(seed));

      // Then
      assertThat(schema.validate(written, InputFormat.YAML)).as("seed " + seed).isEmpty();
    }
  }
}
