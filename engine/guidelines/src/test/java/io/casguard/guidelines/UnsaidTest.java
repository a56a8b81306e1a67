package io.casguard.guidelines;

import static io.casguard.guidelines.Statements.LOOK_AT_NO_DEFAULT_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.casguard.guidelines.Statements.Statement;
import io.casguard.topology.Defaults;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is left out is never a pass: a place conforms only where no value of what is unsaid would
/// break the guideline.
class UnsaidTest {
  /// Keys that mean something where they are left out, in the words of the manifest's page: a name
  /// lets every protocol and path pass, and people are inside and outside.
  private static final Set<Key<?>> SAY_SOMETHING_LEFT_OUT =
      Set.of(
          Vocabulary.PUBLISHED_PROTOCOLS,
          Vocabulary.PATHS,
          Vocabulary.POPULATION_FROM,
          Vocabulary.PROTOCOLS);

  /// A mistake that is told in either case: of two sites with one host, CAP-204 names the one whose
  /// servers do not stand behind it.
  private static final Map<String, Key<?>> SAYS_ONLY_WHICH =
      Map.of("CAP-204", Vocabulary.PUBLISHED_SERVERS);

  private static final Set<Key<?>> SWITCHES =
      Set.of(Vocabulary.WINDOWS_AUTHENTICATION, Vocabulary.FORMS_AUTHENTICATION);

  @TestFactory
  Stream<DynamicTest> whatSetupLeavesCountsLikeWhatIsStated() {
    return CatalogTest.examples(
        (_, example) -> {
          // Given
          Topology sparse = Spec.of(example.spec()).topology();
          // When
          Set<String> all = broken(Statements.stated(sparse, ""));
          Set<String> without = broken(Statements.stated(sparse, "CAP-102"));
          // Then
          assertThat(but(all)).isEqualTo(but(broken(sparse)));
          assertThat(only(without)).isEqualTo(only(broken(sparse)));
        });
  }

  @TestFactory
  Stream<DynamicTest> aPlaceConformsOnlyWhereNoValueOfWhatIsUnsaidBreaksTheGuideline() {
    return CatalogTest.examples(
        (guideline, example) -> {
          // Given
          Rule rule = ruleOf(guideline);
          Topology stated =
              Statements.stated(Spec.of(example.spec()).topology(), guideline.number());
          for (Statement statement : statements(stated, guideline)) {
            // When
            Set<String> passes = passes(Statements.without(stated, statement), rule);
            // Then
            for (Known<?> value : Statements.values(statement.key(), stated)) {
              Set<String> wrong = departures(Statements.with(stated, statement, value), rule);
              wrong.retainAll(passes);
              assertThat(wrong)
                  .as(statement + " unsaid must not pass, since " + value + " departs")
                  .isEmpty();
            }
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> noGuidelineThrowsWhereNearlyNothingIsSaid() {
    return CatalogTest.examples(
        (guideline, example) -> {
          // Given
          Rule rule = ruleOf(guideline);
          Topology spec = Spec.of(example.spec()).topology();
          Topology bare =
              new Topology(
                  spec.organization(), spec.spec().with(Vocabulary.DEFAULTS, Defaults.NONE));
          // Then
          assertThatCode(() -> Catalog.check(Organization.of(bare))).doesNotThrowAnyException();
          for (Statement statement : Statements.of(bare)) {
            Topology less = Statements.without(bare, statement);
            assertThatCode(() -> rule.check(Organization.of(less)).toList())
                .as(statement.toString())
                .doesNotThrowAnyException();
          }
        });
  }

  /// The statements that a guideline reads, and those that tell a server and its directories.
  private static List<Statement> statements(Topology topology, Guideline guideline) {
    return Statements.of(topology).stream()
        .filter(
            it ->
                guideline.reads().contains(it.key())
                    || it.key().equals(Vocabulary.ROLES)
                    || it.key().equals(Vocabulary.VERSION)
                    || it.key().type() instanceof Type.Part
                    || it.key().type() instanceof Type.Parts)
        .filter(it -> !it.key().equals(SAYS_ONLY_WHICH.get(guideline.number())))
        .filter(it -> !SAY_SOMETHING_LEFT_OUT.contains(it.key()) && !isListed(it))
        .toList();
  }

  /// Where the shell's list of methods is stated, it says what the switches would.
  private static boolean isListed(Statement statement) {
    return SWITCHES.contains(statement.key())
        && statement.thing().stated(Vocabulary.INTERNAL_AUTHENTICATION_METHODS).isPresent();
  }

  private static Rule ruleOf(Guideline guideline) {
    return Catalog.rules().stream()
        .filter(rule -> rule.guideline().number().equals(guideline.number()))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> passes(Topology topology, Rule rule) {
    Set<String> places = new HashSet<>();
    Set<String> others = new HashSet<>();
    rule.check(Organization.of(topology))
        .forEach(
            verdict ->
                (verdict instanceof Verdict.Conforms ? places : others)
                    .add(verdict.place().path().folded()));
    places.removeAll(others);
    return places;
  }

  private static Set<String> departures(Topology topology, Rule rule) {
    Set<String> places = new HashSet<>();
    rule.check(Organization.of(topology))
        .filter(Verdict.Departs.class::isInstance)
        .forEach(verdict -> places.add(verdict.place().path().folded()));
    return places;
  }

  private static Set<String> broken(Topology topology) {
    Set<String> all = new HashSet<>();
    Catalog.check(Organization.of(topology))
        .violations()
        .forEach(it -> all.add(it.guideline() + it.check() + it.path()));
    return all;
  }

  private static Set<String> but(Set<String> broken) {
    return broken.stream()
        .filter(it -> LOOK_AT_NO_DEFAULT_CERTIFICATE.stream().noneMatch(it::startsWith))
        .collect(Collectors.toSet());
  }

  private static Set<String> only(Set<String> broken) {
    return broken.stream()
        .filter(it -> LOOK_AT_NO_DEFAULT_CERTIFICATE.stream().anyMatch(it::startsWith))
        .collect(Collectors.toSet());
  }
}
