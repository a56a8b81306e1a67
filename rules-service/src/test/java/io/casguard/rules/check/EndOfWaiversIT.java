package io.casguard.rules.check;

import static io.casguard.rules.AnnouncedViolations.body;
import static io.casguard.rules.Leeds.FIT;
import static io.casguard.rules.Leeds.FORMS;
import static io.casguard.rules.Leeds.manifest;
import static io.casguard.testsupport.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.casguard.rules.AnnouncedViolations;
import io.casguard.rules.Leeds;
import io.casguard.rules.ShiftedClock;
import io.casguard.testsupport.PlayedInventory;
import io.casguard.testsupport.WithInventory;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithPostgres(database = "rules")
@WithKafka(
    topics = {
      "casguard.topology-changes",
      "casguard.violations",
      "casguard.dead-letters.rules-service"
    })
@WithInventory
class EndOfWaiversIT {
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private final String organization = Leeds.anOrganization();
  private final PlayedInventory inventory;

  EndOfWaiversIT() throws IOException, InterruptedException {
    inventory = PlayedInventory.shared();
  }

  @AfterEach
  void goBackToToday() {
    ShiftedClock.ahead(0);
  }

  @Test
  void aWaivedViolationIsShownWithItsWaiverAndNotAnnounced() throws Exception {
    // When
    inventory.put(organization, 1, waived(FORMS, 30));

    // Then
    eventually(() -> violations("waived").body("violations.guideline", contains("CAP-103")));
    violations("waived")
        .body("violations[0].state", is("waived"))
        .body("violations[0].waiver.owner", is("ann"))
        .body("violations[0].waiver.ticket", is("CHG-1"))
        .body("violations[0].waiver.expires", is(today.plusDays(30).toString()));
    violations("open").body("violations", empty());
    violations("all").body("violations.state", contains("waived"));
    inventory.put(organization, 2, manifest(organization, FIT));
    inventory.put(organization, 3, manifest(organization, FORMS));
    announced("opened CAP-103 at 3");
  }

  @Test
  void waivingAnOpenViolationResolvesItAndTakingTheWaiverBackOpensIt() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FORMS));

    // When
    inventory.put(organization, 2, waived(FORMS, 30));
    inventory.put(organization, 3, manifest(organization, FORMS));

    // Then
    announced("opened CAP-103 at 1", "resolved CAP-103 at 2", "opened CAP-103 at 3");
    var resolved = body(AnnouncedViolations.records(organization).get(1));
    assertThat(resolved.path("why").asText())
        .isEqualTo("waived until " + today.plusDays(30) + " by ann (CHG-1)");
    violations("open").body("violations[0].openedAtRevision", is(3));
    violations("resolved").body("violations[0].resolvedWhy", containsString("waived until"));
  }

  @Test
  void aWaiverThatLapsesWhileNoRevisionComesIsAnnouncedOnce() throws Exception {
    // Given
    inventory.put(organization, 1, waived(FORMS, 2));
    eventually(() -> violations("waived").body("violations.guideline", contains("CAP-103")));

    // When
    ShiftedClock.ahead(3);

    // Then
    announced("waiver-lapsed CAP-103 at 1");
    var event = body(AnnouncedViolations.records(organization).getFirst());
    assertThat(event.path("openedAtRevision").asLong()).isEqualTo(1);
    assertThat(event.path("commit").asText()).hasSize(40);
    assertThat(event.path("waiver").path("expires").asText())
        .isEqualTo(today.plusDays(2).toString());
    assertThat(event.path("waiver").path("owner").asText()).isEqualTo("ann");
    violations("waived").body("violations", empty());
    violations("open")
        .body("violations[0].state", is("open"))
        .body("violations[0].waiver", nullValue())
        .body("violations[0].lapsedWaiver.ticket", is("CHG-1"));
    get("/check").body("summary.waived", is(0)).body("summary.departs", is(1));
    inventory.put(organization, 2, waived(FIT, 2));
    announced("waiver-lapsed CAP-103 at 1", "resolved CAP-103 at 2");
  }

  @Test
  void onItsLastDayAWaiverStillWaives() throws Exception {
    // Given
    inventory.put(organization, 1, waived(FORMS, 2));
    eventually(() -> violations("waived").body("violations.guideline", contains("CAP-103")));

    // When
    ShiftedClock.ahead(2);
    inventory.put(organization, 2, waived(FORMS, 2));

    // Then
    eventually(() -> violations("waived").body("revision", is(2)));
    violations("waived").body("violations.guideline", contains("CAP-103"));
  }

  @Test
  void aRevisionThatComesAfterTheLastDayTellsTheLapseAsWell() throws Exception {
    // Given
    inventory.put(organization, 1, waived(FORMS, 2));
    eventually(() -> violations("waived").body("violations.guideline", contains("CAP-103")));

    // When
    ShiftedClock.ahead(3);
    inventory.put(organization, 2, waived(FORMS, 2));

    // Then
    eventually(() -> violations("open").body("revision", is(2)));
    eventually(
        () ->
            assertThat(AnnouncedViolations.of(organization))
                .singleElement()
                .asString()
                .startsWith("waiver-lapsed CAP-103 at "));
  }

  @Test
  void aWaiverOfMoreThanAYearWaivesFromTheDayOnWhichItIsAYear() throws Exception {
    // Given
    LocalDate expires = today.plusDays(3).plusYears(1);
    inventory.put(
        organization,
        1,
        Leeds.waived(manifest(organization, FORMS), organization, "CAP-103", expires));
    announced("opened CAP-103 at 1");

    // When
    ShiftedClock.ahead(3);

    // Then
    announced("opened CAP-103 at 1", "resolved CAP-103 at 1");
    violations("waived").body("violations.guideline", contains("CAP-103"));
  }

  @Test
  void aRevisionThatCannotBeCheckedLeavesTheWaiversOfTheOneBefore() throws Exception {
    // Given
    inventory.put(organization, 1, waived(FORMS, 2));
    inventory.put(organization, 2, waived(FORMS, 2).replace("sites:", "places:"));
    eventually(() -> violations("waived").body("revision", is(2)));

    // When
    ShiftedClock.ahead(3);

    // Then
    announced("waiver-lapsed CAP-103 at 1");
    violations("open").body("revision", is(2)).body("failure", containsString("topology.yaml"));
  }

  @Test
  void aCheckThatIsAskedForDecidesByTheClockToo() {
    // Given
    String manifest = waived(FORMS, 2);

    // When
    var now = check(manifest);
    ShiftedClock.ahead(3);
    var later = check(manifest);

    // Then
    now.body("summary.waived", is(1)).body("violations", empty());
    later.body("summary.waived", is(0)).body("violations.guideline", contains("CAP-103"));
  }

  private String waived(String owa, int days) {
    return Leeds.waived(manifest(organization, owa), organization, "CAP-103", today.plusDays(days));
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

  private static ValidatableResponse check(String manifest) {
    return given()
        .contentType("application/yaml")
        .body(manifest.getBytes(UTF_8))
        .post("/checks")
        .then();
  }
}
