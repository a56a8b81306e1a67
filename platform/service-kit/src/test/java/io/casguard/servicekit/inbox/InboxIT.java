package io.casguard.servicekit.inbox;

import static io.casguard.testsupport.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.contracts.OrganizationDeleted;
import io.casguard.servicekit.trial.ReceivedEvents;
import io.casguard.servicekit.trial.Topic;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithPostgres(database = "trial")
@WithKafka(topics = {"casguard.topology-changes", "casguard.dead-letters.trial-service"})
class InboxIT {
  private static final String TOPIC = "casguard.topology-changes";

  private final ReceivedEvents received;
  private final Topic deadLetters = new Topic("casguard.dead-letters.trial-service");

  @Inject
  InboxIT(ReceivedEvents received) {
    this.received = received;
  }

  @AfterEach
  void close() {
    deadLetters.close();
  }

  @Test
  void whatAServiceAppendsAnotherReceivesInItsTrace() {
    // Given
    var organization = organization("");
    var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    // When
    given()
        .header("traceparent", trace)
        .post("/organizations/{organization}/events?from=1&to=2", organization)
        .then()
        .statusCode(204);

    // Then
    eventually(
        () ->
            assertThat(received.of(organization))
                .containsExactly(
                    "traced " + trace, "processed 1", "traced " + trace, "processed 2"));
  }

  @Test
  void aGapIsProcessedInOrderAndAnOlderRevisionIsDropped() {
    // Given
    var organization = organization("");

    // When
    Topic.send(event(organization, 3));
    Topic.send(event(organization, 2));
    Topic.send(event(organization, 5));

    // Then
    eventually(
        () ->
            assertThat(received.of(organization))
                .filteredOn(line -> !line.startsWith("traced"))
                .containsExactly(
                    "processed 1",
                    "processed 2",
                    "processed 3",
                    "dropped 2",
                    "processed 4",
                    "processed 5"));
  }

  @Test
  void anEventThatWasSeenIsRecognized() {
    // Given
    var organization = organization(ReceivedEvents.TWICE);
    var event = event(organization, 1);

    // When
    Topic.send(event);
    Topic.send(event);

    // Then
    eventually(() -> assertThat(received.of(organization)).containsExactly("new", "seen"));
  }

  @Test
  void whileSomethingIsAwayTheEventWaits() {
    // Given
    var organization = organization(ReceivedEvents.AWAY);

    // When
    Topic.send(event(organization, 1));

    // Then
    eventually(
        () ->
            assertThat(received.of(organization))
                .containsExactlyElementsOf(
                    Stream.concat(
                            Collections.nCopies(5, "tried").stream(),
                            Stream.of("traced nowhere", "processed 1"))
                        .toList()));
  }

  @Test
  void anEventThatCannotBeProcessedIsADeadLetterAfterThreeTries() {
    // Given
    var broken = organization(ReceivedEvents.BROKEN);
    var next = organization("");

    // When
    Topic.send(event(broken, 1));
    Topic.send(event(next, 1));

    // Then
    deadLetters.eventually(
        broken,
        letters -> assertThat(reasons(letters)).containsExactly("a revision nobody can process"));
    assertThat(received.of(broken)).hasSize(3);
    eventually(() -> assertThat(received.of(next)).contains("processed 1"));
  }

  @Test
  void whatCannotBeReadIsADeadLetterThatSaysWhy() {
    // Given
    var organization = organization("");
    var noEvent = new ProducerRecord<>(TOPIC, organization, "hello");
    var noRecord = new ProducerRecord<>(TOPIC, organization, "{\"revision\": 1}");
    type(noRecord, OrganizationDeleted.TYPE);

    // When
    Topic.send(noEvent);
    Topic.send(noRecord);

    // Then
    deadLetters.eventually(
        organization,
        letters ->
            assertThat(reasons(letters))
                .satisfiesExactlyInAnyOrder(
                    reason -> assertThat(reason).isEqualTo("it has no header ce_type"),
                    reason -> assertThat(reason).isEqualTo("its id is missing")));
  }

  @Test
  void aTypeOfALaterProducerIsPassedOver() {
    // Given
    var organization = organization("");
    var later = new ProducerRecord<>(TOPIC, organization, "{}");
    type(later, "casguard.topology.changed.v2");

    // When
    Topic.send(later);
    Topic.send(event(organization, 1));

    // Then
    eventually(() -> assertThat(received.of(organization)).contains("processed 1"));
  }

  private static String organization(String kind) {
    return kind + UUID.randomUUID();
  }

  private static ProducerRecord<String, String> event(String organization, long revision) {
    var letter =
        new ProducerRecord<>(
            TOPIC,
            organization,
            """
            {"id": "%s", "at": "2026-11-25T02:31:00Z", "organization": "%s", "revision": %d,
             "provenance": {"source": "api"}, "addedLater": true}
            """
                .formatted(UUID.randomUUID(), organization, revision));
    type(letter, OrganizationDeleted.TYPE);
    return letter;
  }

  private static void type(ProducerRecord<?, ?> letter, String type) {
    letter.headers().add("ce_type", type.getBytes(UTF_8));
  }

  private static List<String> reasons(List<ConsumerRecord<String, String>> letters) {
    return letters.stream()
        .map(letter -> letter.headers().lastHeader("dead-letter-reason").value())
        .map(reason -> new String(reason, UTF_8))
        .toList();
  }
}
