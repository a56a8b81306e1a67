package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Entity;
import io.casguard.topology.Organization;
import io.casguard.topology.Role;
import io.casguard.topology.Topology;
import io.casguard.topology.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The organization in need of first aid becomes well by doing what is printed.
class FirstAidTest {
  private static final Path FILE = Path.of("../../examples/first-aid/topology.yaml");

  @Test
  void doingWhatIsPrintedMakesItConform() throws IOException {
    // Given
    Topology topology = withServerInGenoa(read());
    // When
    Topology repaired = Edits.apply(topology, remedies(topology));
    // Then
    assertThat(violations(repaired)).isEmpty();
  }

  @Test
  void whatNoCmdletDoesIsSaidInWords() throws IOException {
    // When
    List<Violation> withoutCmdlet =
        violations(read()).stream().filter(it -> it.cmdlets().isEmpty()).toList();
    // Then
    assertThat(withoutCmdlet)
        .extracting(Violation::guideline)
        .containsExactly("CAP-101", "CAP-108", "CAP-207");
    assertThat(withoutCmdlet).noneMatch(it -> it.steps().isEmpty());
  }

  private static List<Edit> remedies(Topology topology) {
    return violations(topology).stream()
        .flatMap(violation -> violation.remedy().stream())
        .distinct()
        .toList();
  }

  private static List<Violation> violations(Topology topology) {
    return Catalog.check(Organization.of(topology)).violations();
  }

  /// What the step of CAP-101 asks for: the role is installed in the site, and its directories are
  /// made ready to be proxied to.
  private static Topology withServerInGenoa(Topology topology) {
    Entity server =
        Entity.named(Vocabulary.SERVER, "GOA-CAS1")
            .with(Vocabulary.ROLES, new TreeSet<>(List.of(Role.CLIENT_ACCESS)));
    Entity sites = topology.spec();
    Entity genoa = Objects.requireNonNull(sites.parts(Vocabulary.SITES).get("genoa"));
    return new Topology(
        topology.organization(),
        sites.with(Vocabulary.SITES, "genoa", genoa.with(Vocabulary.SERVERS, "GOA-CAS1", server)));
  }

  private static Topology read() throws IOException {
    return switch (Manifest.read(
        List.of(new SourceFile(FILE.getFileName().toString(), Files.readString(FILE))))) {
      case Manifest.Reading.Accepted(var declared, _) -> declared.getFirst().topology();
      case Manifest.Reading.Rejected(var problems) -> throw new AssertionError(problems);
    };
  }
}
