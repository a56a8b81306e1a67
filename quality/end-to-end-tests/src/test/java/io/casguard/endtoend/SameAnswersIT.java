package io.casguard.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.cli.Casguard;
import io.casguard.cli.LocalServices;
import io.casguard.formats.Limits;
import io.casguard.formats.Manifest;
import io.casguard.formats.ManifestFiles;
import io.casguard.formats.Problem;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Parsed;
import io.casguard.topology.Population;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The command line and the services answer alike, to the byte, for every example.
class SameAnswersIT {
  private static final int WRONG_INPUT = 2;
  private static final int MOST_NAMES = 6;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /// The examples of one file each: these two requests take one file, while `PUT …/topology` takes
  /// several.
  static List<Path> examples() throws IOException {
    List<Path> examples = new ArrayList<>();
    for (Path example : Product.examples()) {
      if (files(example).size() == 1) {
        examples.add(example);
      }
    }
    assertThat(examples).hasSizeGreaterThanOrEqualTo(4);
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aCheckIsTheSameOfflineAndOverHttp(Path example) throws Exception {
    // Given
    SourceFile file = onlyFile(example);

    // When
    Said offline = casguard("check", example.toString(), "-o", "json");
    HttpResponse<byte[]> online = post(LocalServices.RULES, "/checks", Map.of(), file);

    // Then
    assertThat(offline.out()).startsWith("{\"organization\":");
    assertThat(online.statusCode()).isEqualTo(200);
    assertThat(online.body()).isEqualTo(offline.out().getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aSimulationIsTheSameOfflineAndOverHttp(Path example) throws Exception {
    // Given
    SourceFile file = onlyFile(example);
    Organization organization = organization(file);

    // When // Then
    for (String entry : entries(organization)) {
      for (String mailbox : mailboxes(organization)) {
        for (String from : List.of("internet", "intranet")) {
          Said offline =
              casguard(
                  "simulate",
                  example.toString(),
                  "--protocol=owa",
                  "--entry=" + entry,
                  "--mailbox=" + mailbox,
                  "--from=" + from,
                  "-o=json");
          HttpResponse<byte[]> online =
              post(
                  LocalServices.SIMULATOR,
                  "/simulations",
                  Map.of("protocol", "owa", "entry", entry, "mailbox", mailbox, "from", from),
                  file);
          assertThat(online.statusCode()).isEqualTo(offline.code() == WRONG_INPUT ? 422 : 200);
          if (offline.code() != WRONG_INPUT) {
            assertThat(offline.out()).startsWith("{\"organization\":");
            assertThat(online.body()).isEqualTo(offline.out().getBytes(UTF_8));
          }
        }
      }
    }
  }

  /// Published names first, then what may be a Client Access server.
  private static List<String> entries(Organization organization) {
    return some(
        Stream.concat(
            organization.publishedNames().stream().map(PublishedName::name),
            servers(organization, Role.CLIENT_ACCESS)));
  }

  /// Populations first, then what may be a mailbox server.
  private static List<String> mailboxes(Organization organization) {
    return some(
        Stream.concat(
            organization.populations().stream().map(Population::name),
            servers(organization, Role.MAILBOX)));
  }

  private static Stream<String> servers(Organization organization, Role role) {
    return organization.servers().stream()
        .filter(server -> server.is(role) != Holds.NO)
        .map(Server::name);
  }

  private static List<String> some(Stream<String> names) {
    List<String> some = names.limit(MOST_NAMES).toList();
    assertThat(some).isNotEmpty();
    return some;
  }

  private static SourceFile onlyFile(Path example) throws IOException {
    return files(example).getFirst();
  }

  private static List<SourceFile> files(Path example) throws IOException {
    return switch (ManifestFiles.read(example, Limits.DEFAULT)) {
      case Parsed.Understood<List<SourceFile>>(List<SourceFile> files) -> files;
      case Parsed.Refused<List<SourceFile>>(String why) -> throw new IllegalStateException(why);
    };
  }

  private static Organization organization(SourceFile file) {
    return switch (Manifest.read(List.of(file))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) ->
          Organization.of(declared.getFirst().topology());
      case Manifest.Reading.Rejected(List<Problem> problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  private record Said(int code, String out) {}

  private static Said casguard(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    try (var results = new PrintWriter(out);
        var everythingElse = new PrintWriter(err)) {
      int code = Casguard.run(results, everythingElse, arguments);
      return new Said(code, out.toString());
    }
  }

  private static HttpResponse<byte[]> post(
      String service, String path, Map<String, String> words, SourceFile file) throws Exception {
    Map<String, String> parameters = new TreeMap<>(words);
    parameters.put("file", file.name());
    String query =
        parameters.entrySet().stream()
            .map(word -> word.getKey() + "=" + URLEncoder.encode(word.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    URI address = Product.running().addresses().service(service).resolve(path + "?" + query);
    return HTTP.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofString(file.text()))
            .build(),
        BodyHandlers.ofByteArray());
  }
}
