package io.casguard.testsupport;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/// Servers as containers; the names of their images may be replaced by system properties.
final class Containers {
  private static final String POSTGRES_IMAGE =
      System.getProperty("casguard.test.postgres.image", "postgres:18");
  private static final String KAFKA_IMAGE =
      System.getProperty("casguard.test.kafka.image", "apache/kafka:4.1.2");

  private Containers() {}

  static PostgresServer postgres() {
    var container =
        new PostgreSQLContainer(
                DockerImageName.parse(POSTGRES_IMAGE).asCompatibleSubstituteFor("postgres"))
            .withUsername("casguard")
            .withDatabaseName("postgres");
    container.start();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(container::stop));
    return new PostgresServer(
        container.getHost(),
        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        container.getUsername(),
        container.getPassword());
  }

  static KafkaServer kafka() {
    var container =
        new KafkaContainer(
            DockerImageName.parse(KAFKA_IMAGE).asCompatibleSubstituteFor("apache/kafka"));
    container.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    container.start();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(container::stop));
    return new KafkaServer(container.getBootstrapServers());
  }
}
