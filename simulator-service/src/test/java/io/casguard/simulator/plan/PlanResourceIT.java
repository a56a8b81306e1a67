package io.casguard.simulator.plan;

import static io.casguard.simulator.Leeds.FIT;
import static io.casguard.simulator.Leeds.FORMS;
import static io.casguard.simulator.Leeds.PUBLISHED;
import static io.casguard.simulator.Leeds.manifest;
import static io.casguard.testsupport.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.casguard.accesspaths.Assumptions;
import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.reports.PlanQuestion;
import io.casguard.reports.PlanReport;
import io.casguard.simulator.Leeds;
import io.casguard.testsupport.PlayedInventory;
import io.casguard.testsupport.WithInventory;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.casguard.topology.Parsed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
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
class PlanResourceIT {
  private static final JsonMapper JSON = new JsonMapper();

  private final String organization = Leeds.anOrganization();
  private final PlayedInventory inventory;

  PlanResourceIT() throws IOException, InterruptedException {
    inventory = PlayedInventory.shared();
  }

  @Test
  void twoManifestsArePlannedAsTheCommandLineDoes() {
    // Given
    String before = manifest("contoso", FIT) + "---\n" + manifest("fabrikam", FORMS);
    String after = manifest("contoso", FORMS) + "---\n" + manifest("fabrikam", FORMS);

    // When
    ValidatableResponse answer = plan(change(files(before), files(after)));

    // Then
    answer.statusCode(200).contentType("application/json").body(equalTo(offline(before, after)));
  }

  @Test
  void aPageIsHadByAskingForIt() {
    // When
    ValidatableResponse answer =
        given()
            .contentType("application/json")
            .body(
                change(files(manifest("contoso", FIT)), files(manifest("contoso", PUBLISHED)))
                    .toString())
            .post("/plans?output=markdown")
            .then();

    // Then
    answer
        .statusCode(200)
        .contentType("text/markdown")
        .body(startsWith("# contoso: BREAKS"))
        .body(containsString("PROXY → REDIRECT\\_LINK"));
  }

  @Test
  void aRevisionIsComparedWithAManifest() throws Exception {
    // Given
    inventory.keep(organization, 3, manifest(organization, FIT));

    // When
    ValidatableResponse answer =
        plan(
            change(JSON.createObjectNode().put("revision", 3), files(manifest(organization, FORMS)))
                .put("organization", organization));

    // Then
    answer
        .statusCode(200)
        .body("organization", is(organization))
        .body("before.revision", is(3))
        .body("after.revision", is((Object) null))
        .body("verdict", is("BREAKS"))
        .body("people[0].users", is(900))
        .body("opened.guideline", hasItem("CAP-103"));
  }

  @Test
  void anyTwoRevisionsAreComparedLater() throws Exception {
    // Given
    inventory.keep(organization, 1, manifest(organization, FIT));
    inventory.keep(organization, 2, manifest(organization, FORMS));
    inventory.keep(organization, 3, manifest(organization, FIT));
    inventory.delete(organization, 4);

    // When // Then
    between("from=1&to=2").statusCode(200).body("verdict", is("BREAKS"));
    between("from=1&to=3").statusCode(200).body("verdict", is("SAFE")).body("people", empty());
    between("from=3&to=2")
        .statusCode(200)
        .body("before.revision", is(3))
        .body("after.revision", is(2));
    between("from=0&to=1").statusCode(200).body("people[0].to", is("PROXY"));
    between("from=3&to=4").statusCode(200).body("people[0].from", is("PROXY"));
  }

  @Test
  void theAccessPathsOfEachRevisionAreKept() throws Exception {
    // Given
    inventory.put(organization, 1, manifest(organization, FIT));
    inventory.put(organization, 2, manifest(organization, FORMS));
    eventually(() -> paths("").statusCode(200).header("Casguard-Revision", "2"));

    // When // Then
    paths("?revision=1")
        .statusCode(200)
        .header("Casguard-Revision", "1")
        .body("people.outcome", hasItem("PROXY"));
    paths("?revision=2").statusCode(200).body("people.outcome", hasItem("FAIL"));
    paths("?revision=9").statusCode(404).body("type", is("/problems/unknown-revision"));
  }

  @Test
  void aRevisionThatIsNotThereIsRefused() {
    between("from=7&to=8")
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", is("/problems/unknown-revision"))
        .body("organization", is(organization));
  }

  @Test
  void anInventoryThatFailsIsAnOutage() throws Exception {
    // Given
    inventory.keep(organization, 1, manifest(organization, FIT));
    inventory.fail(organization, 2, 500);

    // When // Then
    between("from=1&to=2").statusCode(503).body("type", is("/problems/unavailable"));
  }

  @Test
  void aRevisionThatCannotBeReadIsRefused() throws Exception {
    // Given
    inventory.keep(organization, 1, manifest(organization, FIT));
    inventory.keep(organization, 2, manifest(organization, FIT).replace("sites:", "places:"));

    // When // Then
    between("from=1&to=2")
        .statusCode(422)
        .body("type", is("/problems/unfit-plan"))
        .body("detail", containsString("Revision 2 cannot be read here: topology.yaml"));
  }

  @Test
  void whatTheQuestionLacksIsSaid() {
    ObjectNode fit = files(manifest("contoso", FIT));

    plan(JSON.createObjectNode().set("before", fit))
        .statusCode(422)
        .body("type", is("/problems/unfit-plan"))
        .body("detail", startsWith("after: it is either a revision or files"));
    plan(change(JSON.createObjectNode().put("revision", 3), fit))
        .statusCode(422)
        .body("detail", startsWith("before: a revision needs its organization"));
    plan(change(fit, files(manifest("fabrikam", FIT))))
        .statusCode(422)
        .body("detail", startsWith("contoso is no longer declared"));
    plan(change(fit, files(manifest("contoso", FIT).replace("sites:", "sits:"))))
        .statusCode(422)
        .body("type", is("/problems/unreadable-manifest"))
        .body("errors[0].file", is("topology.yaml"));
    plan(JSON.createObjectNode().put("befor", 1))
        .statusCode(400)
        .body("type", is("/problems/unreadable-body"));
    given()
        .contentType("application/json")
        .body("{\"before\":")
        .post("/plans")
        .then()
        .statusCode(400)
        .body("type", is("/problems/unreadable-body"));
    between("from=1&to=2&output=html")
        .statusCode(422)
        .body("detail", startsWith("output: it is json or markdown"));
    between("from=1").statusCode(400).body("type", is("/problems/invalid-request"));
    between("from=-1&to=2").statusCode(400).body("type", is("/problems/invalid-request"));
  }

  private static String offline(String before, String after) {
    Parsed<PlanQuestion.Answer> asked =
        new PlanQuestion("", LocalDate.parse("2026-11-25"), Assumptions.DEFAULT)
            .ask(PlanQuestion.End.of(declared(before)), PlanQuestion.End.of(declared(after)));
    return switch (asked) {
      case Parsed.Understood<PlanQuestion.Answer>(PlanQuestion.Answer answer) ->
          answer.reports().stream().map(PlanReport::json).collect(Collectors.joining());
      case Parsed.Refused<PlanQuestion.Answer>(String why) -> throw new AssertionError(why);
    };
  }

  private static List<Manifest.Declared> declared(String text) {
    return switch (Manifest.read(List.of(new SourceFile("topology.yaml", text)))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> all, _) -> all;
      case Manifest.Reading.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static ObjectNode change(ObjectNode before, ObjectNode after) {
    ObjectNode change = JSON.createObjectNode();
    change.set("before", before);
    change.set("after", after);
    return change;
  }

  private static ObjectNode files(String text) {
    ObjectNode end = JSON.createObjectNode();
    end.putArray("files").addObject().put("name", "topology.yaml").put("text", text);
    return end;
  }

  private static ValidatableResponse plan(Object body) {
    return given()
        .contentType("application/json")
        .body(body.toString().getBytes(UTF_8))
        .post("/plans")
        .then();
  }

  private ValidatableResponse between(String words) {
    return given().get("/organizations/" + organization + "/plans?" + words).then();
  }

  private ValidatableResponse paths(String words) {
    return given().get("/organizations/" + organization + "/access-paths" + words).then();
  }
}
