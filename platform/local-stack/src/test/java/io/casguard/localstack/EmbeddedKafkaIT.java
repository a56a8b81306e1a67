package io.casguard.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedKafkaIT {
  private static final Topic CHANGES = new Topic("casguard.topology-changes", 3);
  private static final Topic VIOLATIONS = new Topic("casguard.violations", 3);

  private OpenTempFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new OpenTempFolder();
  }

  @AfterEach
  void deleteFolder() throws IOException {
    folder.close();
  }

  @Test
  void topicsAreThereAfterARestartAndNewOnesAreAdded() throws Exception {
    // Given
    try (EmbeddedKafka broker = EmbeddedKafka.start(settings())) {
      broker.createTopics(List.of(CHANGES));
    }

    // When
    try (EmbeddedKafka again = EmbeddedKafka.start(settings())) {
      again.createTopics(List.of(CHANGES, VIOLATIONS));

      // Then
      try (Admin admin =
          Admin.create(
              Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, again.bootstrapServers()))) {
        assertThat(admin.listTopics().names().get())
            .isEqualTo(Set.of(CHANGES.name(), VIOLATIONS.name()));
        assertThat(admin.describeTopics(Set.of(CHANGES.name())).allTopicNames().get().values())
            .singleElement()
            .extracting(topic -> topic.partitions().size())
            .isEqualTo(3);
      }
    }
  }

  @Test
  void aBrokerThatCannotBindEndsItsProcess() throws Exception {
    // Given
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var file = folder.path().resolve("broker.properties");
      try (var writer = Files.newBufferedWriter(file)) {
        EmbeddedKafka.properties(folder.path().resolve("log"), taken.getLocalPort(), FreePort.any())
            .store(writer, null);
      }

      // When
      Process broker =
          new ProcessBuilder(EmbeddedKafka.command(file, Uuid.randomUuid().toString()))
              .redirectErrorStream(true)
              .redirectOutput(folder.path().resolve("kafka.log").toFile())
              .start();

      // Then
      assertThat(broker.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(broker.exitValue()).isEqualTo(1);
      assertThat(folder.path().resolve("kafka.log"))
          .content()
          .contains("Socket server failed to bind");
    }
  }

  private EmbeddedKafka.Settings settings() {
    return new EmbeddedKafka.Settings(
        folder.path().resolve("kafka"), FreePort.ANY, folder.path().resolve("kafka.log"));
  }
}
