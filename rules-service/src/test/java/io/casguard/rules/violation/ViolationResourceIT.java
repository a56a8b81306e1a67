package io.casguard.rules.violation;

import static io.casguard.rules.Leeds.FIT;
import static io.casguard.rules.Leeds.FORMS;
import static io.casguard.rules.Leeds.manifest;
import static io.casguard.testsupport.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.casguard.rules.Leeds;
import io.casguard.testsupport.PlayedInventory;
import io.casguard.testsupport.WithInventory;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
class ViolationResourceIT {
  private final String organization = Leeds.anOrganization();
  private final PlayedInventory inventory;

  ViolationResourceIT() throws IOException, InterruptedException {
    inventory = PlayedInventory.shared();
  }

  @Test
  void theStateChoosesWhatIsShown() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FORMS, FORMS));
    inventory.put(organization, 2, manifest(organization, FORMS, FIT));
    eventually(() -> get("/violations").body("revision", is(2)));

    // When // Then
    get("/violations").statusCode(200).body("violations.server", contains("LEE-CAS1"));
    get("/violations?state=open").body("violations.server", contains("LEE-CAS1"));
    get("/violations?state=resolved").body("violations.server", contains("LEE-CAS2"));
    get("/violations?state=all").body("violations.server", contains("LEE-CAS1", "LEE-CAS2"));
    get("/violations?state=closed")
        .statusCode(400)
        .body("type", is("/problems/invalid-request"))
        .body("errors[0].path", containsString("state"));
  }

  @Test
  void theLinksLeadThroughAllOfThemOnce() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FORMS, FORMS, FORMS, FORMS, FORMS));
    eventually(() -> get("/violations").body("violations", hasSize(5)));

    // When
    List<String> servers = new ArrayList<>();
    String next = "/organizations/" + organization + "/violations?limit=2";
    while (next != null) {
      var page = given().get(next).then().statusCode(200).extract();
      servers.addAll(page.jsonPath().getList("violations.server", String.class));
      String link = page.header("Link");
      next = link == null ? null : link.replaceFirst("<(.*)>; rel=\"next\"", "$1");
    }

    // Then
    assertThat(servers).containsExactly("LEE-CAS1", "LEE-CAS2", "LEE-CAS3", "LEE-CAS4", "LEE-CAS5");
  }

  @Test
  void anOrganizationThatWasNeverCheckedIsRefused() {
    // When // Then
    get("/violations")
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", is("/problems/never-checked"))
        .body("detail", containsString(organization));
    get("/check").statusCode(404).body("type", is("/problems/never-checked"));
  }

  @Test
  void anOrganizationThatKeepsEverythingHasAnEmptyList() throws Exception {
    // When
    inventory.put(organization, 1, manifest(organization, FIT));

    // Then
    eventually(
        () ->
            get("/violations").statusCode(200).body("revision", is(1)).body("violations", empty()));
  }

  private ValidatableResponse get(String below) {
    return given().get("/organizations/" + organization + below).then();
  }
}
