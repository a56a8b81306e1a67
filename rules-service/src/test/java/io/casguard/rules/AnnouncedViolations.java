package io.casguard.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casguard.testsupport.KafkaTopic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What rules-service has announced on Kafka.
public final class AnnouncedViolations {
  private static final JsonMapper JSON = new JsonMapper();

  private AnnouncedViolations() {}

  /// A line for each event of an organization, in their order: "opened CAP-103 at 1".
  public static List<String> of(String organization) throws IOException, InterruptedException {
    return records(organization).stream().map(AnnouncedViolations::told).toList();
  }

  /// The records of an organization, in their order.
  public static List<ConsumerRecord<String, String>> records(String organization)
      throws IOException, InterruptedException {
    return KafkaTopic.named("casguard.violations").of(organization);
  }

  /// The body of a record.
  public static JsonNode body(ConsumerRecord<String, String> letter) {
    try {
      return JSON.readTree(letter.value());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A header of a record.
  public static String header(ConsumerRecord<String, String> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private static String told(ConsumerRecord<String, String> letter) {
    String step = header(letter, "ce_type").replaceAll("casguard\\.violation\\.|\\.v1", "");
    JsonNode body = body(letter);
    return step
        + " "
        + body.path("violation").path("guideline").asText()
        + " at "
        + body.path("revision").asLong();
  }
}
