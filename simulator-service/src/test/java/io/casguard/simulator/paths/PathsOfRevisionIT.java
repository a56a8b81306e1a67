package io.casguard.simulator.paths;

import static io.casguard.simulator.Leeds.FIT;
import static io.casguard.simulator.Leeds.FORMS;
import static io.casguard.simulator.Leeds.PUBLISHED;
import static io.casguard.simulator.Leeds.manifest;
import static io.casguard.testsupport.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casguard.contracts.OrganizationDeleted;
import io.casguard.simulator.Leeds;
import io.casguard.testsupport.KafkaTopic;
import io.casguard.testsupport.PlayedInventory;
import io.casguard.testsupport.WithInventory;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithPostgres(database = "simulator")
@WithKafka(
    topics = {
      "casguard.topology-changes",
      "casguard.access-path-changes",
      "casguard.dead-letters.simulator-service"
    })
@WithInventory
class PathsOfRevisionIT {
  private static final JsonMapper JSON = new JsonMapper();

  private final String organization = Leeds.anOrganization();
  private final PlayedInventory inventory;

  PathsOfRevisionIT() throws IOException, InterruptedException {
    inventory = PlayedInventory.shared();
  }

  @Test
  void theFirstRevisionBringsItsPeople() throws Exception {
    // When
    inventory.put(organization, 1, manifest(organization, FIT));

    // Then
    announced("1: - to PROXY 900");
    var letter = records().getFirst();
    assertThat(header(letter, "ce_type")).isEqualTo("casguard.access-paths.changed.v1");
    assertThat(header(letter, "ce_source")).isEqualTo("/simulator-service");
    var event = body(letter);
    assertThat(header(letter, "ce_id")).isEqualTo(event.path("id").asText());
    assertThat(event.has("before")).isFalse();
    assertThat(event.path("verdict").asText()).isEqualTo("CHANGES");
    assertThat(event.path("commit").asText()).hasSize(40);
    assertThat(event.path("reach")).isEmpty();
    get("/access-paths")
        .statusCode(200)
        .header("Casguard-Revision", "1")
        .body("organization", is(organization));
  }

  @Test
  void aRevisionThatBreaksThePathOfPeopleSaysWhoIsLost() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FIT));

    // When
    inventory.put(organization, 2, manifest(organization, FORMS));

    // Then
    announced("1: - to PROXY 900", "2: PROXY to FAIL 900");
    var event = body(records().getLast());
    assertThat(event.path("before").asLong()).isEqualTo(1);
    assertThat(event.path("verdict").asText()).isEqualTo("BREAKS");
    var reach = event.path("reach").path(0);
    assertThat(reach.path("protocol").asText()).isEqualTo("owa");
    assertThat(reach.path("entry").asText()).isEqualTo("mail.example.com");
    assertThat(reach.path("mailboxSite").asText()).isEqualTo("leeds");
    assertThat(reach.path("network").asText()).isEqualTo("internet");
    assertThat(reach.path("lost").asLong()).isEqualTo(900);
    assertThat(reach.path("notReached").asLong()).isEqualTo(900);
    assertThat(reach.path("counterExample").path("before").asText()).isEqualTo("PROXY");
    assertThat(reach.path("counterExample").path("after").asText()).isEqualTo("FAIL");
    get("/access-path-changes/2").statusCode(200).body("verdict", is("BREAKS"));
  }

  @Test
  void peopleWhoArriveAgainAreTold() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FORMS));

    // When
    inventory.put(organization, 2, manifest(organization, PUBLISHED));

    // Then
    announced("1: - to FAIL 900", "2: FAIL to REDIRECT_LINK 900");
    var reach = body(records().getLast()).path("reach").path(0);
    assertThat(reach.path("lost").asLong()).isZero();
    assertThat(reach.path("notReached").asLong()).isZero();
    assertThat(reach.has("counterExample")).isFalse();
  }

  @Test
  void aRevisionThatChangesNobodysOutcomeIsNoEvent() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FIT));

    // When
    inventory.put(organization, 2, "# reworded\n" + manifest(organization, FIT));

    // Then
    eventually(() -> get("/access-paths").header("Casguard-Revision", "2"));
    get("/access-path-changes/2")
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", is("/problems/no-access-path-change"));
    get("/access-path-changes").body("changes.revision", contains(1));
  }

  @Test
  void aGapIsFilledInOrderAndOlderRevisionsAreDropped() throws Exception {
    // Given
    inventory.keep(organization, 1, manifest(organization, FIT));
    inventory.keep(organization, 2, manifest(organization, FORMS));
    inventory.keep(organization, 3, manifest(organization, FIT));

    // When
    inventory.announce(organization, 3);
    inventory.announce(organization, 2);
    inventory.put(organization, 4, manifest(organization, FORMS));

    // Then
    announced(
        "1: - to PROXY 900",
        "2: PROXY to FAIL 900",
        "3: FAIL to PROXY 900",
        "4: PROXY to FAIL 900");
  }

  @Test
  void whileTheInventoryIsAwayRevisionsWait() throws Exception {
    // Given
    inventory.fail(organization, 1, 503);
    inventory.announce(organization, 1);

    // When
    inventory.keep(organization, 1, manifest(organization, FIT));

    // Then
    announced("1: - to PROXY 900");
  }

  @Test
  void aDeletionTakesThePeopleAwayAndAnOrganizationMadeAgainGoesOn() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FORMS));

    // When
    inventory.delete(organization, 2);

    // Then
    announced("1: - to FAIL 900", "2: FAIL to - 900");
    assertThat(body(records().getLast()).path("reach").path(0).path("notReached").asLong())
        .isZero();
    get("/access-paths")
        .statusCode(410)
        .body("type", is("/problems/deleted-organization"))
        .body("revision", is(2));

    inventory.put(organization, 3, manifest(organization, FIT));
    announced("1: - to FAIL 900", "2: FAIL to - 900", "3: - to PROXY 900");
  }

  @Test
  void aRevisionThatCannotBeReadIsPassedOverAndTheNextIsComparedWithTheOneBeforeIt()
      throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FIT));

    // When
    inventory.put(organization, 2, manifest(organization, FIT).replace("sites:", "places:"));

    // Then
    eventually(
        () ->
            get("/access-paths")
                .statusCode(409)
                .body("type", is("/problems/failed-revision"))
                .body("detail", containsString("topology.yaml")));

    inventory.put(organization, 3, manifest(organization, FORMS));
    announced("1: - to PROXY 900", "3: PROXY to FAIL 900");
    assertThat(body(records().getLast()).path("before").asLong()).isEqualTo(1);
  }

  @Test
  void aPoisonedMessageIsADeadLetterAndStopsNobody() throws Exception {
    // Given
    KafkaTopic topic = KafkaTopic.named("casguard.topology-changes");
    var poison = new ProducerRecord<>(topic.name(), organization, "{\"revision\":");
    poison.headers().add("ce_type", OrganizationDeleted.TYPE.getBytes(UTF_8));

    // When
    topic.send(poison);
    inventory.put(organization, 1, manifest(organization, FIT));

    // Then
    announced("1: - to PROXY 900");
    assertThat(KafkaTopic.named("casguard.dead-letters.simulator-service").of(organization))
        .hasSize(1);
  }

  @Test
  void theLinksLeadThroughAllChangesOnce() throws Exception {
    // Given
    inventory.keep(organization, 1, manifest(organization, FIT));
    inventory.keep(organization, 2, manifest(organization, FORMS));
    inventory.keep(organization, 3, manifest(organization, PUBLISHED));
    inventory.announce(organization, 3);
    eventually(() -> get("/access-path-changes").body("changes.revision", hasItem(3)));

    // When
    List<Integer> revisions = new ArrayList<>();
    String next = "/organizations/" + organization + "/access-path-changes?limit=2";
    while (next != null) {
      var page = given().get(next).then().statusCode(200).extract();
      revisions.addAll(page.jsonPath().getList("changes.revision", Integer.class));
      String link = page.header("Link");
      next = link == null ? null : link.replaceFirst("<(.*)>; rel=\"next\"", "$1");
    }

    // Then
    assertThat(revisions).containsExactly(3, 2, 1);
  }

  @Test
  void anOrganizationThatWasNeverComputedIsRefused() {
    // When // Then
    get("/access-paths").statusCode(404).body("type", is("/problems/never-computed"));
    get("/access-path-changes")
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", is("/problems/never-computed"))
        .body("changes", nullValue());
  }

  private void announced(String... events) {
    eventually(
        () -> assertThat(records().stream().map(PathsOfRevisionIT::told)).containsExactly(events));
  }

  /// Its revision, and the people by their old and new outcome.
  private static String told(ConsumerRecord<String, String> letter) {
    JsonNode event = body(letter);
    List<String> people = new ArrayList<>();
    for (JsonNode moved : event.path("people")) {
      people.add(
          "%s to %s %d"
              .formatted(
                  moved.path("from").asText("-"),
                  moved.path("to").asText("-"),
                  moved.path("users").asLong()));
    }
    return event.path("revision").asLong() + ": " + String.join(", ", people);
  }

  private List<ConsumerRecord<String, String>> records() throws IOException, InterruptedException {
    return KafkaTopic.named("casguard.access-path-changes").of(organization);
  }

  private static JsonNode body(ConsumerRecord<String, String> letter) {
    try {
      return JSON.readTree(letter.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(ConsumerRecord<String, String> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private ValidatableResponse get(String below) {
    return given().get("/organizations/" + organization + below).then();
  }
}
