package io.casguard.inventory.capture;

import static io.casguard.inventory.Inventory.anOrganization;
import static io.casguard.inventory.Inventory.get;
import static io.casguard.inventory.Inventory.manifest;
import static io.casguard.inventory.Inventory.put;
import static io.casguard.inventory.Inventory.waiver;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithPostgres(database = "inventory")
@WithKafka(topics = "casguard.topology-changes")
class TopologyResourceIT {
  @Test
  void theFirstTopologyIsTheFirstRevision() {
    // Given
    var organization = anOrganization();

    // When
    var answer = put(organization, manifest(organization, 100));

    // Then
    answer
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("organization", equalTo(organization))
        .body("revision", equalTo(1))
        .body("unchanged", equalTo(false))
        .body("dryRun", equalTo(false))
        .body("changes.path", not(empty()))
        .body("changes.kind.unique()", contains("added"));
  }

  @Test
  void anotherTopologyIsTheNextRevision() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    var answer = put(organization, manifest(organization, 200));

    // Then
    answer
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("revision", equalTo(2))
        .body("changes", hasSize(1))
        .body("changes[0].kind", equalTo("changed"))
        .body("changes[0].before", equalTo("100"))
        .body("changes[0].after", equalTo("200"));
  }

  @Test
  void theSameTextChangesNothing() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    var answer = put(organization, manifest(organization, 100));

    // Then
    answer
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("revision", equalTo(1))
        .body("unchanged", equalTo(true))
        .body("filesReplaced", equalTo(false))
        .body("changes", empty());
  }

  @Test
  void otherWordsForTheSameTopologyReplaceTheFilesOnly() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));
    var reworded = "# in other words\n" + manifest(organization, 100);

    // When
    var answer = put(organization, reworded);

    // Then
    answer
        .statusCode(200)
        .header("ETag", "\"1.2\"")
        .body("revision", equalTo(1))
        .body("unchanged", equalTo(true))
        .body("filesReplaced", equalTo(true));
    get(organization, "/topology")
        .header("ETag", "\"1.2\"")
        .body("revision", equalTo(1))
        .body("files[0].text", equalTo(reworded));
    get(organization, "/revisions/1").body("files[0].text", equalTo(manifest(organization, 100)));
  }

  @Test
  void aChangeOfTheWaiversAloneIsTheNextRevision() {
    // Given
    var organization = anOrganization();
    var manifest = manifest(organization, 100);
    put(organization, manifest);

    // When
    var added = put(organization, manifest + waiver(organization, "2027-03-31"));
    var moved = put(organization, manifest + waiver(organization, "2027-06-30"));
    var reworded = put(organization, manifest + "# yes\n" + waiver(organization, "2027-06-30"));
    var gone = put(organization, manifest);

    // Then
    added
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("changes", hasSize(1))
        .body("changes[0].path", equalTo("spec.waivers[CAP-101 at spec.sites.leeds]"))
        .body("changes[0].kind", equalTo("added"));
    moved
        .header("ETag", "\"3\"")
        .body("changes", hasSize(1))
        .body("changes[0].path", equalTo("spec.waivers[CAP-101 at spec.sites.leeds].expires"))
        .body("changes[0].before", equalTo("2027-03-31"))
        .body("changes[0].after", equalTo("2027-06-30"));
    reworded.header("ETag", "\"3.2\"").body("unchanged", equalTo(true));
    gone.header("ETag", "\"4\"").body("changes[0].kind", equalTo("removed"));
  }

  @Test
  void waiversAreKeptInTheirFilesAndInTheCanonicalForm() {
    // Given
    var organization = anOrganization();
    var waiver = waiver(organization, "2027-03-31");
    given()
        .multiPart("files", "sites.yaml", manifest(organization, 100).getBytes(UTF_8))
        .multiPart("files", "waivers.yaml", waiver.getBytes(UTF_8))
        .put("/organizations/{organization}/topology", organization)
        .then()
        .statusCode(201);

    // When
    var canonical =
        given()
            .accept("application/yaml")
            .get("/organizations/{organization}/topology", organization)
            .asString();

    // Then
    get(organization, "/revisions/1")
        .body("files.name", contains("sites.yaml", "waivers.yaml"))
        .body("files[1].text", equalTo(waiver));
    put(organization, canonical)
        .statusCode(200)
        .body("revision", equalTo(1))
        .body("unchanged", equalTo(true));
  }

  @Test
  void aMalformedWaiverIsRefusedWithItsLine() {
    // Given
    var organization = anOrganization();

    // When
    var answer = put(organization, manifest(organization, 100) + waiver(organization, "soon"));

    // Then
    answer
        .statusCode(422)
        .body("errors[0].line", equalTo(16))
        .body("errors[0].detail", containsString("is not a date"));
    get(organization, "").statusCode(404);
  }

  @Test
  void theTopologyIsReadInTheFilesThatWereSent() {
    // Given
    var organization = anOrganization();
    put(given().queryParam("file", "sites/all.yaml"), organization, manifest(organization, 100));

    // When
    var answer = get(organization, "/topology");

    // Then
    answer
        .statusCode(200)
        .contentType("application/json")
        .header("ETag", "\"1\"")
        .header("Cache-Control", "no-cache")
        .body("revision", equalTo(1))
        .body("files", hasSize(1))
        .body("files[0].name", equalTo("sites/all.yaml"))
        .body("files[0].text", equalTo(manifest(organization, 100)));
  }

  @Test
  void theTopologyIsReadInItsCanonicalFormToo() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    var answer =
        given()
            .accept("application/yaml")
            .get("/organizations/{organization}/topology", organization)
            .then();

    // Then
    answer
        .statusCode(200)
        .contentType(containsString("application/yaml"))
        .header("ETag", "\"1\"")
        .header("Vary", "Accept");
    put(organization, answer.extract().asString()).body("unchanged", equalTo(true));
  }

  @Test
  void aKnownTopologyIsNotSentAgain() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    var answer =
        given()
            .header("If-None-Match", "\"1\"")
            .get("/organizations/{organization}/topology", organization)
            .then();

    // Then
    answer.statusCode(304).header("ETag", "\"1\"");
  }

  @Test
  void severalFilesAreOneTopology() {
    // Given
    var organization = anOrganization();
    var site =
        """
        apiVersion: casguard.io/v1
        kind: Topology
        metadata: {name: %s}
        spec: {sites: {%s: {servers: {%s: {}}}}}
        """;

    // When
    var answer =
        given()
            .multiPart(
                "a",
                "sites/leeds.yaml",
                site.formatted(organization, "leeds", "LEE").getBytes(UTF_8))
            .multiPart(
                "b",
                "sites/seattle.yaml",
                site.formatted(organization, "seattle", "SEA").getBytes(UTF_8))
            .put("/organizations/{organization}/topology", organization)
            .then();

    // Then
    answer.statusCode(201);
    get(organization, "/topology")
        .body("files.name", contains("sites/leeds.yaml", "sites/seattle.yaml"));
  }

  @Test
  void jsonIsReadToo() {
    // Given
    var organization = anOrganization();

    // When
    var answer =
        given()
            .contentType("application/json")
            .body(
                """
                {"apiVersion": "casguard.io/v1", "kind": "Topology", "metadata": {"name": "%s"},
                 "spec": {"sites": {"leeds": {"servers": {"LEE": {}}}}}}
                """
                    .formatted(organization))
            .put("/organizations/{organization}/topology", organization)
            .then();

    // Then
    answer.statusCode(201).body("revision", equalTo(1));
  }

  @Test
  void aTrialTellsWhatWouldChangeAndStoresNothing() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    var answer = put(given().queryParam("dryRun", true), organization, manifest(organization, 200));

    // Then
    answer
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("revision", equalTo(2))
        .body("changes", hasSize(1));
    get(organization, "").body("revision", equalTo(1));
    get(organization, "/revisions/2").statusCode(404);
  }

  @Test
  void aTrialMakesNoOrganization() {
    // Given
    var organization = anOrganization();

    // When
    var answer = put(given().queryParam("dryRun", true), organization, manifest(organization, 100));

    // Then
    answer.statusCode(200).body("revision", equalTo(1));
    get(organization, "").statusCode(404);
  }

  @Test
  void whatItWasMadeForIsKeptWithTheRevision() {
    // Given
    var organization = anOrganization();
    var commit = "5f1c9d0b7a6e4c3d2b1a09f8e7d6c5b4a3928170";

    // When
    put(
        given().queryParam("commit", commit).queryParam("message", "Publish OWA in Leeds"),
        organization,
        manifest(organization, 100));

    // Then
    get(organization, "/revisions/1")
        .body("provenance.source", equalTo("api"))
        .body("provenance.commit", equalTo(commit))
        .body("provenance.message", equalTo("Publish OWA in Leeds"));
  }

  @Test
  void ofTwoWritersTheSecondIsToldThatHeIsLate() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));
    put(given().header("If-Match", "\"1\""), organization, manifest(organization, 200))
        .statusCode(200);

    // When
    var answer =
        put(given().header("If-Match", "\"1\""), organization, manifest(organization, 300));

    // Then
    answer
        .statusCode(412)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/not-current"))
        .body("etag", equalTo("\"2\""))
        .body("revision", equalTo(2));
    get(organization, "").body("revision", equalTo(2));
  }

  @Test
  void aTopologyThatMustBeNewIsRefusedWhereThereIsOne() {
    // Given
    var organization = anOrganization();
    put(given().header("If-None-Match", "*"), organization, manifest(organization, 100))
        .statusCode(201);

    // When
    var answer =
        put(given().header("If-None-Match", "*"), organization, manifest(organization, 200));

    // Then
    answer.statusCode(412).body("etag", equalTo("\"1\""));
  }

  @Test
  void aChangeOfNothingIsRefused() {
    // Given
    var organization = anOrganization();

    // When
    var answer = put(given().header("If-Match", "*"), organization, manifest(organization, 100));

    // Then
    answer.statusCode(412).body("etag", equalTo("")).body("revision", equalTo(0));
  }

  @Test
  void anUnknownOrganizationHasNoTopology() {
    // When
    var answer = get("nobody", "/topology");

    // Then
    answer.statusCode(404).body("type", equalTo("/problems/unknown-organization"));
  }
}
