package io.casguard.inventory;

import static io.casguard.inventory.Inventory.delete;
import static io.casguard.inventory.Inventory.get;
import static io.casguard.inventory.Inventory.manifest;
import static io.casguard.inventory.Inventory.put;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casguard.testsupport.GoldenFiles;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithPostgres(database = "inventory")
@WithKafka(topics = "casguard.topology-changes")
class AnswersIT {
  private static final GoldenFiles GOLDEN = GoldenFiles.in(Path.of("src/test/resources/AnswersIT"));
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theAnswersAreThoseOfTheFiles() throws IOException {
    check(
        "put-first", put(given().header("If-None-Match", "*"), "golden", manifest("golden", 100)));
    check(
        "put-next",
        put(given().queryParam("message", "Cheaper"), "golden", manifest("golden", 50)));
    check("put-unchanged", put("golden", manifest("golden", 50)));
    check("put-reworded", put("golden", "# links\n" + manifest("golden", 50)));
    check("put-trial", put(given().queryParam("dryRun", true), "golden", manifest("golden", 10)));
    check(
        "put-too-late", put(given().header("If-Match", "\"1\""), "golden", manifest("golden", 10)));
    check("put-unreadable", put("golden", manifest("golden", 50).replace("cost", "costs")));
    check("put-another-organization", put("golden", manifest("contoso", 50)));
    check("organization", get("golden", ""));
    check("topology", get("golden", "/topology"));
    check("revision", get("golden", "/revisions/2"));
    check("changes", get("golden", "/revisions/2/changes"));
    check("unknown-revision", get("golden", "/revisions/7"));
    check("delete", delete("golden"));
    check("deleted", get("golden", ""));
    check("revisions", get("golden", "/revisions"));
    GOLDEN.assertAllUsed();
  }

  /// The time and the digests differ from run to run, or with the form of digests.
  private static void check(String file, ValidatableResponse answer) throws IOException {
    var text = answer.extract().asString();
    var told =
        JSON.writerWithDefaultPrettyPrinter()
            .writeValueAsString(JSON.readTree(text))
            .replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[^\"]*Z\"", "\"2026-11-25T02:30:00.123Z\"")
            .replaceAll("\"[0-9a-f]{64}\"", "\"9f2c7f1f6f0d5a4e8b3c2d1e0f9a8b7c\"");
    var tag = answer.extract().header("ETag");
    GOLDEN.check(
        file + ".json",
        "// "
            + answer.extract().statusCode()
            + (tag == null ? "" : " ETag: " + tag)
            + "\n"
            + told
            + "\n");
  }
}
