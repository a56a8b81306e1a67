package io.casguard.follower;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RevisionDocumentTest {
  private static final Path ANSWER =
      Path.of("../../inventory-service/src/test/resources/AnswersIT/revision.json");

  /// As Quarkus sets it up for the REST client.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Test
  void whatTheInventoryAnswersCanBeRead() throws IOException {
    // Given
    String answer = Files.readString(ANSWER);

    // When
    RevisionDocument document =
        JSON.readValue(answer.substring(answer.indexOf('{')), RevisionDocument.class);

    // Then
    assertThat(document.organization()).isEqualTo("golden");
    assertThat(document.revision()).isEqualTo(2);
    assertThat(document.deleted()).isFalse();
    assertThat(document.digest()).isNotBlank();
    assertThat(document.provenance().source()).isEqualTo("api");
    assertThat(document.files())
        .singleElement()
        .satisfies(file -> assertThat(file.name()).isEqualTo("topology.yaml"))
        .satisfies(file -> assertThat(file.text()).contains("seattle"));
  }
}
