package io.casguard.rules.check;

import static io.casguard.rules.Leeds.FIT;
import static io.casguard.rules.Leeds.FORMS;
import static io.casguard.rules.Leeds.PUBLISHED;
import static io.casguard.rules.Leeds.manifest;
import static io.casguard.testsupport.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.casguard.rules.Leeds;
import io.casguard.testsupport.PlayedInventory;
import io.casguard.testsupport.WithInventory;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
class CheckResourceIT {
  @Test
  void aManifestIsCheckedAndNothingIsKept() {
    // When
    var answer = check(manifest("contoso", PUBLISHED).getBytes(UTF_8));

    // Then
    answer
        .statusCode(200)
        .contentType("application/json")
        .body("organization", is("contoso"))
        .body("violations[0].guideline", is("CAP-104"))
        .body("violations[0].at.file", is("topology.yaml"));
    given().get("/organizations/contoso/violations").then().statusCode(404);
  }

  @Test
  void eachOrganizationOfAManifestIsALine() {
    // Given
    String manifest = manifest("contoso", FIT) + "---\n" + manifest("fabrikam", FORMS);

    // When
    String answer = check(manifest.getBytes(UTF_8)).statusCode(200).extract().asString();

    // Then
    assertThat(answer.lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("{\"organization\":\"contoso\""),
            second -> assertThat(second).startsWith("{\"organization\":\"fabrikam\""));
  }

  @Test
  void theAnswerForARevisionIsTheAnswerForItsFile() throws Exception {
    // Given
    String organization = Leeds.anOrganization();
    String manifest = manifest(organization, FORMS);

    // When
    PlayedInventory.shared().put(organization, 1, manifest);

    // Then
    byte[] asked = check(manifest.getBytes(UTF_8)).extract().asByteArray();
    eventually(
        () ->
            assertThat(
                    given()
                        .get("/organizations/{organization}/check", organization)
                        .then()
                        .statusCode(200)
                        .header("Casguard-Revision", "1")
                        .extract()
                        .asByteArray())
                .isEqualTo(asked));
  }

  @Test
  void everyErrorOfAManifestIsListed() {
    // Given
    String wrong =
        manifest("contoso", FIT)
            .replace("domain:", "domane:")
            .replace("internetFacing:", "internetFacng:");

    // When
    var answer = check(wrong.getBytes(UTF_8));

    // Then
    answer
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", is("/problems/unreadable-manifest"))
        .body("errorsInAll", is(3))
        .body("errors[0].line", is(5))
        .body("errors[0].detail", containsString("domain"))
        .body("errors[1].line", is(8))
        .body("errors[1].detail", containsString("internetFacing"))
        .body("errors[2].detail", containsString("internetFacing"));
  }

  @Test
  void whatIsNoUtf8IsRefusedAndNotGuessed() {
    // Given
    byte[] latin1 = {'a', ':', ' ', (byte) 0xE9};

    // When
    var answer = check(latin1);

    // Then
    answer
        .statusCode(422)
        .body("type", is("/problems/unreadable-manifest"))
        .body("errors[0].file", is("topology.yaml"))
        .body("errors[0].detail", containsString("UTF-8"));
  }

  private static ValidatableResponse check(byte[] manifest) {
    return given().contentType("application/yaml").body(manifest).post("/checks").then();
  }
}
