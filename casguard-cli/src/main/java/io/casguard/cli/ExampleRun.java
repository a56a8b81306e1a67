package io.casguard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casguard.formats.Limits;
import io.casguard.formats.Manifest;
import io.casguard.formats.ManifestFiles;
import io.casguard.formats.Problem;
import io.casguard.formats.SourceFile;
import io.casguard.localstack.Addresses;
import io.casguard.topology.Parsed;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Puts the example organizations into the running product, and prints what comes out at the other
/// end.
///
/// It does what any client would do: PUT to inventory-service, then ask rules-service and
/// simulator-service.
final class ExampleRun {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final String BOUNDARY = "casguard-examples-9f2c1b";
  private static final JsonMapper JSON = new JsonMapper();

  private final Addresses addresses;
  private final PrintStream out;
  private final HttpClient http = HttpClient.newHttpClient();

  ExampleRun(Addresses addresses, PrintStream out) {
    this.addresses = addresses;
    this.out = out;
  }

  /// Loads every folder of examples that is an organization, in alphabetical order. Those of plans
  /// hold one twice, before and after a change.
  void run(Path examples) throws IOException, InterruptedException {
    try (Stream<Path> folders = Files.list(examples)) {
      for (Path folder : folders.filter(ExampleRun::isOrganization).sorted().toList()) {
        load(folder);
      }
    }
  }

  private static boolean isOrganization(Path folder) {
    return Files.isDirectory(folder) && !folder.endsWith("plans");
  }

  private void load(Path folder) throws IOException, InterruptedException {
    List<SourceFile> files = files(folder);
    String organization = organization(files);
    JsonNode put = put(organization, files);
    long revision = put.path("revision").asLong();
    out.println();
    out.println(
        organization
            + (put.path("unchanged").asBoolean()
                ? " is still at revision "
                : " is put as revision ")
            + revision);
    violations(organization, revision);
    people(organization, revision);
  }

  private static List<SourceFile> files(Path folder) throws IOException {
    return switch (ManifestFiles.read(folder, Limits.DEFAULT)) {
      case Parsed.Understood<List<SourceFile>>(List<SourceFile> files) -> files;
      case Parsed.Refused<List<SourceFile>>(String why) -> throw new WrongInput(why);
    };
  }

  private static String organization(List<SourceFile> files) {
    return switch (Manifest.read(files)) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) ->
          declared.getFirst().topology().organization();
      case Manifest.Reading.Rejected(List<Problem> problems) ->
          throw new WrongInput(problems.getFirst().toString());
    };
  }

  /// Sends the files as the parts of one form, each with its name, as a client with several files
  /// does.
  private JsonNode put(String organization, List<SourceFile> files)
      throws IOException, InterruptedException {
    URI address =
        addresses
            .service(LocalServices.INVENTORY)
            .resolve("/organizations/" + organization + "/topology");
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .PUT(HttpRequest.BodyPublishers.ofString(form(files)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new WrongInput("inventory-service refused " + organization + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private static String form(List<SourceFile> files) {
    StringBuilder form = new StringBuilder();
    for (SourceFile file : files) {
      form.append(
              "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
          .append(file.name().replace("\"", "%22"))
          .append("\"\r\nContent-Type: application/yaml\r\n\r\n")
          .append(file.text())
          .append("\r\n");
    }
    return form.append("--" + BOUNDARY + "--\r\n").toString();
  }

  private void violations(String organization, long revision)
      throws IOException, InterruptedException {
    URI address =
        addresses
            .service(LocalServices.RULES)
            .resolve("/organizations/" + organization + "/violations?limit=500");
    JsonNode answer = JSON.readTree(await(address, revision).body());
    for (JsonNode violation : answer.path("violations")) {
      out.printf(
          "  %-7s  %s  %-20s  %s%n",
          violation.path("severity").asText(),
          violation.path("guideline").asText(),
          violation.has("server")
              ? violation.path("server").asText()
              : violation.path("site").asText(),
          violation.path("message").asText());
    }
    if (answer.path("violations").isEmpty()) {
      out.println("  no violation is open");
    }
  }

  private void people(String organization, long revision) throws IOException, InterruptedException {
    URI address =
        addresses
            .service(LocalServices.SIMULATOR)
            .resolve("/organizations/" + organization + "/access-paths");
    JsonNode answer = JSON.readTree(await(address, revision).body());
    Map<String, List<String>> outcomes = new LinkedHashMap<>();
    for (JsonNode count : answer.path("people")) {
      List<String> words =
          outcomes.computeIfAbsent(
              count.path("protocol").asText() + " from the " + count.path("from").asText(),
              _ -> new ArrayList<>());
      String outcome = count.path("outcome").asText();
      if (count.path("users").asInt() > 0) {
        words.add("%,d %s".formatted(count.path("users").asInt(), outcome));
      }
      if (count.path("uncountedClasses").asInt() > 0) {
        words.add("uncounted people " + outcome);
      }
    }
    outcomes.forEach(
        (who, words) -> {
          if (!words.isEmpty()) {
            out.printf("  people   %s: %s%n", who, String.join(", ", words));
          }
        });
  }

  /// Looks until the service has got to a revision.
  private HttpResponse<String> await(URI address, long revision)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      HttpResponse<String> answer =
          http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200 && revision(answer) >= revision) {
        return answer;
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    throw new IOException(
        address
            + " did not get to revision "
            + revision
            + " within "
            + PATIENCE.toSeconds()
            + " s");
  }

  private static long revision(HttpResponse<String> answer) throws IOException {
    return answer.headers().firstValueAsLong("Casguard-Revision").isPresent()
        ? answer.headers().firstValueAsLong("Casguard-Revision").getAsLong()
        : JSON.readTree(answer.body()).path("revision").asLong();
  }
}
