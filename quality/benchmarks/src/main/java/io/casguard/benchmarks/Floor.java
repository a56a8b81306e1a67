package io.casguard.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// What a change costs at the least: one commit, one hop through Kafka, one POST, by plain clients
/// and the very servers of the product.
///
/// The product makes two hops, three commits and a fetch of it, and checks and signs besides.
final class Floor implements AutoCloseable {
  private static final String TOPIC = "benchmark-floor";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ACCEPTED = 204;

  private final Connection connection;
  private final PreparedStatement insert;
  private final KafkaProducer<String, String> producer;
  private final KafkaConsumer<String, String> consumer;
  private final HttpServer server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
  private final Thread hop = Thread.ofPlatform().name("floor").unstarted(this::passOn);

  private Floor(Connection connection, String bootstrapServers) throws SQLException, IOException {
    this.connection = connection;
    this.insert = connection.prepareStatement("insert into floor (document) values (?)");
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0),
            new StringSerializer(),
            new StringSerializer());
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  /// Takes a database and a topic of its own in the servers of the product.
  ///
  /// @param folder of the product, where the password of its PostgreSQL is
  static Floor beside(Product product, Path folder)
      throws IOException, SQLException, InterruptedException {
    String address = "jdbc:" + product.part("PostgreSQL").address();
    String password = Files.readString(folder.resolve("postgres/password")).strip();
    try (var administration =
            DriverManager.getConnection(address + "/postgres", "casguard", password);
        var creation = administration.createStatement()) {
      creation.execute("create database benchmark_floor");
    }
    var connection =
        DriverManager.getConnection(address + "/benchmark_floor", "casguard", password);
    try (var creation = connection.createStatement()) {
      creation.execute("create table floor (document text not null)");
    }
    String broker = product.part("Kafka").address().getAuthority();
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    } catch (ExecutionException refused) {
      throw new IOException("the floor has no topic", refused);
    }
    var floor = new Floor(connection, broker);
    floor.open();
    return floor;
  }

  private void open() {
    server.createContext("/", this::receive);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
    hop.start();
  }

  /// Takes one document from here through all of it.
  Duration pass(String document) throws IOException, SQLException, InterruptedException {
    long begun = System.nanoTime();
    insert.setString(1, document);
    insert.executeUpdate();
    var _ = producer.send(new ProducerRecord<>(TOPIC, "floor", document));
    Long arrived = arrivals.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (arrived == null) {
      throw new IOException("nothing came through the floor");
    }
    return Duration.ofNanos(arrived - begun);
  }

  @Override
  public void close() throws SQLException {
    consumer.wakeup();
    producer.close(Duration.ZERO);
    server.stop(0);
    connection.close();
  }

  private void passOn() {
    var receiver = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    try (consumer) {
      while (true) {
        for (ConsumerRecord<String, String> letter : consumer.poll(PATIENCE)) {
          http.send(
              HttpRequest.newBuilder(receiver)
                  .POST(HttpRequest.BodyPublishers.ofString(letter.value()))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
        }
      }
    } catch (WakeupException closed) {
      return;
    } catch (IOException broken) {
      throw new UncheckedIOException("the floor is broken", broken);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      arrivals.add(System.nanoTime());
      exchange.sendResponseHeaders(ACCEPTED, -1);
    }
  }
}
