package io.casguard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.rules.RulesRefusal.DeletedOrganization;
import io.casguard.rules.RulesRefusal.FailedRevision;
import io.casguard.rules.RulesRefusal.NeverChecked;
import io.casguard.rules.RulesRefusal.UnknownGuideline;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesRefusalTest {
  private static final Path PAGES = Path.of("../docs/problems");

  static Stream<RulesRefusal> refusals() {
    return Stream.of(
        new NeverChecked("contoso"),
        new DeletedOrganization("contoso", 7),
        new FailedRevision("contoso", 7, "its manifest cannot be read here"),
        new UnknownGuideline("CAP-999"));
  }

  @Test
  void everyRefusalIsHere() {
    // When // Then
    assertThat(refusals().map(Object::getClass))
        .containsExactlyInAnyOrder(RulesRefusal.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void everyRefusalHasAPageThatNamesItsTitleAndStatus(RulesRefusal refusal) {
    // When
    var problem = refusal.problem();

    // Then
    assertThat(PAGES.resolve(problem.slug() + ".md"))
        .content()
        .startsWith("# " + problem.title() + "\n")
        .contains("**Status** " + problem.status());
  }
}
