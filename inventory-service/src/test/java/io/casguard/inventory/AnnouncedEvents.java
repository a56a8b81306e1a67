package io.casguard.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casguard.testsupport.KafkaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What the inventory has announced on Kafka.
public final class AnnouncedEvents {
  private static final String TOPIC = "casguard.topology-changes";
  private static final ObjectMapper JSON = new ObjectMapper();

  private AnnouncedEvents() {}

  /// Type and revision of each event of an organization, in their order.
  public static List<String> of(String organization) throws IOException, InterruptedException {
    return records(organization).stream()
        .map(
            event ->
                new String(event.headers().lastHeader("ce_type").value(), UTF_8)
                    + " "
                    + revision(event.value()))
        .toList();
  }

  /// The JSON of each event of an organization, in their order.
  public static List<String> bodies(String organization) throws IOException, InterruptedException {
    return records(organization).stream().map(ConsumerRecord::value).toList();
  }

  private static long revision(String body) {
    try {
      return JSON.readTree(body).path("revision").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ConsumerRecord<String, String>> records(String organization)
      throws IOException, InterruptedException {
    Map<String, Object> settings =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, KafkaServer.shared().bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var found = new ArrayList<ConsumerRecord<String, String>>();
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                event -> {
                  if (event.key().equals(organization)) {
                    found.add(event);
                  }
                });
      }
      return found;
    }
  }
}
