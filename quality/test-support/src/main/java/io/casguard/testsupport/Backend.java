package io.casguard.testsupport;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/// Where the servers of the tests come from; the one place that decides it.
enum Backend {
  /// Testcontainers: wherever a container engine answers.
  CONTAINERS {
    @Override
    PostgresServer startPostgres() {
      return Containers.postgres();
    }

    @Override
    KafkaServer startKafka() {
      return Containers.kafka();
    }
  },
  /// Processes of this machine, by local-stack: wherever none does.
  EMBEDDED {
    @Override
    PostgresServer startPostgres() throws IOException, InterruptedException {
      return Embedded.postgres();
    }

    @Override
    KafkaServer startKafka() throws IOException, InterruptedException {
      return Embedded.kafka();
    }
  };

  /// The system property that forces one of them.
  static final String PROPERTY = "casguard.test.backend";

  abstract PostgresServer startPostgres() throws IOException, InterruptedException;

  abstract KafkaServer startKafka() throws IOException, InterruptedException;

  static Backend chosen() {
    return chosen(System.getProperty(PROPERTY));
  }

  static Backend chosen(@Nullable String forced) {
    if (forced == null || forced.isBlank()) {
      return DockerClientFactory.instance().isDockerAvailable() ? CONTAINERS : EMBEDDED;
    }
    return switch (forced.toLowerCase(Locale.ROOT)) {
      case "containers" -> CONTAINERS;
      case "embedded" -> EMBEDDED;
      default ->
          throw new IllegalArgumentException(
              "-D" + PROPERTY + "=" + forced + ": say containers or embedded");
    };
  }
}
