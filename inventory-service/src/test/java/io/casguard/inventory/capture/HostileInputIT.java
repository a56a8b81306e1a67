package io.casguard.inventory.capture;

import static io.casguard.inventory.Inventory.anOrganization;
import static io.casguard.inventory.Inventory.get;
import static io.casguard.inventory.Inventory.manifest;
import static io.casguard.inventory.Inventory.put;
import static io.restassured.RestAssured.given;
import static java.net.http.HttpClient.Version.HTTP_1_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithPostgres(database = "inventory")
@WithKafka(topics = "casguard.topology-changes")
class HostileInputIT {
  private static final int LIMIT = 64 << 20;

  @Test
  void everyErrorOfAManifestIsToldWithItsPlace() {
    // Given
    var organization = anOrganization();
    var manifest =
        manifest(organization, 100)
            .replace("roles: [ClientAccess]", "rolls: [ClientAccess]")
            .replace("sites: [seattle, leeds]", "sites: [seattle, londn]");

    // When
    var answer = put(given().queryParam("file", "all.yaml"), organization, manifest);

    // Then
    problem(answer, 422, "unreadable-manifest")
        .body("errors", hasSize(2))
        .body("errors.file.unique()", contains("all.yaml"))
        .body("errors[0].line", equalTo(6))
        .body("errors[0].column", greaterThan(1))
        .body("errors[0].path", equalTo("spec.sites.seattle.servers.SEA-CAS1.rolls"))
        .body("errors[0].detail", containsString("roles"));
    get(organization, "").statusCode(404);
  }

  @Test
  void aManifestWithAnErrorLeavesTheTopologyAsItIs() {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 100));

    // When
    var answer = put(organization, manifest(organization, 200) + "  sites: {}\n");

    // Then
    problem(answer, 422, "unreadable-manifest");
    get(organization, "").body("revision", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000",
        "[[[[",
        "a: &a [*a, *a]",
        "!!java.net.URL [http://127.0.0.1]",
        "just words",
        "{}"
      })
  void whatIsNoManifestIsRefused(String text) {
    // When
    var answer = put(anOrganization(), text);

    // Then
    problem(answer, 422, "unreadable-manifest");
  }

  @Test
  void anAliasBombIsRefused() {
    // Given
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }

    // When
    var answer = put(anOrganization(), bomb.toString());

    // Then
    problem(answer, 422, "unreadable-manifest");
  }

  @Test
  void deepNestingIsRefused() {
    // When
    var answer = put(anOrganization(), "[".repeat(100_000));

    // Then
    problem(answer, 422, "unreadable-manifest");
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    // Given
    var organization = anOrganization();

    // When
    var answer =
        given()
            .contentType("application/yaml")
            .body(manifest(organization, 100).getBytes(UTF_16LE))
            .put("/organizations/{organization}/topology", organization)
            .then();

    // Then
    problem(answer, 422, "unreadable-manifest");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    // When
    var answer =
        given()
            .contentType("application/yaml")
            .body(new byte[] {'a', (byte) 0xFF, (byte) 0xC3})
            .put("/organizations/{organization}/topology", anOrganization())
            .then();

    // Then
    problem(answer, 422, "unreadable-manifest")
        .body("errors[0].detail", containsString("not UTF-8"));
  }

  @Test
  void aCharacterThatPostgresCannotKeepIsNoFault() {
    // Given
    var organization = anOrganization();
    var manifest = manifest(organization, 100).replace("LEE-MBX1", "\"LEE\\0MBX\"");

    // When
    var answer = put(organization, manifest);

    // Then
    answer.statusCode(oneOf(201, 422));
  }

  @Test
  void anotherOrganizationIsRefused() {
    // Given
    var organization = anOrganization();

    // When
    var answer = put(organization, manifest("fabrikam", 100));

    // Then
    problem(answer, 422, "wrong-organization").body("declared", contains("fabrikam"));
  }

  @Test
  void anotherOrganizationBesidesIsRefused() {
    // Given
    var organization = anOrganization();

    // When
    var answer =
        put(organization, manifest(organization, 100) + "---\n" + manifest("fabrikam", 100));

    // Then
    problem(answer, 422, "wrong-organization").body("declared", hasSize(2));
    get(organization, "").statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Contoso", "..", "../contoso", "a/b", "-a", "a.b", "a b", "a\u0000", "%2e%2e"})
  void aNameThatIsNoLabelIsRefused(String organization) {
    // When
    var answer =
        given()
            .contentType("application/yaml")
            .body("x".getBytes(UTF_8))
            .put("/organizations/{organization}/topology", organization)
            .then();

    // Then
    answer.statusCode(oneOf(400, 404)).contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a.yaml", "/etc/passwd", "a//b", "a/./b", "a\\b.yaml", "a\u0000b", ".."})
  void aFileNameThatIsNoRelativePathIsRefused(String file) {
    // Given
    var organization = anOrganization();

    // When
    var answer = put(given().queryParam("file", file), organization, manifest(organization, 100));

    // Then
    problem(answer, 400, "unfit-files");
  }

  @Test
  void twoFilesOfOneNameAreRefused() {
    // Given
    var organization = anOrganization();

    // When
    var answer =
        given()
            .multiPart("a", "a.yaml", manifest(organization, 1).getBytes(UTF_8))
            .multiPart("b", "a.yaml", manifest(organization, 1).getBytes(UTF_8))
            .put("/organizations/{organization}/topology", organization)
            .then();

    // Then
    problem(answer, 400, "unfit-files").body("detail", containsString("a.yaml"));
  }

  @Test
  void aFormWithoutAFileIsRefused() {
    // When
    var answer =
        given()
            .multiPart("a", "no file")
            .put("/organizations/{organization}/topology", anOrganization())
            .then();

    // Then
    problem(answer, 400, "unfit-files");
  }

  @Test
  void anotherMediaTypeIsRefused() {
    // When
    var answer =
        given()
            .contentType("application/xml")
            .body("<topology/>")
            .put("/organizations/{organization}/topology", anOrganization())
            .then();

    // Then
    problem(answer, 415, "unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "", "TRUE"})
  void aTrialIsNeverTakenForTheRealThing(String dryRun) {
    // Given
    var organization = anOrganization();

    // When
    var answer =
        put(given().queryParam("dryRun", dryRun), organization, manifest(organization, 100));

    // Then
    problem(answer, 400, "unknown-parameter");
    get(organization, "").statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dryrun", "dry_run", "DryRun", "ifMatch"})
  void aMisspelledParameterIsRefused(String parameter) {
    // Given
    var organization = anOrganization();

    // When
    var answer =
        put(given().queryParam(parameter, "true"), organization, manifest(organization, 100));

    // Then
    problem(answer, 400, "unknown-parameter");
    get(organization, "").statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "a\u0000b"})
  void aMessageOfSeveralLinesIsRefused(String message) {
    // Given
    var organization = anOrganization();

    // When
    var answer =
        put(given().queryParam("message", message), organization, manifest(organization, 100));

    // Then
    problem(answer, 400, "invalid-request");
  }

  @Test
  void aManifestAboveTheLimitIsRefused() throws Exception {
    // When
    var answer = send("application/yaml", BodyPublishers.ofByteArray(spaces(LIMIT + 1)), false);

    // Then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/manifest-too-large", "64 MiB");
  }

  @Test
  void aBodyAboveTheLimitOfBodiesIsRefused() throws Exception {
    // When
    var answer =
        send("application/yaml", BodyPublishers.ofByteArray(spaces(LIMIT + (2 << 20))), true);

    // Then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/too-large");
  }

  @Test
  void filesThatAreTogetherAboveTheLimitAreRefused() throws Exception {
    // Given
    var part = "--x\r\nContent-Disposition: form-data; name=\"%1$s\"; filename=\"%1$s\"\r\n\r\n";
    var form =
        BodyPublishers.concat(
            BodyPublishers.ofString(part.formatted("a.yaml")),
            BodyPublishers.ofByteArray(spaces(LIMIT / 2)),
            BodyPublishers.ofString("\r\n" + part.formatted("b.yaml")),
            BodyPublishers.ofByteArray(spaces(LIMIT / 2 + 1)),
            BodyPublishers.ofString("\r\n--x--\r\n"));

    // When
    var answer = send("multipart/form-data; boundary=x", form, false);

    // Then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/manifest-too-large");
  }

  /// Asks first where the server answers before it has read everything.
  private HttpResponse<String> send(String type, BodyPublisher body, boolean asking)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().version(HTTP_1_1).build()) {
      return client.send(
          HttpRequest.newBuilder(
                  URI.create(
                      "http://127.0.0.1:%d/organizations/%s/topology"
                          .formatted(RestAssured.port, anOrganization())))
              .header("Content-Type", type)
              .expectContinue(asking)
              .PUT(body)
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static byte[] spaces(int length) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) ' ');
    return bytes;
  }

  private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/" + slug))
        .body("status", equalTo(status));
  }
}
