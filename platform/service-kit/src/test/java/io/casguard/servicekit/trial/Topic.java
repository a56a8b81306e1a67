package io.casguard.servicekit.trial;

import io.casguard.testsupport.Eventually;
import io.casguard.testsupport.KafkaServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.ThrowingConsumer;

/// What stands in a topic, seen from outside of the service.
public final class Topic implements AutoCloseable {
  private final KafkaConsumer<String, String> reader;
  private final List<ConsumerRecord<String, String>> read = new ArrayList<>();

  public Topic(String name) {
    reader =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker(),
                "group.id",
                "outside-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    reader.subscribe(List.of(name));
  }

  /// Sends a record as it is.
  public static void send(ProducerRecord<String, String> letter) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker()),
            new StringSerializer(),
            new StringSerializer())) {
      var _ = producer.send(letter);
    }
  }

  /// Waits until the records of a key are as expected.
  public void eventually(
      String key, ThrowingConsumer<List<ConsumerRecord<String, String>>> expected) {
    Eventually.eventually(
        () -> {
          reader.poll(Duration.ofMillis(50)).forEach(read::add);
          expected.accept(read.stream().filter(letter -> key.equals(letter.key())).toList());
        });
  }

  @Override
  public void close() {
    reader.close();
  }

  private static String broker() {
    try {
      return KafkaServer.shared().bootstrapServers();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
