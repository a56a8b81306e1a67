package io.casguard.servicekit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithPostgres(database = "trial")
@WithKafka(topics = {"casguard.topology-changes", "casguard.dead-letters.trial-service"})
class ProblemAnswersIT {
  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Test
  void aRefusalIsToldAsItsProblem() {
    // When
    var answer = given().get("/trials/refused/7").then();

    // Then
    problem(answer, 404, "unknown-trial")
        .body("title", equalTo("No such trial"))
        .body("detail", equalTo("There is no trial 7."))
        .body("known", contains(1, 2));
  }

  @Test
  void aFaultTellsNothingButItsId() {
    // When
    var answer = given().get("/trials/bug").then();

    // Then
    problem(answer, 500, "internal-error")
        .body("errorId", matchesPattern(UUID_PATTERN))
        .body(not(containsString("secret")));
  }

  @Test
  void anOutageMayBeTriedAgain() {
    // When
    var answer = given().get("/trials/outage").then();

    // Then
    problem(answer, 503, "unavailable")
        .header("Retry-After", notNullValue())
        .body("errorId", matchesPattern(UUID_PATTERN));
  }

  @Test
  void aPathThatLeadsNowhereIsAProblem() {
    // When
    var answer = given().get("/nowhere/at/all").then();

    // Then
    problem(answer, 404, "nothing-here").body("detail", containsString("/nowhere/at/all"));
  }

  @Test
  void aPathParameterOfAWrongKindLeadsNowhere() {
    // When
    var answer = given().get("/trials/refused/seven").then();

    // Then
    problem(answer, 404, "nothing-here");
  }

  @Test
  void aWrongMethodIsAProblem() {
    // When
    var answer = given().delete("/trials/body").then();

    // Then
    problem(answer, 405, "wrong-method");
  }

  @Test
  void aWrongMediaTypeIsAProblem() {
    // When
    var answer =
        given().contentType("application/xml").body("<count/>").post("/trials/body").then();

    // Then
    problem(answer, 415, "unsupported-media-type");
  }

  @Test
  void anUnknownRepresentationIsAProblem() {
    // When
    var answer =
        given()
            .contentType("application/json")
            .accept("image/png")
            .body("{\"count\":1}")
            .post("/trials/body")
            .then();

    // Then
    problem(answer, 406, "not-acceptable");
  }

  @Test
  void brokenJsonIsToldWithItsPlace() {
    // When
    var answer =
        given()
            .contentType("application/json")
            .body("{\n \"count\": ,}")
            .post("/trials/body")
            .then();

    // Then
    problem(answer, 400, "unreadable-body")
        .body("errors", hasSize(1))
        .body("errors[0].line", equalTo(2))
        .body("errors[0].detail", notNullValue());
  }

  @Test
  void jsonOfAWrongShapeIsToldWithItsPlace() {
    // When
    var answer =
        given()
            .contentType("application/json")
            .body("{\"count\": \"many\"}")
            .post("/trials/body")
            .then();

    // Then
    problem(answer, 400, "unreadable-body")
        .body("errors[0].line", equalTo(1))
        .body("errors[0].column", greaterThan(1));
  }

  @Test
  void aBrokenConstraintIsToldWithItsPath() {
    // When
    var answer = given().queryParam("page", 0).get("/trials/constrained").then();

    // Then
    problem(answer, 400, "invalid-request")
        .body("errors", hasSize(1))
        .body("errors[0].path", containsString("page"));
  }

  @Test
  void aBodyThatIsTooLargeIsAProblem() {
    // When
    var answer =
        given().contentType("text/plain").body("x".repeat(100_000)).post("/trials/text").then();

    // Then
    problem(answer, 413, "too-large");
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
    return answer
        .statusCode(status)
        .contentType(Problem.MEDIA_TYPE)
        .body("type", equalTo("/problems/" + slug))
        .body("status", equalTo(status));
  }
}
