package io.casguard.inventory.capture;

import static io.casguard.inventory.Inventory.anOrganization;
import static io.casguard.inventory.Inventory.delete;
import static io.casguard.inventory.Inventory.get;
import static io.casguard.inventory.Inventory.manifest;
import static io.casguard.inventory.Inventory.put;
import static io.casguard.testsupport.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.casguard.inventory.AnnouncedEvents;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithPostgres(database = "inventory")
@WithKafka(topics = "casguard.topology-changes")
class DeletionResourceIT {
  @Test
  void aDeletionIsTheNextRevision() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    var answer = delete(organization);

    // Then
    answer
        .statusCode(200)
        .body("organization", equalTo(organization))
        .body("revision", equalTo(2))
        .body("deleted", equalTo(true));
  }

  @Test
  void aDeletedOrganizationIsGoneAndItsRevisionsStay() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    delete(organization);

    // Then
    get(organization, "")
        .statusCode(410)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/deleted-organization"))
        .body("revision", equalTo(2));
    get(organization, "/topology").statusCode(410);
    get(organization, "/revisions").statusCode(200).body("revisions.revision", contains(2, 1));
    get(organization, "/revisions/1").statusCode(200).body("deleted", equalTo(false));
    get(organization, "/revisions/2")
        .statusCode(200)
        .body("deleted", equalTo(true))
        .body("files", empty());
    given()
        .get("/organizations?limit=500")
        .then()
        .body("organizations.organization", not(hasItem(organization)));
  }

  @Test
  void anOrganizationMadeAgainCountsOn() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));
    delete(organization);

    // When
    var answer = put(organization, manifest(organization, 100));

    // Then
    answer
        .statusCode(201)
        .header("ETag", "\"3\"")
        .body("revision", equalTo(3))
        .body("unchanged", equalTo(false));
    get(organization, "").statusCode(200).body("revision", equalTo(3));
    eventually(
        () ->
            assertThat(AnnouncedEvents.of(organization))
                .containsExactly(
                    "casguard.topology.changed.v1 1",
                    "casguard.organization.deleted.v1 2",
                    "casguard.topology.changed.v1 3"));
  }

  @Test
  void whatIsDeletedCannotBeDeletedAgain() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));
    delete(organization);

    // When
    var answer = delete(organization);

    // Then
    answer.statusCode(410).body("revision", equalTo(2));
  }

  @Test
  void whatNeverWasCannotBeDeleted() {
    // When
    var answer = delete("nobody");

    // Then
    answer.statusCode(404).body("type", equalTo("/problems/unknown-organization"));
  }

  @Test
  void aDeletionThatComesTooLateIsRefused() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));
    put(organization, manifest(organization, 200));

    // When
    var answer =
        given()
            .header("If-Match", "\"1\"")
            .delete("/organizations/{organization}", organization)
            .then();

    // Then
    answer.statusCode(412).body("etag", equalTo("\"2\""));
    get(organization, "").statusCode(200);
  }

  @Test
  void aTrialDeletesNothing() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    var answer =
        given()
            .queryParam("dryRun", true)
            .delete("/organizations/{organization}", organization)
            .then();

    // Then
    answer.statusCode(200).body("revision", equalTo(2)).body("changes", equalTo(3));
    get(organization, "").statusCode(200).body("revision", equalTo(1));
  }
}
