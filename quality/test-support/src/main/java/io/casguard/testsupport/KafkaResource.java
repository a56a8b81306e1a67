package io.casguard.testsupport;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Puts the address of the test's broker into the configuration of the service; public because
/// Quarkus makes it.
public final class KafkaResource
    implements QuarkusTestResourceConfigurableLifecycleManager<WithKafka> {
  private List<String> topics = List.of();
  private int partitions = 1;

  @Override
  public void init(WithKafka annotation) {
    topics = List.of(annotation.topics());
    partitions = annotation.partitions();
  }

  @Override
  public Map<String, String> start() {
    try {
      KafkaServer server = KafkaServer.shared();
      server.createTopics(topics, partitions);
      return Map.of("kafka.bootstrap.servers", server.bootstrapServers());
    } catch (IOException | InterruptedException cause) {
      throw new IllegalStateException("no Kafka for the test", cause);
    }
  }

  @Override
  public void stop() {
    // the broker is shared, and ends with the JVM
  }
}
