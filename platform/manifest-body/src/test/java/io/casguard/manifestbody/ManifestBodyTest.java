package io.casguard.manifestbody;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casguard.formats.Manifest;
import io.casguard.formats.Position;
import io.casguard.servicekit.problem.Problem;
import io.casguard.servicekit.problem.RefusedException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ManifestBodyTest {
  @Test
  void allOrganizationsOfAFileAreRead() {
    // Given
    String manifest = manifest("contoso", "{}") + "---\n" + manifest("fabrikam", "{}");

    // When
    List<Manifest.Declared> declared = ManifestBody.read("a.yaml", manifest.getBytes(UTF_8));

    // Then
    assertThat(declared)
        .extracting(one -> one.topology().organization())
        .containsExactly("contoso", "fabrikam");
  }

  @Test
  void anErrorIsToldWithItsPlace() {
    // When
    Problem problem = refused(manifest("contoso", "{domane: example.com}").getBytes(UTF_8));

    // Then
    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.detail()).endsWith("it has 1 error.");
    assertThat(errors(problem))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error)
                    .containsEntry("file", "a.yaml")
                    .containsEntry("line", 4)
                    .containsKeys("column", "path", "detail"));
  }

  @Test
  void bytesThatAreNoUtf8AreRefusedAtTheFilesBeginning() {
    // When
    Problem problem = refused(new byte[] {'a', (byte) 0xE9});

    // Then
    assertThat(errors(problem))
        .singleElement()
        .satisfies(
            error ->
                assertThat(error)
                    .containsEntry("line", 1)
                    .containsEntry("column", 1)
                    .doesNotContainKey("path"));
  }

  @Test
  void aThousandErrorsAreListedAndAllAreCounted() {
    // Given
    var wrong = new io.casguard.formats.Problem(new Position("a.yaml", 1, 1), "", "wrong");

    // When
    Problem problem = new UnreadableManifest(Collections.nCopies(1100, wrong)).problem();

    // Then
    assertThat(errors(problem)).hasSize(UnreadableManifest.LISTED);
    assertThat(problem.extensions()).containsEntry("errorsInAll", 1100);
  }

  @Test
  void theRefusalHasItsPage() {
    // Given
    Problem problem = new UnreadableManifest(List.of()).problem();

    // When // Then
    assertThat(Path.of("../../docs/problems").resolve(problem.slug() + ".md"))
        .content()
        .startsWith("# " + problem.title() + "\n")
        .contains("**Status** " + problem.status());
  }

  private static Problem refused(byte[] bytes) {
    var refused =
        catchThrowableOfType(RefusedException.class, () -> ManifestBody.read("a.yaml", bytes));
    return refused.refusal().problem();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> errors(Problem problem) {
    return (List<Map<String, Object>>) Objects.requireNonNull(problem.extensions().get("errors"));
  }

  private static String manifest(String organization, String spec) {
    return """
    apiVersion: casguard.io/v1
    kind: Topology
    metadata: {name: %s}
    spec: %s
    """
        .formatted(organization, spec);
  }
}
