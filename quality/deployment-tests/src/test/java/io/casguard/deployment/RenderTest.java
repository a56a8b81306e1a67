package io.casguard.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The base renders, silently and always alike.
class RenderTest {
  @Test
  void theBaseRendersWithoutAWarningAndToTheSameBytesAgain() {
    // Given
    Kubectl kubectl = Rendered.kubectl();

    // When
    Kubectl.Rendering once = kubectl.kustomize(Rendered.BASE);

    // Then
    assertThat(once.warnings()).isEmpty();
    assertThat(once).isEqualTo(kubectl.kustomize(Rendered.BASE));
  }

  @Test
  void nothingInTheFolderIsUnused() throws IOException {
    // Given
    String kustomization = Files.readString(Rendered.BASE.resolve("kustomization.yaml"));
    List<String> files;
    try (Stream<Path> below = Files.walk(Rendered.BASE)) {
      files =
          below
              .filter(Files::isRegularFile)
              .map(file -> Rendered.BASE.relativize(file).toString())
              .filter(file -> !file.equals("kustomization.yaml"))
              .toList();
    }

    // When
    List<String> unused = files.stream().filter(file -> !kustomization.contains(file)).toList();

    // Then
    assertThat(files).isNotEmpty();
    assertThat(unused).isEmpty();
  }

  @Test
  void everyServiceHasTheSameFiveFiles() throws IOException {
    for (String service : Project.services()) {
      try (Stream<Path> files = Files.list(Rendered.BASE.resolve(service))) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .as(service)
            .containsExactlyInAnyOrder(
                "deployment.yaml",
                "networkpolicy.yaml",
                "poddisruptionbudget.yaml",
                "service.yaml",
                "serviceaccount.yaml");
      }
    }
  }

  @Test
  void aSettingOfThePlaceRestartsThePodsByTheNameOfItsMap() {
    // Given
    Manifests base = Rendered.base();

    // When
    Manifests place = Rendered.place();

    // Then
    assertThat(Manifests.name(place.generated("casguard")))
        .isNotEqualTo(Manifests.name(base.generated("casguard")));
    assertThat(place.environment(place.one("Deployment", "rules-service")))
        .containsKeys("QUARKUS_HTTP_PORT", "QUARKUS_OIDC_AUTH_SERVER_URL");
  }
}
