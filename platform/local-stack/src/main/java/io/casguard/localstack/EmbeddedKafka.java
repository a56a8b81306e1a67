package io.casguard.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/// A Kafka broker as a process of its own, controller of itself: on loopback, with the topics that
/// were asked for only.
///
/// Its data stay in the folder and are there again when the broker starts anew.
public final class EmbeddedKafka implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final short ONE_COPY = 1;

  private final PartProcess process;
  private final String bootstrapServers;

  private EmbeddedKafka(PartProcess process, String bootstrapServers) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
  }

  /// Where and how a broker runs.
  ///
  /// @param folder holds its data
  /// @param port the wanted port; the next free one is taken where somebody listens on it, any free
  ///   one for 0
  /// @param log the file that it writes to
  public record Settings(Path folder, int port, Path log) {}

  /// Starts a broker and waits until it answers.
  public static EmbeddedKafka start(Settings settings) throws IOException, InterruptedException {
    return AtFreePort.start(settings.port(), port -> start(settings, port));
  }

  private static EmbeddedKafka start(Settings settings, int port)
      throws IOException, InterruptedException {
    Files.createDirectories(settings.folder());
    Path file = settings.folder().resolve("broker.properties");
    try (var writer = Files.newBufferedWriter(file)) {
      properties(settings.folder().resolve("log"), port, FreePort.any()).store(writer, null);
    }
    String cluster = clusterOf(settings.folder());
    var process =
        PartProcess.start("Kafka", command(file, cluster), Map.of(), settings.log(), Signal.TERM);
    var broker = new EmbeddedKafka(process, "127.0.0.1:" + port);
    try {
      process.awaitReady(() -> FreePort.isListenedOn(port), PATIENCE);
      process.awaitReady(() -> broker.answersFor(cluster), PATIENCE);
    } catch (IOException | InterruptedException cause) {
      process.stop(STOP_PATIENCE);
      throw cause;
    }
    return broker;
  }

  /// The name by which a broker of these data is told from one that took the port before it.
  private static String clusterOf(Path folder) throws IOException {
    Path file = folder.resolve("cluster-id");
    if (!Files.exists(file)) {
      Files.writeString(file, Uuid.randomUuid().toString());
    }
    return Files.readString(file);
  }

  /// Creates the topics that are not there yet.
  public void createTopics(Collection<Topic> topics) throws IOException, InterruptedException {
    try (Admin admin = admin()) {
      Set<String> known = admin.listTopics().names().get();
      admin
          .createTopics(
              topics.stream()
                  .filter(topic -> !known.contains(topic.name()))
                  .map(topic -> new NewTopic(topic.name(), topic.partitions(), ONE_COPY))
                  .toList())
          .all()
          .get();
    } catch (ExecutionException failure) {
      throw new IOException("cannot create the topics " + topics, failure.getCause());
    }
  }

  /// The broker's address, as clients want it.
  public String bootstrapServers() {
    return bootstrapServers;
  }

  PartProcess process() {
    return process;
  }

  /// Writes all to the disk and ends.
  @Override
  public void close() throws IOException {
    process.stop(STOP_PATIENCE);
  }

  private boolean answersFor(String cluster) throws IOException {
    try (Admin admin = admin()) {
      return cluster.equals(admin.describeCluster().clusterId().get(5, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while Kafka started", stop);
    }
  }

  private Admin admin() {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  static List<String> command(Path properties, String cluster) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dslf4j.provider=org.slf4j.jul.JULServiceProvider",
        "-cp",
        System.getProperty("java.class.path"),
        KafkaBroker.class.getName(),
        properties.toString(),
        cluster);
  }

  static Properties properties(Path logs, int port, int controllerPort) {
    var properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "controller.listener.names", "CONTROLLER",
            "listeners", "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "advertised.listeners", "BROKER://127.0.0.1:" + port,
            "inter.broker.listener.name", "BROKER",
            "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs", logs.toString(),
            "auto.create.topics.enable", "false"));
    properties.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0", // one consumer of a group is all that comes
            "log.cleaner.dedupe.buffer.size",
                "4194304")); // of the heap; the default is half of ours
    return properties;
  }
}
