package io.casguard.guidelines;

import io.casguard.topology.Path;
import io.casguard.topology.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that the guidelines say of an organization, after precedence.
///
/// @param verdicts by guideline, then by place
public record Findings(List<Verdict> verdicts) {
  public Findings {
    verdicts = List.copyOf(verdicts);
  }

  /// These and more, each at its place in the order.
  public Findings with(List<Verdict> more) {
    List<Verdict> all = new ArrayList<>(verdicts);
    all.addAll(more);
    if (!isInOrder(all)) {
      all.sort(Findings::compare);
    }
    return new Findings(all);
  }

  /// How many pairs of guideline and place came out how. A pair with several verdicts counts once,
  /// as the worst of them.
  ///
  /// @param waived departures that somebody accepted
  public record Summary(int conforms, int departs, int notApplicable, int notChecked, int waived) {}

  private record Pair(String guideline, Path place) {}

  private enum Rank {
    NOT_APPLICABLE,
    CONFORMS,
    NOT_CHECKED,
    WAIVED,
    DEPARTS
  }

  /// The violations, in the order of the verdicts.
  public List<Violation> violations() {
    return verdicts.stream()
        .filter(Verdict.Departs.class::isInstance)
        .map(verdict -> ((Verdict.Departs) verdict).violation())
        .toList();
  }

  /// The violations that somebody accepted, in the order of the verdicts.
  public List<Verdict.Waived> waived() {
    return verdicts.stream()
        .filter(Verdict.Waived.class::isInstance)
        .map(Verdict.Waived.class::cast)
        .toList();
  }

  /// What could not be told, in the order of the verdicts.
  public List<Verdict.NotChecked> notChecked() {
    return verdicts.stream()
        .filter(Verdict.NotChecked.class::isInstance)
        .map(Verdict.NotChecked.class::cast)
        .toList();
  }

  /// The counts.
  public Summary summary() {
    Map<Pair, Rank> pairs = new LinkedHashMap<>();
    verdicts.forEach(
        verdict ->
            pairs.merge(
                new Pair(verdict.guideline(), verdict.place().path()),
                rank(verdict),
                (one, other) -> one.compareTo(other) >= 0 ? one : other));
    return new Summary(
        count(pairs.values(), Rank.CONFORMS),
        count(pairs.values(), Rank.DEPARTS),
        count(pairs.values(), Rank.NOT_APPLICABLE),
        count(pairs.values(), Rank.NOT_CHECKED),
        count(pairs.values(), Rank.WAIVED));
  }

  /// Rules mostly tell of places in the order of their paths, and looking is cheaper than sorting.
  private static boolean isInOrder(List<Verdict> verdicts) {
    for (int at = 1; at < verdicts.size(); at++) {
      if (compare(verdicts.get(at - 1), verdicts.get(at)) > 0) {
        return false;
      }
    }
    return true;
  }

  private static int compare(Verdict one, Verdict other) {
    if (!one.guideline().equals(other.guideline())) {
      return one.guideline().compareTo(other.guideline());
    }
    int byPlace = Place.BY_PATH.compare(one.place(), other.place());
    return byPlace != 0 ? byPlace : one.path().folded().compareTo(other.path().folded());
  }

  private static int count(Collection<Rank> ranks, Rank wanted) {
    return Math.toIntExact(ranks.stream().filter(wanted::equals).count());
  }

  private static Rank rank(Verdict verdict) {
    return switch (verdict) {
      case Verdict.NotApplicable _ -> Rank.NOT_APPLICABLE;
      case Verdict.Conforms _ -> Rank.CONFORMS;
      case Verdict.NotChecked _ -> Rank.NOT_CHECKED;
      case Verdict.Waived _ -> Rank.WAIVED;
      case Verdict.Departs _ -> Rank.DEPARTS;
    };
  }
}
