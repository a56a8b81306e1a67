package io.casguard.localstack;

import io.casguard.localstack.EmbeddedPostgres.Durability;
import io.casguard.localstack.RunningParts.Stage;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The start of a stack: PostgreSQL and Kafka at the same time, then all services at the same time.
final class Launch {
  static final String POSTGRES = "PostgreSQL";
  static final String KAFKA = "Kafka";

  private static final int POSTGRES_PORT = 5432;
  private static final int KAFKA_PORT = 9092;
  private static final Duration START_PATIENCE = Duration.ofSeconds(90);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final Duration LEAVE_PATIENCE = Duration.ofSeconds(30);
  private static final int ANSWER_MILLIS = 2_000;

  private final StackPlan plan;
  private final Ports ports;
  private final RunningParts parts;
  private final RunningFile lastRun;
  private final PrintStream told;

  Launch(StackPlan plan, Ports ports, RunningParts parts, RunningFile lastRun, PrintStream told) {
    this.plan = plan;
    this.ports = ports;
    this.parts = parts;
    this.lastRun = lastRun;
    this.told = told;
  }

  Addresses run() throws IOException, InterruptedException {
    awaitLeaveOfTheLastRun();
    Folders.delete(plan.folder().resolve("logs"));
    if (plan.fresh()) {
      EmbeddedPostgres.forget(postgresFolder());
      Folders.delete(kafkaFolder());
    }
    told.println("data and logs in " + plan.folder());
    Addresses addresses = startServers();
    Together.run(
        plan.services().stream()
            .<Callable<?>>map(service -> () -> startService(service, addresses))
            .toList());
    return addresses;
  }

  void again(String name, Addresses addresses) throws IOException, InterruptedException {
    parts.process(name).stop(STOP_PATIENCE);
    for (ServicePart service : plan.services()) {
      if (service.name().equals(name)) {
        startService(service, addresses);
      }
    }
  }

  private Addresses startServers() throws IOException, InterruptedException {
    var postgres = new CompletableFuture<EmbeddedPostgres>();
    var kafka = new CompletableFuture<EmbeddedKafka>();
    Together.run(
        List.of(() -> postgres.complete(startPostgres()), () -> kafka.complete(startKafka())));
    return new Addresses(
        postgres.join(), kafka.join().bootstrapServers(), ports.ports(), ports.managementPorts());
  }

  private EmbeddedPostgres startPostgres() throws IOException, InterruptedException {
    long started = System.nanoTime();
    var server =
        EmbeddedPostgres.start(
            new EmbeddedPostgres.Settings(
                postgresFolder(), POSTGRES_PORT, plan.log("postgresql"), Durability.KEPT));
    parts.add(Stage.POSTGRES, POSTGRES, server.process());
    for (String database : plan.databases()) {
      server.createDatabase(database);
    }
    String elsewhere =
        server.folder().equals(postgresFolder())
            ? ""
            : "its data are in " + server.folder() + ", since only root can walk to the folder";
    parts.ready(POSTGRES, server.address(), started, elsewhere);
    return server;
  }

  private EmbeddedKafka startKafka() throws IOException, InterruptedException {
    long started = System.nanoTime();
    var broker =
        EmbeddedKafka.start(
            new EmbeddedKafka.Settings(kafkaFolder(), KAFKA_PORT, plan.log("kafka")));
    parts.add(Stage.KAFKA, KAFKA, broker.process());
    broker.createTopics(plan.topics());
    parts.ready(KAFKA, URI.create("kafka://" + broker.bootstrapServers()), started, "");
    return broker;
  }

  private PartProcess startService(ServicePart service, Addresses addresses)
      throws IOException, InterruptedException {
    long started = System.nanoTime();
    var process =
        PartProcess.start(
            service.name(),
            service.command(),
            service.environment().apply(addresses),
            plan.log(service.name()),
            Signal.TERM);
    parts.add(Stage.SERVICE, service.name(), process);
    URI readiness = addresses.readiness(service);
    process.awaitReady(() -> answers(readiness), START_PATIENCE);
    String moved =
        addresses.port(service.name()) == service.port() || service.port() == FreePort.ANY
            ? ""
            : service.port() + " is taken";
    parts.ready(service.name(), addresses.service(service.name()), started, moved);
    return process;
  }

  /// A launcher that was killed leaves parts that take a moment to leave, too.
  private void awaitLeaveOfTheLastRun() throws IOException, InterruptedException {
    List<ProcessHandle> leaving = lastRun.alive();
    if (leaving.isEmpty()) {
      return;
    }
    told.println("waiting for the parts of the last run to leave");
    try {
      CompletableFuture.allOf(
              leaving.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(LEAVE_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException stillThere) {
      throw new PartFailed(
          "parts of the last run are still there; end them first: "
              + leaving.stream().filter(ProcessHandle::isAlive).map(ProcessHandle::pid).toList());
    }
  }

  private Path postgresFolder() {
    return plan.folder().resolve("postgres");
  }

  private Path kafkaFolder() {
    return plan.folder().resolve("kafka");
  }

  private static boolean answers(URI address) {
    try {
      var connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
      connection.setConnectTimeout(ANSWER_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }
}
