package io.casguard.testsupport;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A topic, seen from outside of the tested service.
public record KafkaTopic(String bootstrapServers, String name) {
  private static final Duration POLL = Duration.ofMillis(100);

  /// A topic of the broker of this JVM.
  public static KafkaTopic named(String name) throws IOException, InterruptedException {
    return new KafkaTopic(KafkaServer.shared().bootstrapServers(), name);
  }

  /// Sends a record as it is, and waits until the broker has it.
  public void send(ProducerRecord<String, String> letter) throws IOException, InterruptedException {
    Map<String, Object> settings =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(letter).get();
    } catch (ExecutionException cause) {
      throw new IOException("Kafka did not take the record", cause.getCause());
    }
  }

  /// What it holds by now of a key, in the order of arrival.
  public List<ConsumerRecord<String, String>> of(String key) {
    return all().stream().filter(letter -> key.equals(letter.key())).toList();
  }

  /// Everything it holds by now; the records of one key are in the order of their arrival.
  public List<ConsumerRecord<String, String>> all() {
    Map<String, Object> settings =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(name).stream()
              .map(partition -> new TopicPartition(name, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> found = new ArrayList<>();
      while (partitions.stream()
          .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
        consumer.poll(POLL).forEach(found::add);
      }
      return found;
    }
  }
}
