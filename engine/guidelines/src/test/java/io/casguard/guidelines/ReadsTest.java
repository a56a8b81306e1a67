package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.guidelines.Statements.Statement;
import io.casguard.topology.Key;
import io.casguard.topology.Organization;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A guideline declares the keys that it reads: those whose values can change what it says of one
/// of its examples. Either the list or the examples are wrong where the two differ.
class ReadsTest {
  /// What every guideline looks at, to find the Exchange 2007 servers and their directories; it is
  /// declared where the sentence itself speaks of it.
  private static final Set<Key<?>> TELL_THE_SERVERS = Set.of(Vocabulary.ROLES, Vocabulary.VERSION);

  @TestFactory
  Stream<DynamicTest> whatIsReadIsDeclared() {
    return rules(
        (rule, examples) -> {
          // When
          Set<String> undeclared = new HashSet<>();
          for (Topology example : examples) {
            undeclared.addAll(names(read(rule, example, key -> !isDeclared(rule, key))));
          }
          // Then
          assertThat(undeclared)
              .as(rule.guideline().number() + " reads, and does not declare")
              .isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> whatIsDeclaredIsRead() {
    return rules(
        (rule, examples) -> {
          // Given
          Set<Key<?>> unread = new HashSet<>(rule.guideline().reads());
          // When
          for (Topology example : examples) {
            read(rule, example, unread::contains).forEach(unread::remove);
          }
          // Then
          assertThat(names(unread))
              .as(rule.guideline().number() + " declares, and reads in no example")
              .isEmpty();
        });
  }

  private interface Wanted {
    boolean is(Key<?> key);
  }

  private interface Check {
    void of(Rule rule, List<Topology> examples);
  }

  private static Stream<DynamicTest> rules(Check check) {
    return Catalog.rules().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.guideline().number(), () -> check.of(rule, examples(rule.guideline()))));
  }

  private static List<Topology> examples(Guideline guideline) {
    return guideline.examples().stream()
        .map(example -> Spec.of(example.spec()).topology())
        .map(topology -> Statements.stated(topology, guideline.number()))
        .toList();
  }

  private static boolean isDeclared(Rule rule, Key<?> key) {
    return TELL_THE_SERVERS.contains(key)
        || key.type() instanceof Type.Part
        || key.type() instanceof Type.Parts
        || rule.guideline().reads().contains(key);
  }

  /// The wanted keys that the rule reads: leaving one out, or stating another value, everywhere or
  /// at one place, changes what it says.
  private static Set<Key<?>> read(Rule rule, Topology topology, Wanted wanted) {
    Map<Key<?>, List<Statement>> byKey =
        Statements.of(topology).stream()
            .filter(it -> wanted.is(it.key()))
            .collect(
                Collectors.groupingBy(Statement::key, LinkedHashMap::new, Collectors.toList()));
    Set<String> said = said(rule, topology);
    Set<Key<?>> read = new HashSet<>();
    byKey.forEach(
        (key, statements) -> {
          Stream<Topology> others =
              rule.guideline().reads().contains(key)
                  ? others(topology, key, statements)
                  : everywhere(topology, key, statements);
          if (others.anyMatch(it -> !said(rule, it).equals(said))) {
            read.add(key);
          }
        });
    return read;
  }

  /// Every statement of the key left out or changed at once, which finds nearly every reading;
  /// then, for a key that is declared and would seem unread, one statement at a time.
  private static Stream<Topology> others(Topology topology, Key<?> key, List<Statement> all) {
    return Stream.concat(everywhere(topology, key, all), somewhere(topology, key, all));
  }

  private static Stream<Topology> everywhere(Topology topology, Key<?> key, List<Statement> all) {
    return Stream.concat(
        Stream.of(each(topology, all, Statements::without)),
        Statements.values(key, topology).stream()
            .map(value -> each(topology, all, (it, at) -> Statements.with(it, at, value))));
  }

  private static Stream<Topology> somewhere(Topology topology, Key<?> key, List<Statement> all) {
    return all.size() < 2
        ? Stream.of()
        : all.stream()
            .flatMap(
                at ->
                    Stream.concat(
                        Stream.of(Statements.without(topology, at)),
                        Statements.values(key, topology).stream()
                            .map(value -> Statements.with(topology, at, value))));
  }

  private interface Step {
    Topology of(Topology topology, Statement statement);
  }

  private static Topology each(Topology topology, List<Statement> all, Step step) {
    Topology changed = topology;
    for (Statement statement : all) {
      changed = step.of(changed, statement);
    }
    return changed;
  }

  /// What a rule says, but for the people that it counts: counting reads the populations, which is
  /// `hits`.
  private static Set<String> said(Rule rule, Topology topology) {
    return rule.check(Organization.of(topology)).map(ReadsTest::said).collect(Collectors.toSet());
  }

  private static String said(Verdict verdict) {
    List<Object> words = new ArrayList<>(List.of(verdict.getClass(), verdict.place().path()));
    switch (verdict) {
      case Verdict.Conforms _ -> {}
      case Verdict.NotApplicable it -> words.add(it.why());
      case Verdict.NotChecked it -> {
        words.add(it.why());
        words.addAll(it.unsaid());
      }
      case Verdict.Departs(Violation it) -> words.addAll(said(it));
      case Verdict.Waived(Violation it, _) -> words.addAll(said(it));
    }
    return words.toString();
  }

  private static List<Object> said(Violation it) {
    return List.of(
        it.check(),
        it.severity(),
        it.asks(),
        it.path(),
        it.message(),
        it.because(),
        it.remedy().stream().map(edit -> edit.path() + " " + edit.value()).toList(),
        it.steps());
  }

  private static Set<String> names(Set<Key<?>> keys) {
    return keys.stream()
        .map(key -> key.name() + " (" + key.says() + ")")
        .collect(Collectors.toSet());
  }
}
