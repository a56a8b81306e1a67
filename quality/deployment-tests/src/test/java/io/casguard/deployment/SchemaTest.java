package io.casguard.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every object is one that Kubernetes 1.36 knows, to the last key. Its schemas are no part of the
/// project: they lie beside it on the machines that check it.
class SchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCHEMAS =
      Project.folder("../shared/data/kubernetes/kubernetes-1.36.0.json");

  @BeforeEach
  void theSchemasArePresent() {
    assumeTrue(Files.exists(SCHEMAS), () -> "no schemas at " + SCHEMAS);
  }

  @Test
  void everyObjectIsKnownToTheApi() throws IOException {
    // Given
    StrictSchemas schemas = StrictSchemas.read(SCHEMAS);
    Manifests place = Rendered.place();

    // When
    Stream<String> complaints = place.objects().stream().flatMap(schemas::complaints);

    // Then
    assertThat(place.objects()).hasSizeGreaterThan(Project.services().size());
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void aMistakeIsRefusedByItsSchema(Consumer<ObjectNode> mistake) throws IOException {
    // Given
    ObjectNode deployment = Rendered.place().one("Deployment", "rules-service");
    mistake.accept(deployment);

    // When
    Stream<String> complaints = StrictSchemas.read(SCHEMAS).complaints(deployment);

    // Then
    assertThat(complaints).isNotEmpty();
  }

  static Stream<Arguments> aMistakeIsRefusedByItsSchema() {
    return Stream.of(
        mistake("an unknown key", "", "replica", 2),
        mistake("a key at the wrong depth", "/template", "terminationGracePeriodSeconds", 60),
        mistake("a number that is a word", "", "replicas", "two"),
        mistake(
            "a quantity that nobody can read",
            "/template/spec/containers/0/resources/limits",
            "memory",
            "512MB"),
        mistake(
            "a probe that asks in an unknown way",
            "/template/spec/containers/0/livenessProbe",
            "http",
            "/q/health/live"));
  }

  private static Arguments mistake(String name, String at, String key, Object value) {
    Consumer<ObjectNode> mistake =
        deployment -> ((ObjectNode) deployment.at("/spec" + at)).set(key, JSON.valueToTree(value));
    return argumentSet(name, mistake);
  }
}
