package io.casguard.endtoend;

import static io.casguard.testsupport.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casguard.cli.LocalServices;
import io.casguard.localstack.LocalStack;
import io.casguard.testsupport.KafkaTopic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rules-service is killed while topologies change; in the end nothing is missing and nothing is
/// there twice.
class KilledServiceIT {
  private static final int CHANGES = 200;
  private static final int KILLS = 4;
  private static final int BETWEEN_KILLS = CHANGES / KILLS;
  private static final int ORGANIZATIONS = 5;
  private static final long USUAL_SEED = 2007;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  /// A seed that is known, or the one given with `-Dseed`.
  static List<Long> seeds() {
    return List.of(Long.getLong("seed", USUAL_SEED));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingIsLostOrDoubledWhenRulesServiceIsKilledAgainAndAgain(long seed) throws Exception {
    // Given
    LocalStack stack = Product.running();
    Random random = new Random(seed);
    List<History> all =
        IntStream.range(0, ORGANIZATIONS)
            .mapToObj(number -> new History("killed-%d-%d".formatted(seed, number)))
            .toList();

    // When
    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      for (int kill = 0; kill < KILLS; kill++) {
        long point = (long) kill * BETWEEN_KILLS + random.nextInt(BETWEEN_KILLS / 2);
        Random changes = new Random(random.nextLong());
        Callable<Void> write =
            () -> {
              for (int i = 0; i < BETWEEN_KILLS; i++) {
                put(stack, all.get(changes.nextInt(all.size())), changes);
              }
              return null;
            };
        Future<Void> written = writer.submit(write);
        eventually(() -> assertThat(processed(stack, all)).isGreaterThan(point));
        killAndStartAgain(stack);
        written.get();
      }
    }

    // Then
    for (History history : all) {
      String organization = history.organization();
      eventually(
          () ->
              assertThat(violations(stack, organization).path("revision").asLong())
                  .as("the revision that rules-service has come to")
                  .isEqualTo(history.lastRevision()));
      assertThat(open(violations(stack, organization)))
          .as("open violations of %s", organization)
          .containsExactlyInAnyOrderElementsOf(history.openInTheEnd());
      eventually(
          () ->
              assertThat(announced(stack, organization))
                  .as("events of %s, each once", organization)
                  .isSortedAccordingTo(Comparator.comparingLong(History.Step::revision))
                  .containsExactlyInAnyOrderElementsOf(history.steps()));
      assertThat(history.steps()).isNotEmpty();
    }
    assertThat(all.stream().mapToLong(History::lastRevision).sum()).isEqualTo(CHANGES);
  }

  private static void killAndStartAgain(LocalStack stack) throws Exception {
    ProcessHandle process = stack.process(LocalServices.RULES);
    assertThat(process.destroyForcibly()).isTrue();
    process.onExit().get();
    stack.restart(LocalServices.RULES);
  }

  /// The next revision of an organization, which differs from the one before.
  private static void put(LocalStack stack, History history, Random random) throws Exception {
    String manifest = history.next(random);
    URI address =
        stack
            .addresses()
            .service(LocalServices.INVENTORY)
            .resolve("/organizations/" + history.organization() + "/topology");
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofString(manifest))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    assertThat(JSON.readTree(answer.body()).path("revision").asLong())
        .isEqualTo(history.lastRevision());
  }

  private static List<History.Open> open(JsonNode answer) {
    List<History.Open> open = new ArrayList<>();
    for (JsonNode violation : answer.path("violations")) {
      open.add(History.Open.of(violation, violation.path("openedAtRevision").asLong()));
    }
    return open;
  }

  /// How many revisions rules-service has come to.
  private static long processed(LocalStack stack, List<History> all)
      throws IOException, InterruptedException {
    long processed = 0;
    for (History history : all) {
      processed += violations(stack, history.organization()).path("revision").asLong();
    }
    return processed;
  }

  private static JsonNode violations(LocalStack stack, String organization)
      throws IOException, InterruptedException {
    URI address =
        stack
            .addresses()
            .service(LocalServices.RULES)
            .resolve("/organizations/" + organization + "/violations?limit=500");
    return JSON.readTree(
        HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
  }

  /// The steps that were announced, in their order. A record may have been delivered twice; an
  /// event of another id that tells the same would be one too many.
  private static List<History.Step> announced(LocalStack stack, String organization)
      throws IOException {
    var topic = new KafkaTopic(stack.addresses().kafkaBootstrapServers(), "casguard.violations");
    Set<String> seen = new HashSet<>();
    List<History.Step> steps = new ArrayList<>();
    for (ConsumerRecord<String, String> letter : topic.of(organization)) {
      if (seen.add(header(letter, "ce_id"))) {
        JsonNode event = JSON.readTree(letter.value());
        steps.add(
            new History.Step(
                header(letter, "ce_type").replaceAll("casguard\\.violation\\.|\\.v1", ""),
                event.path("revision").asLong(),
                History.Open.of(event.path("violation"), event.path("openedAtRevision").asLong())));
      }
    }
    return steps;
  }

  private static String header(ConsumerRecord<String, String> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}
