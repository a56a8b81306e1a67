package io.casguard.inventory.revision;

import static io.casguard.inventory.Inventory.anOrganization;
import static io.casguard.inventory.Inventory.delete;
import static io.casguard.inventory.Inventory.get;
import static io.casguard.inventory.Inventory.manifest;
import static io.casguard.inventory.Inventory.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithPostgres(database = "inventory")
@WithKafka(topics = "casguard.topology-changes")
class RevisionResourceIT {
  @Test
  void aRevisionNeverChangesAndSaysSo() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    var answer = get(organization, "/revisions/1");

    // Then
    answer
        .statusCode(200)
        .header("ETag", "\"1\"")
        .header("Cache-Control", containsString("immutable"))
        .body("organization", equalTo(organization))
        .body("revision", equalTo(1))
        .body("deleted", equalTo(false))
        .body("provenance.source", equalTo("api"))
        .body("changes", equalTo(3))
        .body("files", hasSize(1))
        .body("files[0].name", equalTo("topology.yaml"))
        .body("files[0].text", equalTo(manifest(organization, 100)));
  }

  @Test
  void aRevisionThatTheCallerHasIsNotSentAgain() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    var answer =
        given()
            .header("If-None-Match", "\"1\"")
            .get("/organizations/{organization}/revisions/1", organization)
            .then();

    // Then
    answer.statusCode(304).header("Cache-Control", containsString("immutable"));
    assertThat(answer.extract().body().asString()).isEmpty();
  }

  @Test
  void aRevisionThatIsNotThereIsAProblemThatNamesTheLast() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    var answer = get(organization, "/revisions/2");

    // Then
    answer
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/unknown-revision"))
        .body("lastRevision", equalTo(1));
  }

  @Test
  void revisionsOfNobodyAreAProblem() {
    // When
    var answer = get("nobody", "/revisions");

    // Then
    answer.statusCode(404).body("type", equalTo("/problems/unknown-organization"));
  }

  @Test
  void aNumberThatIsNoneLeadsNowhere() {
    // When
    var answer = get("nobody", "/revisions/first");

    // Then
    answer.statusCode(404).body("type", equalTo("/problems/nothing-here"));
  }

  @Test
  void revisionsAreListedNewestFirstPageByPage() {
    // Given
    var organization = anOrganization();
    for (int cost = 1; cost <= 5; cost++) {
      put(organization, manifest(organization, cost));
    }

    // When
    var first = get(organization, "/revisions?limit=2");

    // Then
    first
        .statusCode(200)
        .body("revisions.revision", contains(5, 4))
        .body("revisions[0].files", nullValue())
        .header(
            "Link",
            "</organizations/" + organization + "/revisions?before=4&limit=2>; rel=\"next\"");
    get(organization, "/revisions?before=4&limit=2").body("revisions.revision", contains(3, 2));
    get(organization, "/revisions?before=2&limit=2").body("revisions.revision", contains(1));
  }

  @Test
  void theChangesOfARevisionAreThoseSinceTheOneBefore() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));
    put(organization, manifest(organization, 200));

    // When
    var answer = get(organization, "/revisions/2/changes");

    // Then
    answer
        .statusCode(200)
        .header("Cache-Control", containsString("immutable"))
        .body("since", equalTo(1))
        .body("revision", equalTo(2))
        .body("changes", hasSize(1))
        .body("changes[0].path", containsString("siteLinks"))
        .body("changes[0].before", equalTo("100"))
        .body("changes[0].after", equalTo("200"));
  }

  @Test
  void anyTwoRevisionsCanBeComparedInBothDirections() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));
    put(organization, manifest(organization, 200));
    put(organization, manifest(organization, 100));

    // When
    var same = get(organization, "/revisions/3/changes?since=1");
    var back = get(organization, "/revisions/1/changes?since=2");

    // Then
    same.statusCode(200).body("changes", empty());
    back.statusCode(200).body("changes[0].before", equalTo("200"));
  }

  @Test
  void aDeletionTakesEverythingAway() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));
    delete(organization);

    // When
    var answer = get(organization, "/revisions/2/changes");

    // Then
    answer
        .statusCode(200)
        .body("changes", not(empty()))
        .body("changes.kind.unique()", contains("removed"));
  }

  @Test
  void changesSinceARevisionThatIsNotThereAreAProblem() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    var answer = get(organization, "/revisions/1/changes?since=7");

    // Then
    answer.statusCode(404).body("type", equalTo("/problems/unknown-revision"));
  }
}
