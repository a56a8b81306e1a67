package io.casguard.rules.check;

import static io.casguard.rules.AnnouncedViolations.body;
import static io.casguard.rules.AnnouncedViolations.header;
import static io.casguard.rules.Leeds.FIT;
import static io.casguard.rules.Leeds.FORMS;
import static io.casguard.rules.Leeds.PUBLISHED;
import static io.casguard.rules.Leeds.linked;
import static io.casguard.rules.Leeds.manifest;
import static io.casguard.rules.Leeds.meantForProxying;
import static io.casguard.rules.Leeds.withPeople;
import static io.casguard.testsupport.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.casguard.contracts.OrganizationDeleted;
import io.casguard.rules.AnnouncedViolations;
import io.casguard.rules.Leeds;
import io.casguard.testsupport.KafkaTopic;
import io.casguard.testsupport.PlayedInventory;
import io.casguard.testsupport.WithInventory;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithPostgres(database = "rules")
@WithKafka(
    topics = {
      "casguard.topology-changes",
      "casguard.violations",
      "casguard.dead-letters.rules-service"
    })
@WithInventory
class CheckOfRevisionIT {
  /// Three hours for the link, and the hops of two sites, after the inventory accepts everything.
  private static final String SETTLED = "2026-11-25T05:31:30.123Z";

  private final String organization = Leeds.anOrganization();
  private final PlayedInventory inventory;

  CheckOfRevisionIT() throws IOException, InterruptedException {
    inventory = PlayedInventory.shared();
  }

  @Test
  void aRevisionOpensWhatItBreaksAndAnnouncesIt() throws Exception {
    // When
    inventory.put(organization, 1, manifest(organization, FORMS));

    // Then
    announced("opened CAP-103 at 1");
    var letter = AnnouncedViolations.records(organization).getFirst();
    assertThat(header(letter, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(letter, "ce_type")).isEqualTo("casguard.violation.opened.v1");
    assertThat(header(letter, "ce_source")).isEqualTo("/rules-service");
    assertThat(header(letter, "content-type")).isEqualTo("application/json");
    var event = body(letter);
    assertThat(event.path("id").asText()).isEqualTo(header(letter, "ce_id"));
    assertThat(event.path("at").asText()).isEqualTo(header(letter, "ce_time"));
    assertThat(event.path("openedAtRevision").asLong()).isEqualTo(1);
    assertThat(event.path("commit").asText()).hasSize(40);
    var violation = event.path("violation");
    assertThat(violation.path("severity").asText()).isEqualTo("error");
    assertThat(violation.path("server").asText()).isEqualTo("LEE-CAS1");
    assertThat(violation.path("file").asText()).isEqualTo("topology.yaml");
    assertThat(violation.path("users").path("owa").asLong()).isEqualTo(900);
    violations("open")
        .body("revision", is(1))
        .body("failure", nullValue())
        .body("violations.guideline", contains("CAP-103"))
        .body("violations[0].openedAtRevision", is(1))
        .body("violations[0].fingerprint", is(violation.path("fingerprint").asText()));
  }

  @Test
  void theNextRevisionResolvesWhatItNoLongerBreaks() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FORMS));

    // When
    inventory.put(organization, 2, manifest(organization, FIT));

    // Then
    announced("opened CAP-103 at 1", "resolved CAP-103 at 2");
    var event = body(AnnouncedViolations.records(organization).getLast());
    assertThat(event.path("openedAtRevision").asLong()).isEqualTo(1);
    assertThat(event.path("resolvedAtRevision").asLong()).isEqualTo(2);
    assertThat(event.path("why").asText()).isEqualTo("repaired");
    violations("open").body("violations", empty());
    violations("resolved")
        .body("violations[0].resolvedAtRevision", is(2))
        .body("violations[0].resolvedWhy", is("repaired"));
  }

  @Test
  void anotherSeverityIsAChangeOfTheSameEpisode() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, PUBLISHED));

    // When
    inventory.put(organization, 2, meantForProxying(manifest(organization, PUBLISHED)));

    // Then
    announced("opened CAP-104 at 1", "changed CAP-104 at 2");
    var event = body(AnnouncedViolations.records(organization).getLast());
    assertThat(event.path("openedAtRevision").asLong()).isEqualTo(1);
    assertThat(event.path("violation").path("severity").asText()).isEqualTo("error");
  }

  @Test
  void aViolationSaysUntilWhenItMayMerelyBeUnsettled() throws Exception {
    // When
    inventory.put(organization, 1, linked(manifest(organization, FORMS)));

    // Then
    announced("opened CAP-103 at 1");
    var event = body(AnnouncedViolations.records(organization).getFirst());
    assertThat(event.path("violation").path("unsettledUntil").asText()).isEqualTo(SETTLED);
    violations("open").body("violations[0].unsettledUntil", is(SETTLED));
  }

  @Test
  void whereNoLinkIsStatedNothingIsSaidOfReplication() throws Exception {
    // When
    inventory.put(organization, 1, manifest(organization, FORMS));

    // Then
    announced("opened CAP-103 at 1");
    var event = body(AnnouncedViolations.records(organization).getFirst());
    assertThat(event.path("violation").has("unsettledUntil")).isFalse();
    violations("open").body("violations[0]", not(hasKey("unsettledUntil")));
  }

  @Test
  void otherCountsOfPeopleAreKeptWithoutAnEvent() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FORMS));

    // When
    inventory.put(organization, 2, withPeople(manifest(organization, FORMS), 901));

    // Then
    eventually(() -> violations("open").body("violations[0].users.owa", is(901)));
    inventory.put(organization, 3, manifest(organization, FIT));
    announced("opened CAP-103 at 1", "resolved CAP-103 at 3");
  }

  @Test
  void aGapIsFilledInOrder() throws Exception {
    // Given
    inventory.keep(organization, 1, manifest(organization, FORMS));
    inventory.keep(organization, 2, manifest(organization, PUBLISHED));
    inventory.keep(organization, 3, manifest(organization, FIT));

    // When
    inventory.announce(organization, 3);

    // Then
    announced(
        "opened CAP-103 at 1",
        "resolved CAP-103 at 2",
        "opened CAP-104 at 2",
        "resolved CAP-104 at 3");
  }

  @Test
  void whatWasSeenBeforeIsDropped() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FORMS));
    inventory.put(organization, 2, manifest(organization, FIT));

    // When
    inventory.announce(organization, 1);
    inventory.announce(organization, 2);

    // Then
    inventory.put(organization, 3, manifest(organization, FORMS));
    announced("opened CAP-103 at 1", "resolved CAP-103 at 2", "opened CAP-103 at 3");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void whileTheInventoryIsAwayRevisionsWait(int status) throws Exception {
    // Given
    inventory.fail(organization, 1, status);
    inventory.announce(organization, 1);
    inventory.put(organization, 2, manifest(organization, FIT));

    // When
    inventory.keep(organization, 1, manifest(organization, FORMS));

    // Then
    announced("opened CAP-103 at 1", "resolved CAP-103 at 2");
  }

  @Test
  void aDeletionResolvesEverythingAndAnOrganizationMadeAgainGoesOn() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FORMS));

    // When
    inventory.delete(organization, 2);

    // Then
    announced("opened CAP-103 at 1", "resolved CAP-103 at 2");
    var event = body(AnnouncedViolations.records(organization).getLast());
    assertThat(event.path("why").asText()).isEqualTo("organization deleted");
    violations("open").body("revision", is(2)).body("violations", empty());
    get("/check")
        .statusCode(410)
        .contentType("application/problem+json")
        .body("type", is("/problems/deleted-organization"))
        .body("revision", is(2));

    inventory.put(organization, 3, manifest(organization, FORMS));
    announced("opened CAP-103 at 1", "resolved CAP-103 at 2", "opened CAP-103 at 3");
    get("/check").statusCode(200).header("Casguard-Revision", "3");
  }

  @Test
  void aRevisionThatCannotBeReadIsShownAndPassedOver() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FORMS));

    // When
    inventory.put(organization, 2, manifest(organization, FORMS).replace("sites:", "places:"));

    // Then
    eventually(
        () ->
            violations("open")
                .body("revision", is(2))
                .body("failure", containsString("topology.yaml"))
                .body("violations.guideline", contains("CAP-103")));
    get("/check")
        .statusCode(409)
        .body("type", is("/problems/failed-revision"))
        .body("detail", containsString("Revision 2"));

    inventory.put(organization, 3, manifest(organization, FIT));
    announced("opened CAP-103 at 1", "resolved CAP-103 at 3");
    violations("open").body("revision", is(3)).body("failure", nullValue());
  }

  @Test
  void aRevisionWhoseResultCannotBeStoredIsPassedOverToo() throws Exception {
    // Given
    String key = "\"pl\\0aces\":"; // PostgreSQL keeps no NUL, and the reason would name it

    // When
    inventory.put(organization, 1, manifest(organization, FORMS).replace("sites:", key));
    inventory.put(organization, 2, manifest(organization, FORMS));

    // Then
    announced("opened CAP-103 at 2");
  }

  @Test
  void aPoisonedMessageIsADeadLetterAndStopsNobody() throws Exception {
    // Given
    KafkaTopic topic = KafkaTopic.named("casguard.topology-changes");
    var poison = new ProducerRecord<>(topic.name(), organization, "{\"revision\":");
    poison.headers().add("ce_type", OrganizationDeleted.TYPE.getBytes(UTF_8));

    // When
    topic.send(poison);
    inventory.put(organization, 1, manifest(organization, FORMS));

    // Then
    announced("opened CAP-103 at 1");
    assertThat(deadLetters()).singleElement().asString().contains("OrganizationDeleted");
  }

  @Test
  void aRevisionThatTheInventoryDoesNotKnowIsADeadLetterAndIsMadeUpForLater() throws Exception {
    // Given
    inventory.announce(organization, 1);
    eventually(() -> assertThat(deadLetters()).hasSize(1));

    // When
    inventory.keep(organization, 1, manifest(organization, FORMS));
    inventory.put(organization, 2, manifest(organization, FIT));

    // Then
    announced("opened CAP-103 at 1", "resolved CAP-103 at 2");
  }

  private void announced(String... events) {
    eventually(() -> assertThat(AnnouncedViolations.of(organization)).containsExactly(events));
  }

  private ValidatableResponse violations(String state) {
    return get("/violations?state=" + state).statusCode(200);
  }

  private ValidatableResponse get(String below) {
    return given().get("/organizations/" + organization + below).then();
  }

  private List<String> deadLetters() throws IOException, InterruptedException {
    return KafkaTopic.named("casguard.dead-letters.rules-service").of(organization).stream()
        .map(letter -> header(letter, "dead-letter-reason"))
        .toList();
  }
}
