package io.casguard.rules.guideline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.casguard.testsupport.WithInventory;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
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
class GuidelineResourceIT {
  @Test
  void theCatalogIsListed() {
    // When // Then
    given()
        .get("/guidelines")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("guidelines.guideline", hasItems("CAP-101", "CAP-103", "CAP-104"));
  }

  @Test
  void oneGuidelineIsFoundByItsNumber() {
    // When // Then
    given()
        .get("/guidelines/CAP-104")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("guideline", is("CAP-104"))
        .body("sentence", containsString("external URL"));
  }

  @Test
  void anUnknownNumberIsRefused() {
    // When // Then
    given()
        .get("/guidelines/CAP-999")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", is("/problems/unknown-guideline"))
        .body("detail", containsString("CAP-999"));
  }
}
