package io.casguard.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Starts the whole product with its examples and prints how long it takes to the first violation,
/// how much memory it has, and how long a change takes from REST to a verified webhook.
///
/// The first argument is the folder of the project, the second how many changes are measured.
final class PipelineBenchmark {
  private static final Pattern VIOLATION = Pattern.compile("CAP-\\d{3}");
  private static final Pattern UP = Pattern.compile("^up; ");
  private static final Duration START_PATIENCE = Duration.ofMinutes(4);
  private static final Duration CHANGE_PATIENCE = Duration.ofMinutes(1);
  private static final int CHANGES = 200;
  private static final int WARM_UP = 20;

  /// Kafka's client tells its whole configuration at INFO; held here, because the JDK forgets
  /// loggers that nobody holds.
  private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final PrintStream out;
  private final int changes;

  private PipelineBenchmark(PrintStream out, int changes) {
    this.out = out;
    this.changes = changes;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    KAFKA_LOG.setLevel(Level.WARNING);
    Path home = Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath().normalize();
    int changes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : CHANGES;
    new PipelineBenchmark(System.out, changes).run(home);
  }

  private void run(Path home) throws IOException, InterruptedException, SQLException {
    Product.build(home);
    Path folder = Files.createTempDirectory("casguard-benchmark");
    // PostgreSQL has a user of its own where this one is root, and must be able to walk here.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", " + Machine.told());
    try (var receiver = new WebhookReceiver();
        var product = Product.start(home, folder, receiver.receiversFile(folder));
        var watch = new PeakWatch(product.launcher())) {
      start(product);
      memory(product);
      measure(product, receiver, folder);
      out.printf(
          Locale.ROOT, "peak of the run       %6.0f MiB resident%n", Memory.mib(watch.peak()));
    } finally {
      delete(folder);
    }
    out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", " + Machine.told());
  }

  private void start(Product product) throws IOException, InterruptedException {
    Product.Line first = product.await(VIOLATION, START_PATIENCE);
    out.printf(Locale.ROOT, "first violation       %6.1f s%n", seconds(first));
    Product.Line up = product.await(UP, START_PATIENCE);
    out.printf(Locale.ROOT, "all examples          %6.1f s%n", seconds(up));
  }

  private void memory(Product product) {
    out.printf("%-21s %s%n", "whole product, up", Memory.of(product.launcher()).told());
    product
        .parts()
        .forEach(
            (name, part) -> out.printf("  %-19s %s%n", name, Memory.of(part.process()).told()));
  }

  private void measure(Product product, WebhookReceiver receiver, Path folder)
      throws IOException, InterruptedException, SQLException {
    URI topology =
        product
            .part("inventory-service")
            .address()
            .resolve("/organizations/" + Toggled.ORGANIZATION + "/topology");
    var answered = new ArrayList<Duration>();
    var delivered = new ArrayList<Duration>();
    var floors = new ArrayList<Duration>();
    put(topology, Toggled.conforming());
    try (Floor floor = Floor.beside(product, folder)) {
      for (int number = 0; number < WARM_UP + changes; number++) {
        String manifest = number % 2 == 0 ? Toggled.departing() : Toggled.conforming();
        Duration least = floor.pass(manifest);
        long begun = System.nanoTime();
        long revision = put(topology, manifest);
        long answer = System.nanoTime();
        long verified = receiver.await(revision, CHANGE_PATIENCE);
        if (number >= WARM_UP) {
          floors.add(least);
          answered.add(Duration.ofNanos(answer - begun));
          delivered.add(Duration.ofNanos(verified - begun));
        }
      }
    }
    tell(new Latencies(answered), new Latencies(delivered), new Latencies(floors));
  }

  private void tell(Latencies answered, Latencies delivered, Latencies floor) {
    out.printf("%d changes, one after the other%n", changes);
    out.println("  PUT to its answer   " + answered.told());
    out.println("  PUT to webhook      " + delivered.told());
    out.println("  floor               " + floor.told());
    out.println("  webhook / floor     " + delivered.besides(floor));
  }

  private long put(URI topology, String manifest) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(topology)
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString(manifest))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException("inventory-service refused the change: " + answer.body());
    }
    return JSON.readTree(answer.body()).path("revision").asLong();
  }

  private static double seconds(Product.Line line) {
    return line.after().toMillis() / 1e3;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path one : deepestFirst) {
        Files.delete(one);
      }
    }
  }
}
