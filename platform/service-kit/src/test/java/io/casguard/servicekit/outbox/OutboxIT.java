package io.casguard.servicekit.outbox;

import static io.casguard.testsupport.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.contracts.OrganizationDeleted;
import io.casguard.servicekit.trial.Topic;
import io.casguard.testsupport.PostgresServer;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithPostgres(database = "trial")
@WithKafka(topics = {"casguard.topology-changes", "casguard.dead-letters.trial-service"})
class OutboxIT {
  private final OutboxConfig config;
  private final TopicsConfig topics;
  private final Map<String, Object> broker;
  private final Vertx vertx;
  private final OutboxRelay relay;
  private final Topic topic = new Topic("casguard.topology-changes");

  @Inject
  OutboxIT(
      OutboxConfig config,
      TopicsConfig topics,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      Vertx vertx,
      OutboxRelay relay) {
    this.config = config;
    this.topics = topics;
    this.broker = broker;
    this.vertx = vertx;
    this.relay = relay;
  }

  @BeforeEach
  void theRelayOfTheServiceSends() {
    eventually(() -> assertThat(relay.active()).isTrue());
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void eventsOfAnOrganizationLeaveInTheirOrder() {
    // Given
    var organizations = LongStream.range(0, 5).mapToObj(_ -> organization()).toList();

    // When
    for (int from = 1; from <= 100; from += 20) {
      for (String organization : organizations) {
        append(organization, from, from + 19);
      }
    }

    // Then
    for (String organization : organizations) {
      topic.eventually(
          organization, letters -> assertThat(revisions(letters)).isEqualTo(range(1, 100)));
    }
    eventually(() -> assertThat(waiting()).isZero());
  }

  @Test
  void anEventIsACloudEventInBinaryModeAndCarriesItsTrace() {
    // Given
    var organization = organization();
    var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    // When
    given()
        .header("traceparent", trace)
        .post("/organizations/{organization}/events?from=1&to=1", organization)
        .then()
        .statusCode(204);

    // Then
    topic.eventually(
        organization,
        letters -> {
          assertThat(letters).hasSize(1);
          assertThat(headers(letters.getFirst()))
              .containsEntry("ce_specversion", "1.0")
              .containsEntry("ce_type", OrganizationDeleted.TYPE)
              .containsEntry("ce_source", "/trial-service")
              .containsEntry("content-type", "application/json")
              .containsEntry("traceparent", trace)
              .containsKeys("ce_id", "ce_time");
          assertThat(letters.getFirst().value())
              .contains("\"organization\":\"" + organization + "\"");
        });
  }

  @Test
  void whatIsRolledBackIsNeverSent() {
    // Given
    var organization = organization();

    // When
    given()
        .post("/organizations/{organization}/rolled-back-events?from=1&to=3", organization)
        .then()
        .statusCode(500);
    append(organization, 4, 4);

    // Then
    topic.eventually(organization, letters -> assertThat(revisions(letters)).containsExactly(4L));
  }

  @Test
  void anEventIsNotAppendedOutsideOfATransaction() {
    // When
    var answer = given().post("/organizations/{organization}/events-outside", organization());

    // Then
    answer.then().statusCode(500);
  }

  @Test
  void theRelaySurvivesTheLossOfItsConnection() throws Exception {
    // Given
    var organization = organization();
    append(organization, 1, 1);

    // When
    var terminated = terminateRelays();
    append(organization, 2, 30);

    // Then
    assertThat(terminated).isEqualTo(1);
    topic.eventually(
        organization, letters -> assertThat(revisions(letters)).containsSubsequence(range(1, 30)));
  }

  @Test
  void ofTwoRelaysOneSendsAndTheOtherTakesOver() throws Exception {
    // Given
    var organization = organization();
    var second = new OutboxRelay(config, topics, broker, vertx);
    second.start();
    try {
      eventually(() -> assertThat(relays()).isEqualTo(2));
      assertThat(relay.active()).isTrue();
      assertThat(second.active()).isFalse();

      // When
      append(organization, 1, 10);
      terminateRelays();
      append(organization, 11, 20);

      // Then
      topic.eventually(
          organization,
          letters -> assertThat(revisions(letters)).containsSubsequence(range(1, 20)));
      eventually(() -> assertThat(relay.active()).isNotEqualTo(second.active()));
    } finally {
      second.stop();
    }
  }

  @Test
  void nothingIsLostWhileTheBrokerIsAway() throws Exception {
    // Given
    var organization = organization();
    var server = PostgresServer.shared();
    var database = server.freshDatabase("outage");
    execute(database, migration("V0_1__Let_events_wait_in_an_outbox.sql"));
    insert(database, organization, 20);
    var away = new HashMap<>(broker);
    away.put("bootstrap.servers", "127.0.0.1:1");
    var there = new Elsewhere(config, server.reactiveUrl(database));

    // When
    var unlucky = new OutboxRelay(there, topics, away, vertx);
    unlucky.start();
    eventually(() -> assertThat(unlucky.active()).isTrue());
    unlucky.stop();
    var lucky = new OutboxRelay(there, topics, broker, vertx);
    lucky.start();

    // Then
    topic.eventually(organization, letters -> assertThat(letters).hasSize(20));
    lucky.stop();
  }

  private record Elsewhere(OutboxConfig config, String databaseUrl) implements OutboxConfig {
    @Override
    public boolean relay() {
      return true;
    }

    @Override
    public String source() {
      return config.source();
    }

    @Override
    public Optional<String> username() {
      return config.username();
    }

    @Override
    public Optional<String> password() {
      return config.password();
    }

    @Override
    public Duration poll() {
      return config.poll();
    }

    @Override
    public int batch() {
      return 7;
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(1);
    }
  }

  private static String organization() {
    return "org-" + UUID.randomUUID();
  }

  private static void append(String organization, long from, long to) {
    given()
        .queryParam("from", from)
        .queryParam("to", to)
        .post("/organizations/{organization}/events", organization)
        .then()
        .statusCode(204);
  }

  private static List<Long> revisions(List<ConsumerRecord<String, String>> letters) {
    return letters.stream()
        .map(letter -> letter.value().replaceFirst(".*\"revision\":(\\d+).*", "$1"))
        .map(Long::valueOf)
        .toList();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static Map<String, String> headers(ConsumerRecord<?, ?> letter) {
    var headers = new HashMap<String, String>();
    letter
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    return headers;
  }

  private static long waiting() throws Exception {
    return number("trial", "select count(*) from outbox");
  }

  private static long relays() throws Exception {
    return number(
        "trial",
        "select count(*) from pg_stat_activity where application_name = 'casguard-outbox-relay'"
            + " and datname = 'trial'");
  }

  private static long terminateRelays() throws Exception {
    return number(
        "trial",
        "select count(pg_terminate_backend(pid)) from pg_stat_activity where pid in ("
            + "select pid from pg_locks where locktype = 'advisory' and granted)"
            + " and application_name = 'casguard-outbox-relay' and datname = 'trial'");
  }

  private static void insert(String database, String organization, int events) throws Exception {
    execute(
        database,
        "insert into outbox (channel, key, type, event_id, at, payload) select 'topology-changes', '"
            + organization
            + "', 'casguard.organization.deleted.v1', gen_random_uuid(), now(),"
            + " '{\"revision\":' || n || '}' from generate_series(1, "
            + events
            + ") n");
  }

  private static long number(String database, String query) throws Exception {
    try (var connection = PostgresServer.shared().connect(database);
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(String database, String sql) throws Exception {
    try (var connection = PostgresServer.shared().connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String migration(String name) throws Exception {
    try (var file = OutboxIT.class.getResourceAsStream("/db/kit/" + name)) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
