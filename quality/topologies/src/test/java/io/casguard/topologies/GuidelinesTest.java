package io.casguard.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.guidelines.Catalog;
import io.casguard.guidelines.Edit;
import io.casguard.guidelines.Edits;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Topology;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What holds of the whole catalog for any organization. `-Dseeds=100000` tries more of them.
class GuidelinesTest {
  private static final int SEEDS = Integer.getInteger("seeds", 200);
  private static final int MISTAKES = 3;
  private static final int ROUNDS = 10;

  @Test
  void aRandomConformingTopologyHasNoViolation() {
    seeds()
        .forEach(
            seed -> {
              // Given
              Topology topology = read(seed, new ConformingManifest(seed).files());

              // When
              List<Violation> violations = mistakes(topology);

              // Then
              assertThat(violations).as("seed %d", seed).isEmpty();
            });
  }

  @Test
  void aPlantedMistakeIsFoundUnlessTheChangeMeansNothing() {
    // When
    long found =
        LongStream.range(0, SEEDS)
            .filter(seed -> !mistakes(broken(seed, MISTAKES)).isEmpty())
            .count();

    // Then
    assertThat(found).isGreaterThan(SEEDS / 2);
  }

  @Test
  void repairingByTheRemedyRemovesTheViolationAndAddsNone() {
    seeds()
        .forEach(
            seed -> {
              // Given
              Topology broken = broken(seed, 1);
              for (Violation violation : violations(broken)) {
                if (!violation.remedy().isEmpty()) {
                  // When
                  Topology repaired = Edits.apply(broken, violation.remedy());

                  // Then
                  Set<String> before = fingerprints(violations(broken));
                  assertThat(fingerprints(violations(repaired)))
                      .as("seed %d: no longer %s", seed, violation)
                      .doesNotContain(violation.fingerprint());
                  assertThat(mistakes(repaired))
                      .as("seed %d: nothing new by %s", seed, violation)
                      .allMatch(it -> before.contains(it.fingerprint()));
                }
              }
            });
  }

  /// Of several mistakes, one may keep another silent until it is repaired.
  @Test
  void repairingRoundAfterRoundEndsWithNothingLeftToRepair() {
    seeds()
        .forEach(
            seed -> {
              // Given
              Topology topology = broken(seed, MISTAKES);

              // When
              for (int round = 0; round < ROUNDS; round++) {
                Optional<Violation> next = repairable(topology);
                if (next.isEmpty()) {
                  break;
                }
                topology = Edits.apply(topology, next.get().remedy());
              }

              // Then
              assertThat(repairable(topology)).as("seed %d", seed).isEmpty();
            });
  }

  @Test
  void checkingIsDeterministicAndIndependentOfTheOrderOfFilesAndServers() {
    seeds()
        .forEach(
            seed -> {
              // Given
              ConformingManifest manifest = new ConformingManifest(seed);
              List<Edit> edits = mistakesOf(seed, MISTAKES, read(seed, manifest.files()));
              Topology one = Edits.apply(read(seed, manifest.files()), edits);
              Topology other = Edits.apply(read(seed, manifest.shuffled(new Random(~seed))), edits);

              // When
              String findings = Catalog.check(Organization.of(one)).toString();

              // Then
              assertThat(Catalog.check(Organization.of(one)).toString())
                  .as("seed %d again", seed)
                  .isEqualTo(findings);
              assertThat(Catalog.check(Organization.of(other)).toString())
                  .as("seed %d shuffled", seed)
                  .isEqualTo(findings);
            });
  }

  private static LongStream seeds() {
    return LongStream.concat(
            LongStream.range(0, SEEDS), LongStream.of(ThreadLocalRandom.current().nextLong()))
        .parallel();
  }

  private static Topology broken(long seed, int mistakes) {
    Topology conforming = read(seed, new ConformingManifest(seed).files());
    return Edits.apply(conforming, mistakesOf(seed, mistakes, conforming));
  }

  /// Changes that administrators make by mistake, each at a Client Access server.
  private static List<Edit> mistakesOf(long seed, int mistakes, Topology topology) {
    Random random = new Random(seed);
    List<Server> servers =
        Organization.of(topology).servers().stream()
            .filter(server -> server.is(Role.CLIENT_ACCESS) == Holds.YES)
            .toList();
    List<Edit> edits = new ArrayList<>();
    for (int left = mistakes; left > 0; left--) {
      Server server = servers.get(random.nextInt(servers.size()));
      edits.add(mistake(random, server));
    }
    return edits;
  }

  private static Edit mistake(Random random, Server server) {
    Directory owa = directory(server, DirectoryKind.OWA);
    Directory devices = directory(server, DirectoryKind.ACTIVE_SYNC);
    Directory webServices = directory(server, DirectoryKind.WEB_SERVICES);
    String elsewhere = "https://mail" + random.nextInt(3) + ".example.com";
    return switch (random.nextInt(11)) {
      case 0 -> Edit.clear(owa, Vocabulary.EXTERNAL_URL);
      case 1 -> Edit.set(owa, Vocabulary.EXTERNAL_URL, new Url(elsewhere + "/owa"));
      case 2 -> Edit.set(owa, Vocabulary.INTERNAL_URL, new Url(elsewhere + "/owa"));
      case 3 -> Edit.set(owa, Vocabulary.WINDOWS_AUTHENTICATION, false);
      case 4 -> Edit.set(owa, Vocabulary.FORMS_AUTHENTICATION, random.nextBoolean());
      case 5 -> Edit.set(owa, Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER, false);
      case 6 -> Edit.clear(devices, Vocabulary.EXTERNAL_URL);
      case 7 ->
          Edit.set(
              devices,
              Vocabulary.EXTERNAL_URL,
              new Url(elsewhere + "/Microsoft-Server-ActiveSync"));
      case 8 -> Edit.set(devices, Vocabulary.WINDOWS_AUTHENTICATION, false);
      case 9 -> Edit.clear(webServices, Vocabulary.EXTERNAL_URL);
      default -> Edit.set(webServices, Vocabulary.WINDOWS_AUTHENTICATION, false);
    };
  }

  private static Directory directory(Server server, DirectoryKind kind) {
    return server.directories(kind).toOptional().orElseThrow().getFirst();
  }

  private static List<Violation> violations(Topology topology) {
    return Catalog.check(Organization.of(topology)).violations();
  }

  /// Violations that are more than a note.
  private static List<Violation> mistakes(Topology topology) {
    return violations(topology).stream().filter(it -> it.severity() != Severity.INFO).toList();
  }

  private static Optional<Violation> repairable(Topology topology) {
    return mistakes(topology).stream().filter(it -> !it.remedy().isEmpty()).findFirst();
  }

  private static Set<String> fingerprints(List<Violation> violations) {
    return violations.stream().map(Violation::fingerprint).collect(Collectors.toSet());
  }

  private static Topology read(long seed, List<SourceFile> files) {
    return switch (Manifest.read(files)) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> all, _) -> all.getFirst().topology();
      case Manifest.Reading.Rejected(var problems) ->
          throw new AssertionError("seed " + seed + ": " + problems);
    };
  }
}
