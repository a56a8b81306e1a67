package io.casguard.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.guidelines.Catalog;
import io.casguard.guidelines.Edits;
import io.casguard.guidelines.Example;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Guideline;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Defaults;
import io.casguard.topology.Organization;
import io.casguard.topology.Topology;
import io.casguard.topology.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The guidelines that need to know what happens to requests, by the rules of those of the catalog.
class LayoutGoalTest {
  private static final List<Guideline> GOALS =
      Check.guidelines().stream().filter(it -> !Catalog.guidelines().contains(it)).toList();

  @Test
  void theGoalsAreCheckedAndHaveNumbersOfTheirOwn() {
    // When
    List<String> numbers = Check.guidelines().stream().map(Guideline::number).toList();
    // Then
    assertThat(GOALS).extracting(Guideline::number).containsExactly("CAP-203");
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> everyMarkedLineIsFlaggedAndNoOther() {
    return examples(
        (goal, example) -> {
          // Given
          Spec spec = Spec.of(example.spec());
          // When
          Set<Integer> flagged = new TreeSet<>();
          spec.violations(goal.number()).forEach(it -> flagged.add(spec.line(it.path())));
          // Then
          assertThat(flagged).isEqualTo(marked(goal, example));
          assertThat(spec.findings().notChecked())
              .extracting(Verdict.NotChecked::guideline)
              .doesNotContain(goal.number());
        });
  }

  @TestFactory
  Stream<DynamicTest> aRemedyRemovesItsViolationAndAddsNone() {
    return examples(
        (_, example) -> {
          // Given
          Topology broken = Spec.of(example.spec()).topology();
          for (Violation violation : Check.of(Organization.of(broken)).violations()) {
            if (!violation.remedy().isEmpty()) {
              // When
              Topology repaired = Edits.apply(broken, violation.remedy());
              // Then
              assertThat(fingerprints(repaired))
                  .as(violation.toString())
                  .doesNotContain(violation.fingerprint())
                  .isSubsetOf(fingerprints(broken));
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whereNothingIsLeftBySetupNoGoalIsReached() {
    return examples(
        (goal, example) -> {
          // Given
          Topology spec = Spec.of(example.spec()).topology();
          Topology bare =
              new Topology(
                  spec.organization(), spec.spec().with(Vocabulary.DEFAULTS, Defaults.NONE));
          // When
          Findings findings = Check.of(Organization.of(bare));
          // Then
          assertThat(findings.verdicts())
              .filteredOn(it -> it.guideline().equals(goal.number()))
              .isNotEmpty()
              .noneMatch(Verdict.Conforms.class::isInstance);
        });
  }

  private interface Goal {
    void of(Guideline goal, Example example);
  }

  private static Stream<DynamicTest> examples(Goal check) {
    return GOALS.stream()
        .flatMap(
            goal ->
                goal.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                goal.number() + " " + example.title(),
                                () -> check.of(goal, example))));
  }

  private static Set<Integer> marked(Guideline goal, Example example) {
    List<String> lines = example.spec().lines().toList();
    Set<Integer> marked = new TreeSet<>();
    IntStream.range(0, lines.size())
        .filter(line -> lines.get(line).endsWith("# " + goal.number()))
        .forEach(line -> marked.add(line + 1));
    return marked;
  }

  private static Set<String> fingerprints(Topology topology) {
    Set<String> all = new HashSet<>();
    Check.of(Organization.of(topology)).violations().forEach(it -> all.add(it.fingerprint()));
    return all;
  }
}
