package io.casguard.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.accesspaths.Clause;
import io.casguard.guidelines.Guideline;
import io.casguard.guidelines.Source;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.impact.FoundingTexts.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FoundingTextsTest {
  private static final Path PAGE = Path.of("../../docs/reference/founding-texts.md");

  @Test
  void everyStatementIsThere() {
    assertThat(FoundingTexts.PATRICIO).extracting(Statement::id).isEqualTo(ids("R-A", 12));
    assertThat(FoundingTexts.SHUDNOW).extracting(Statement::id).isEqualTo(ids("R-B", 10));
    assertThat(FoundingTexts.EXPERTS.stream().map(Statement::id).filter(id -> !id.equals("R-X4b")))
        .isEqualTo(ids("R-X", 35));
    assertThat(FoundingTexts.EXPERTS).extracting(Statement::id).contains("R-X4b");
  }

  @TestFactory
  Stream<DynamicTest> everyStatementHasAHomeThatExists() {
    return FoundingTexts.all()
        .map(
            statement ->
                DynamicTest.dynamicTest(
                    statement.id(),
                    () -> {
                      assertThat(statement.homes()).isNotEmpty();
                      statement.homes().forEach(home -> assertExists(statement, home));
                    }));
  }

  @Test
  void everyGuidelineOfTheFoundingTextsIsTheHomeOfAStatement() {
    // When
    List<String> homes =
        FoundingTexts.all()
            .flatMap(statement -> statement.homes().stream())
            .filter(Home.OfGuideline.class::isInstance)
            .map(home -> ((Home.OfGuideline) home).number())
            .toList();
    // Then
    assertThat(homes).containsAll(Check.guidelines().stream().map(Guideline::number).toList());
  }

  @Test
  void thePageIsThatOfTheStatements() throws IOException {
    // Given
    String page = FoundingTexts.page();
    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, page);
    }
    // Then
    assertThat(Files.readString(PAGE)).as("-Dupdate rewrites it").isEqualTo(page);
  }

  private static void assertExists(Statement statement, Home home) {
    switch (home) {
      case Home.OfGuideline(String number) ->
          guideline(number).ifPresent(it -> assertCites(statement, it));
      case Home.Explanation(String number) ->
          assertThat(guideline(number).orElseThrow().sources())
              .extracting(Source::quote)
              .contains(statement.words());
      case Home.Goal(_, String spec, String named) ->
          assertThat(Spec.of(spec).findings().violations())
              .extracting(Violation::guideline)
              .contains(named);
      case Home.Clause(String id, _) ->
          assertThat(Clause.values()).extracting(Clause::id).contains(id);
      case Home.Verification(List<String> numbers, String words, _) ->
          assertThat(numbers)
              .allSatisfy(
                  number ->
                      assertThat(guideline(number).orElseThrow().verification()).contains(words));
      case Home.Silence(String why, String spec, List<String> silenced) -> {
        Spec shown = Spec.of(spec);
        assertThat(shown.findings().violations())
            .extracting(Violation::guideline)
            .doesNotContainAnyElementsOf(silenced);
        assertThat(shown.findings().verdicts())
            .anyMatch(
                it ->
                    it instanceof Verdict.NotApplicable silence
                        && silenced.contains(silence.guideline())
                        && silence.why().equals(why));
      }
    }
  }

  /// A statement of a founding text is cited by the guideline that keeps it.
  private static void assertCites(Statement statement, Guideline guideline) {
    Optional<Source.Text> text =
        statement.id().startsWith("R-A")
            ? Optional.of(Source.Text.SA)
            : statement.id().startsWith("R-B") ? Optional.of(Source.Text.SB) : Optional.empty();
    text.ifPresent(
        wanted -> assertThat(guideline.sources()).extracting(Source::text).contains(wanted));
  }

  private static Optional<Guideline> guideline(String number) {
    Optional<Guideline> found =
        Check.guidelines().stream().filter(it -> it.number().equals(number)).findFirst();
    assertThat(found).as(number + " exists").isPresent();
    return found;
  }

  private static List<String> ids(String letter, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number).toList();
  }
}
