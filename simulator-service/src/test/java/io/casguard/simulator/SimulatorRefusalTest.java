package io.casguard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.simulator.SimulatorRefusal.DeletedOrganization;
import io.casguard.simulator.SimulatorRefusal.FailedRevision;
import io.casguard.simulator.SimulatorRefusal.NeverComputed;
import io.casguard.simulator.SimulatorRefusal.NoChange;
import io.casguard.simulator.SimulatorRefusal.UnfitPlan;
import io.casguard.simulator.SimulatorRefusal.UnfitQuestion;
import io.casguard.simulator.SimulatorRefusal.UnknownRevision;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatorRefusalTest {
  private static final Path PAGES = Path.of("../docs/problems");

  static Stream<SimulatorRefusal> refusals() {
    return Stream.of(
        new NeverComputed("contoso"),
        new DeletedOrganization("contoso", 7),
        new FailedRevision("contoso", 7, "its manifest cannot be read here"),
        new NoChange("contoso", 7),
        new UnfitQuestion("entry: it is missing; where does the request arrive?"),
        new UnfitPlan("before: it is either a revision or files."),
        new UnknownRevision("contoso", 7));
  }

  @Test
  void everyRefusalIsHere() {
    // When // Then
    assertThat(refusals().map(Object::getClass))
        .containsExactlyInAnyOrder(SimulatorRefusal.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void everyRefusalHasAPageThatNamesItsTitleAndStatus(SimulatorRefusal refusal) {
    // When
    var problem = refusal.problem();

    // Then
    assertThat(PAGES.resolve(problem.slug() + ".md"))
        .content()
        .startsWith("# " + problem.title() + "\n")
        .contains("**Status** " + problem.status());
  }
}
