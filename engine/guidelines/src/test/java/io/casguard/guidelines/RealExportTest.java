package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.casguard.topology.Defaults;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Parsed;
import io.casguard.topology.Role;
import io.casguard.topology.Shape;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The facts of a published export, transcribed by a few lines, and judged.
class RealExportTest {
  private static final Path EXPORT =
      Path.of("../../../shared/data/shell/format-list/exchange-2007sp3-with-2013.txt");

  private final Map<String, Entity> servers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  @Test
  void aRealExportIsMostlyNotCheckedAndNeverAFalseAlarm() throws IOException {
    assumeTrue(Files.exists(EXPORT), "the published export is not beside the project");
    // Given
    transcribe(Files.readString(EXPORT));
    Entity spec = Entity.named(Vocabulary.SPEC, "").with(Vocabulary.DEFAULTS, Defaults.NONE);
    for (Map.Entry<String, Entity> server : servers.entrySet()) {
      spec = spec.with(Vocabulary.SERVERS_WITHOUT_SITE, server.getKey(), server.getValue());
    }
    // When
    Organization organization = Organization.of(new Topology("real", spec));
    Findings findings = Catalog.check(organization);
    // Then
    assertThat(organization.servers()).hasSize(4);
    assertThat(organization.directories(DirectoryKind.OWA)).hasSize(3);
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.notChecked())
        .extracting(Verdict::guideline)
        .contains(
            "CAP-101", "CAP-102", "CAP-103", "CAP-104", "CAP-106", "CAP-107", "CAP-109", "CAP-202",
            "CAP-204", "CAP-210");
    assertThat(findings.summary().notChecked())
        .isGreaterThan(findings.summary().conforms() + findings.summary().notApplicable());
  }

  /// A record ends where its last property was read; the properties of a server come before those
  /// of its directories.
  private void transcribe(String text) {
    Map<String, String> record = new HashMap<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(" : ");
      String key = colon < 0 ? "" : line.substring(0, colon).strip();
      record.put(key, colon < 0 ? "" : line.substring(colon + 3).strip());
      if (key.equals("AdminDisplayVersion")) {
        server(record);
      } else if (line.startsWith("ExternalUrl :")) {
        record.put("ExternalUrl", line.substring(line.indexOf(':') + 1).strip());
        directory(record);
      }
    }
  }

  private void server(Map<String, String> record) {
    TreeSet<Role> roles = new TreeSet<>();
    Arrays.stream(record.getOrDefault("ServerRole", "").split(", "))
        .forEach(
            word ->
                Arrays.stream(Role.values())
                    .filter(role -> role.word().equals(word))
                    .forEach(roles::add));
    if (Version.parse(record.getOrDefault("AdminDisplayVersion", ""))
        instanceof Parsed.Understood<Version>(Version version)) {
      servers.put(
          record.getOrDefault("Name", ""),
          Entity.named(Vocabulary.SERVER, record.getOrDefault("Name", ""))
              .with(Vocabulary.ROLES, roles)
              .with(Vocabulary.VERSION, version));
    }
  }

  private void directory(Map<String, String> record) {
    String name = record.getOrDefault("Name", "");
    kind(name)
        .ifPresent(
            kind -> {
              Key<SortedMap<String, Entity>> key = Vocabulary.directoriesOf(kind);
              Shape shape = ((Type.Parts) key.type()).shape();
              Entity directory =
                  stating(
                      stating(
                          Entity.named(shape, ""),
                          Vocabulary.INTERNAL_URL,
                          record.getOrDefault("InternalUrl", "")),
                      Vocabulary.EXTERNAL_URL,
                      record.getOrDefault("ExternalUrl", ""));
              servers.computeIfPresent(
                  record.getOrDefault("Server", ""),
                  (_, server) -> server.with(key, "", directory));
            });
  }

  private static Optional<DirectoryKind> kind(String name) {
    return Arrays.stream(DirectoryKind.values())
        .filter(
            kind ->
                kind.defaultName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static Entity stating(Entity directory, Key<Url> key, String text) {
    Known<Url> known = text.isEmpty() ? new Known.Absent<>() : new Known.Value<>(new Url(text));
    return switch (known) {
      case Known.Value<Url>(Url url) -> directory.with(key, url);
      case Known.Absent<Url>(), Known.Unsaid<Url> _ -> directory.without(key);
    };
  }
}
