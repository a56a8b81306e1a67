package io.casguard.simulator.simulation;

import static io.casguard.simulator.Leeds.FIT;
import static io.casguard.simulator.Leeds.FORMS;
import static io.casguard.simulator.Leeds.manifest;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.casguard.testsupport.WithInventory;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
class SimulationResourceIT {
  @Test
  void aRequestIsFollowedToItsEnd() {
    // When
    var answer = simulate("?entry=mail.example.com&mailbox=leeds-staff", manifest("contoso", FIT));

    // Then
    answer
        .statusCode(200)
        .contentType("application/json")
        .body("organization", is("contoso"))
        .body("outcome", is("PROXY"))
        .body("reached", is("yes"))
        .body("server", is("LEE-CAS1"))
        .body("trail[0].evidence[0].file", is("topology.yaml"));
  }

  @Test
  void aRequestThatFailsIsAnAnswerToo() {
    // When
    var answer = simulate("?entry=SEA-CAS1&mailbox=LEE-MBX1", manifest("contoso", FORMS));

    // Then
    answer.statusCode(200).body("outcome", is("FAIL")).body("reached", is("no"));
  }

  @Test
  void anUnknownNameIsRefusedWithTheNearestRightOne() {
    // When
    var answer = simulate("?entry=SEA-CAS2&mailbox=leeds-staff", manifest("contoso", FIT));

    // Then
    answer
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", is("/problems/unfit-question"))
        .body("detail", containsString("SEA-CAS2"))
        .body("detail", containsString("SEA-CAS1"));
  }

  @Test
  void aManifestWithErrorsIsRefused() {
    // When
    var answer =
        simulate(
            "?entry=SEA-CAS1&mailbox=leeds-staff",
            manifest("contoso", FIT).replace("sites:", "sits:"));

    // Then
    answer
        .statusCode(422)
        .body("type", is("/problems/unreadable-manifest"))
        .body("errors[0].detail", containsString("sites"));
  }

  @Test
  void severalOrganizationsAreTooMany() {
    // When
    var answer =
        simulate(
            "?entry=SEA-CAS1&mailbox=leeds-staff",
            manifest("contoso", FIT) + "---\n" + manifest("fabrikam", FIT));

    // Then
    answer
        .statusCode(422)
        .body("type", is("/problems/unfit-question"))
        .body("detail", containsString("several organizations"));
  }

  private static ValidatableResponse simulate(String words, String manifest) {
    return given()
        .contentType("application/yaml")
        .body(manifest.getBytes(UTF_8))
        .post("/simulations" + words)
        .then();
  }
}
