package io.casguard.notification;

import io.casguard.testsupport.KafkaServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The other services' side of Kafka: sends the examples of the contracts.
public final class Topics {
  public static final String VIOLATIONS = "casguard.violations";
  public static final String ACCESS_PATH_CHANGES = "casguard.access-path-changes";
  public static final String DEAD_LETTERS = "casguard.dead-letters.notification-service";

  private Topics() {}

  /// The example of an event type, as if it were about that organization and revision.
  public static JsonObject example(String type, String organization, long revision) {
    try (InputStream example = Topics.class.getResourceAsStream("/contracts/" + type + ".json")) {
      return new JsonObject(
              new String(Objects.requireNonNull(example).readAllBytes(), StandardCharsets.UTF_8))
          .put("id", UUID.randomUUID().toString())
          .put("organization", organization)
          .put("revision", revision);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Sends an event and waits until Kafka has it.
  public static void send(String topic, String type, JsonObject event) throws Exception {
    send(topic, type, event.getString("organization"), event.encode());
  }

  /// Sends anything at all.
  public static void send(String topic, String type, String key, String body) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", KafkaServer.shared().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var letter = new ProducerRecord<>(topic, key, body.getBytes(StandardCharsets.UTF_8));
      letter.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
      producer.send(letter).get();
    }
  }

  /// Everything that lies in a topic under a key.
  public static List<ConsumerRecord<String, byte[]>> read(String topic, String key)
      throws Exception {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                KafkaServer.shared().bootstrapServers(),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      var found = new ArrayList<ConsumerRecord<String, byte[]>>();
      for (int i = 0; i < 20 && found.isEmpty(); i++) {
        for (var letter : consumer.poll(Duration.ofMillis(250))) {
          if (key.equals(letter.key())) {
            found.add(letter);
          }
        }
      }
      return found;
    }
  }
}
