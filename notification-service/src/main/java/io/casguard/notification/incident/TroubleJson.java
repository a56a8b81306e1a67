package io.casguard.notification.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casguard.contracts.ViolationFacts;
import io.casguard.notification.incident.Trouble.BrokenGuideline;
import io.casguard.notification.incident.Trouble.BrokenPath;
import java.io.UncheckedIOException;

/// What is wrong, as the text that its row keeps.
final class TroubleJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private TroubleJson() {}

  static String write(Trouble trouble) {
    try {
      return JSON.writeValueAsString(
          switch (trouble) {
            case BrokenGuideline(var violation) -> violation;
            case BrokenPath path -> path;
          });
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Trouble read(Kind kind, String text) {
    try {
      return switch (kind) {
        case VIOLATION -> new BrokenGuideline(JSON.readValue(text, ViolationFacts.class));
        case PATH -> JSON.readValue(text, BrokenPath.class);
      };
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
