package io.casguard.notification.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.casguard.contracts.ViolationFacts;
import io.casguard.contracts.WaiverFacts;
import io.casguard.notification.incident.Trouble.BrokenGuideline;
import io.casguard.notification.incident.Trouble.BrokenPath;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// What is wrong, as the text that its row keeps.
final class TroubleJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private static final String LAPSED_WAIVER = "lapsedWaiver";

  private TroubleJson() {}

  static String write(Trouble trouble) {
    try {
      return JSON.writeValueAsString(
          switch (trouble) {
            case BrokenGuideline(var violation, var lapsed) -> violation(violation, lapsed);
            case BrokenPath path -> path;
          });
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Trouble read(Kind kind, String text) {
    try {
      return switch (kind) {
        case VIOLATION -> violation(JSON.readTree(text));
        case PATH -> JSON.readValue(text, BrokenPath.class);
      };
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode violation(ViolationFacts violation, @Nullable WaiverFacts lapsed) {
    ObjectNode stored = JSON.valueToTree(violation);
    if (lapsed != null) {
      stored.set(LAPSED_WAIVER, JSON.valueToTree(lapsed));
    }
    return stored;
  }

  private static BrokenGuideline violation(JsonNode stored) throws JsonProcessingException {
    return new BrokenGuideline(
        JSON.treeToValue(stored, ViolationFacts.class),
        stored.has(LAPSED_WAIVER)
            ? JSON.treeToValue(stored.get(LAPSED_WAIVER), WaiverFacts.class)
            : null);
  }
}
