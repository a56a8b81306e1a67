package io.casguard.impact;

import io.casguard.accesspaths.Assumptions;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.MatrixDifference;
import io.casguard.accesspaths.MatrixDifference.CounterExample;
import io.casguard.accesspaths.MatrixDifference.PeopleChange;
import io.casguard.accesspaths.MatrixDifference.Verdict;
import io.casguard.accesspaths.Outcome;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Entity;
import io.casguard.topology.Organization;
import io.casguard.topology.Topology;
import io.casguard.topology.Vocabulary;
import io.casguard.topology.Waiver;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a change of the topology does, to guidelines and to people. It scores the change, never
/// what was wrong before.
///
/// @param opened violations that were not there before
/// @param worsened violations that were there before, with a lower severity
/// @param resolved violations that are there no more, as they were before
/// @param people changes of outcome, the worst first
/// @param settling what people meet until Active Directory has settled; it takes no part in the
///   verdict
/// @param proposed waivers that the change itself brings or extends: they waive nothing in it
public record Plan(
    State before,
    State after,
    List<Violation> opened,
    List<Worsened> worsened,
    List<Violation> resolved,
    List<PeopleChange> people,
    Settling settling,
    List<Waiver> proposed) {
  /// How many counter-examples a plan shows.
  private static final int SHOWN = 3;

  /// A topology, and the violations in it that somebody accepted.
  public record Declared(Topology topology, List<Waiver> waivers) {
    public Declared {
      waivers = List.copyOf(waivers);
    }

    /// What there is before an organization's first topology: nothing.
    public static Declared nothing(String organization) {
      return new Declared(new Topology(organization, Entity.named(Vocabulary.SPEC, "")), List.of());
    }
  }

  /// One end of a change: what the guidelines say of it, and what becomes of everybody.
  public record State(Organization organization, Review review, Matrix matrix) {
    private static State of(
        Topology topology, List<Waiver> waivers, LocalDate today, Assumptions assumptions) {
      Organization organization = Organization.of(topology);
      return new State(
          organization,
          Check.review(organization, waivers, today),
          Matrix.of(organization, assumptions));
    }

    /// How many user classes have an outcome that the topology leaves open, each counted at the
    /// first of its doors. People are not summed here: they differ by protocol and network.
    public int undetermined() {
      return Math.toIntExact(
          matrix.rows().stream()
              .filter(row -> row.userClass().first())
              .filter(row -> row.path().outcome() instanceof Outcome.Undetermined)
              .count());
    }
  }

  /// A violation whose severity rises.
  public record Worsened(Violation before, Violation after) {}

  public Plan {
    opened = List.copyOf(opened);
    worsened = List.copyOf(worsened);
    resolved = List.copyOf(resolved);
    people = List.copyOf(people);
    proposed = List.copyOf(proposed);
  }

  /// The plan of a change.
  ///
  /// What is accepted is decided by the waivers before it, as far as the change keeps them: a
  /// change cannot accept what it breaks.
  ///
  /// @param today the day by which waivers lapse
  public static Plan of(Declared before, Declared after, LocalDate today) {
    return of(before, after, today, Assumptions.DEFAULT);
  }

  /// The plan of a change, with other answers to the open questions.
  public static Plan of(Declared before, Declared after, LocalDate today, Assumptions assumptions) {
    HonouredWaivers waivers = HonouredWaivers.of(before.waivers(), after.waivers());
    State was = State.of(before.topology(), before.waivers(), today, assumptions);
    State is = State.of(after.topology(), waivers.honoured(), today, assumptions);
    Map<String, Violation> old = byFingerprint(was.review());
    Map<String, Violation> young = byFingerprint(is.review());
    return new Plan(
        was,
        is,
        young.values().stream().filter(one -> !old.containsKey(one.fingerprint())).toList(),
        young.values().stream()
            .flatMap(
                one ->
                    Stream.ofNullable(old.get(one.fingerprint()))
                        .map(earlier -> new Worsened(earlier, one)))
            .filter(pair -> pair.after().severity().compareTo(pair.before().severity()) > 0)
            .toList(),
        old.values().stream().filter(one -> !young.containsKey(one.fingerprint())).toList(),
        MatrixDifference.between(was.matrix(), is.matrix()).people(),
        Settling.of(was, is, assumptions),
        waivers.proposed());
  }

  /// The change in one word. BREAKS: somebody who was reached no longer is, or a violation of
  /// severity error opens. CHANGES: somebody's outcome differs. SAFE: neither.
  public Verdict verdict() {
    boolean opensAnError =
        Stream.concat(opened.stream(), worsened.stream().map(Worsened::after))
            .anyMatch(violation -> violation.severity() == Severity.ERROR);
    boolean loses =
        people.stream()
            .anyMatch(change -> change.effect() == MatrixDifference.Effect.NEWLY_UNREACHABLE);
    if (opensAnError || loses) {
      return Verdict.BREAKS;
    }
    return people.isEmpty() ? Verdict.SAFE : Verdict.CHANGES;
  }

  /// Up to three paths before and after that show what the change does: of the worst changes first
  /// and of those that count people, one of each before a second of any, those with the fewest
  /// steps.
  public List<CounterExample> counterExamples() {
    return people.stream()
        .flatMap(Example::of)
        .sorted(Example.FIT_TO_SHOW)
        .limit(SHOWN)
        .map(Example::paths)
        .toList();
  }

  /// A counter-example and how far down in its change it stands.
  private record Example(CounterExample paths, PeopleChange of, int rank) {
    static final Comparator<Example> FIT_TO_SHOW =
        Comparator.comparing((Example example) -> example.of().effect())
            .thenComparing(example -> example.of().sites().isEmpty())
            .thenComparingInt(Example::rank)
            .thenComparingInt(example -> example.paths().steps());

    static Stream<Example> of(PeopleChange change) {
      List<CounterExample> all = change.counterExamples();
      return Stream.iterate(0, rank -> rank < all.size(), rank -> rank + 1)
          .map(rank -> new Example(all.get(rank), change, rank));
    }
  }

  private static Map<String, Violation> byFingerprint(Review review) {
    Map<String, Violation> violations = new LinkedHashMap<>();
    review.violations().forEach(violation -> violations.put(violation.fingerprint(), violation));
    return violations;
  }
}
