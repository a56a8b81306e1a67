package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Organization;
import io.casguard.topology.Topology;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CatalogTest {
  @TestFactory
  Stream<DynamicTest> everyMarkedLineIsFlaggedAndNoOther() {
    return examples(
        (guideline, example) -> {
          // Given
          Spec spec = Spec.of(example.spec());
          // When
          Set<Integer> flagged = new TreeSet<>();
          spec.violations(guideline.number()).forEach(it -> flagged.add(spec.line(it.path())));
          // Then
          assertThat(flagged)
              .as(() -> spec.violations(guideline.number()).toString())
              .isEqualTo(marked(guideline, example));
        });
  }

  @TestFactory
  Stream<DynamicTest> anExampleWithoutAMarkIsNotLeftUnchecked() {
    return examples(
        (guideline, example) -> {
          // Given
          Spec spec = Spec.of(example.spec());
          // When
          List<Verdict.NotChecked> open =
              spec.findings().notChecked().stream()
                  .filter(it -> it.guideline().equals(guideline.number()))
                  .toList();
          // Then
          assertThat(open).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> aRemedyRemovesItsViolationAndAddsNone() {
    return examples(
        (_, example) -> {
          // Given
          Topology broken = Spec.of(example.spec()).topology();
          for (Violation violation : Catalog.check(Organization.of(broken)).violations()) {
            if (!violation.remedy().isEmpty()) {
              // When
              Topology repaired = Edits.apply(broken, violation.remedy());
              // Then
              Set<String> known = violations(broken);
              known.addAll(notesThatWereSilent(broken, repaired));
              assertThat(violations(repaired))
                  .as(violation.toString())
                  .doesNotContain(named(violation))
                  .isSubsetOf(known);
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aQuestionIsANoteButForTheForgottenUrl() {
    return examples(
        (_, example) -> {
          // When
          List<Violation> questions =
              Spec.of(example.spec()).findings().violations().stream()
                  .filter(Violation::asks)
                  .toList();
          // Then
          assertThat(questions)
              .allSatisfy(
                  it ->
                      assertThat(it.severity())
                          .isEqualTo(
                              it.guideline().equals("CAP-104") ? Severity.WARNING : Severity.INFO));
        });
  }

  @TestFactory
  Stream<DynamicTest> everyGuidelineShowsBothSidesTheConformingFirst() {
    return Catalog.guidelines().stream()
        .map(
            guideline ->
                DynamicTest.dynamicTest(
                    guideline.number(),
                    () -> {
                      List<Boolean> breaks =
                          guideline.examples().stream()
                              .map(example -> !marked(guideline, example).isEmpty())
                              .toList();
                      assertThat(breaks).startsWith(false).contains(true).isSorted();
                    }));
  }

  @Test
  void numbersAscendAndAreNeverUsedAgain() {
    // When
    List<String> numbers = Catalog.guidelines().stream().map(Guideline::number).toList();
    // Then
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
    assertThat(Catalog.retired()).noneMatch(retired -> numbers.contains(retired.number()));
  }

  static Stream<DynamicTest> examples(Check check) {
    return Catalog.guidelines().stream()
        .flatMap(
            guideline ->
                guideline.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                guideline.number() + " " + example.title(),
                                () -> check.of(guideline, example))));
  }

  interface Check {
    void of(Guideline guideline, Example example);
  }

  private static Set<Integer> marked(Guideline guideline, Example example) {
    List<String> lines = example.spec().lines().toList();
    Set<Integer> marked = new TreeSet<>();
    IntStream.range(0, lines.size())
        .filter(line -> lines.get(line).endsWith("# " + guideline.number()))
        .forEach(line -> marked.add(line + 1));
    return marked;
  }

  private static Set<String> violations(Topology topology) {
    Set<String> all = new HashSet<>();
    Catalog.check(Organization.of(topology)).violations().forEach(it -> all.add(named(it)));
    return all;
  }

  /// Notes that remain of what precedence kept silent before: no new mistakes.
  private static Set<String> notesThatWereSilent(Topology broken, Topology repaired) {
    Organization before = Organization.of(broken);
    Set<String> silent = new HashSet<>();
    Catalog.rules().stream()
        .flatMap(rule -> rule.check(before))
        .filter(Verdict.Departs.class::isInstance)
        .forEach(verdict -> silent.add(named(((Verdict.Departs) verdict).violation())));
    Set<String> notes = new HashSet<>();
    Catalog.check(Organization.of(repaired)).violations().stream()
        .filter(it -> it.severity() == Severity.INFO)
        .forEach(it -> notes.add(named(it)));
    notes.retainAll(silent);
    return notes;
  }

  /// What a fingerprint is made of, readable.
  private static String named(Violation violation) {
    return violation.guideline() + violation.check() + " " + violation.path().folded();
  }
}
