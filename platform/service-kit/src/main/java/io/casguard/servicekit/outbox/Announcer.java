package io.casguard.servicekit.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Sends records to Kafka in their order and waits until all of them are acknowledged.
///
/// It lives as long as the lock is held: closing it throws away what was not acknowledged, so that
/// nothing is sent late.
final class Announcer implements AutoCloseable {
  private final Producer<String, byte[]> producer;
  private final Duration patience;

  Announcer(Map<String, Object> broker, Duration patience) {
    this.patience = patience;
    var settings = new HashMap<>(broker);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) patience.toMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis() / 3);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /// Fails when a record was not acknowledged, or when `lost` fails first; then it must be closed
  /// and all be sent again.
  void send(List<ProducerRecord<String, byte[]>> records, CompletableFuture<Void> lost)
      throws InterruptedException, OutboxUnavailable {
    try {
      var sent =
          CompletableFuture.allOf(
              records.stream().map(this::send).toArray(CompletableFuture<?>[]::new));
      CompletableFuture.anyOf(sent, lost).get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new OutboxUnavailable("Kafka did not acknowledge", e.getCause());
    } catch (TimeoutException | KafkaException e) {
      throw new OutboxUnavailable("Kafka did not acknowledge", e);
    }
  }

  private CompletableFuture<Void> send(ProducerRecord<String, byte[]> letter) {
    var acknowledged = new CompletableFuture<Void>();
    var _ =
        producer.send(
            letter,
            (_, failure) -> {
              if (failure == null) {
                acknowledged.complete(null);
              } else {
                acknowledged.completeExceptionally(failure);
              }
            });
    return acknowledged;
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
