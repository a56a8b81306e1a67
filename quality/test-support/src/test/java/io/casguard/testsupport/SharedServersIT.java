package io.casguard.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class SharedServersIT {
  @Test
  void whoeverAsksGetsTheSameServers() throws Exception {
    // When
    PostgresServer postgres = PostgresServer.shared();
    KafkaServer kafka = KafkaServer.shared();

    // Then
    assertThat(PostgresServer.shared()).isEqualTo(postgres);
    assertThat(KafkaServer.shared()).isEqualTo(kafka);
  }

  @Test
  void aFreshDatabaseIsEmptyAndCanBeWritten() throws Exception {
    // Given
    PostgresServer server = PostgresServer.shared();
    String database = server.freshDatabase("rules");

    // When
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      statement.execute("create table site (name text)");
      statement.execute("insert into site values ('leeds')");

      // Then
      try (var row = statement.executeQuery("select name from site")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("leeds");
      }
    }
  }

  @Test
  void aDatabaseThatIsThereStays() throws Exception {
    // Given
    PostgresServer server = PostgresServer.shared();
    String database = server.freshDatabase("inventory");
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      statement.execute("create table site (name text)");
    }

    // When
    server.createDatabase(database);

    // Then
    try (var connection = server.connect(database);
        var statement = connection.createStatement()) {
      assertThat(statement.executeQuery("select name from site").next()).isFalse();
    }
  }

  @Test
  void aRecordThatWasSentIsReceived() throws Exception {
    // Given
    KafkaServer server = KafkaServer.shared();
    String topic = server.freshTopic("casguard.topology-changes");

    // When
    try (var producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) server.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "contoso", "revision 1")).get();
    }

    // Then
    var properties = new Properties();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, server.bootstrapServers());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, topic);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    try (var consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      Eventually.eventually(
          () ->
              assertThat(consumer.poll(Duration.ofMillis(100)))
                  .extracting("value")
                  .containsExactly("revision 1"));
    }
  }
}
