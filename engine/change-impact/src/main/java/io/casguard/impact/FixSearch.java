package io.casguard.impact;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Assumptions;
import io.casguard.accesspaths.Matrix;
import io.casguard.guidelines.Edit;
import io.casguard.guidelines.Edits;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Topology;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks for the smallest fix among the edits of the remedies.
///
/// Sets of few edits are tried one after the other, the small ones first, so that the first that
/// does is a smallest. Of many edits, all are taken and those left out that are not needed.
public final class FixSearch {
  /// Up to so many edits every set of them is tried.
  private static final int MOST_FOR_ALL_SETS = 10;

  /// Of more edits than these none is tried to be left out.
  private static final int MOST_TO_REDUCE = 200;

  /// How many small sets are tried for a bound where not all are.
  private static final int MOST_FOR_THE_BOUND = 300;

  /// Of more steps than these the order is that of the violations.
  private static final int MOST_TO_ORDER = 30;

  /// A remedy may open what another remedy repairs, but not forever.
  private static final int MOST_ROUNDS = 8;

  private final Plan.Declared declared;
  private final Severity least;
  private final LocalDate today;
  private final Assumptions assumptions;
  private final Organization organization;
  private final Map<String, Integer> ranks;

  /// Violations that are there before, and still where every remedy is applied.
  private final Set<String> hopeless = new HashSet<>();

  private int tried;

  private FixSearch(
      Plan.Declared declared, Severity least, LocalDate today, Assumptions assumptions) {
    this.declared = declared;
    this.least = least;
    this.today = today;
    this.assumptions = assumptions;
    this.organization = Organization.of(declared.topology());
    this.ranks = ranks(Matrix.of(organization, assumptions));
  }

  /// The smallest fix of a topology.
  ///
  /// @param least the least severity of the violations that must not be left
  /// @param today the day by which waivers lapse
  public static Fix of(
      Plan.Declared declared, Severity least, LocalDate today, Assumptions assumptions) {
    return new FixSearch(declared, least, today, assumptions).search();
  }

  private Fix search() {
    List<Violation> found = left(declared.topology());
    if (found.isEmpty()) {
      return new Fix.NothingToDo(organization.name());
    }
    List<Edit> pool = pool();
    Set<String> before = fingerprints(found);
    hopeless.addAll(fingerprints(left(Edits.apply(declared.topology(), pool))));
    hopeless.retainAll(before);
    if (hopeless.equals(before)) {
      return none(pool, true);
    }
    return pool.size() <= MOST_FOR_ALL_SETS ? amongAllSets(pool) : byLeavingOut(pool);
  }

  /// Every edit of every remedy, and of the remedies of what those open.
  private List<Edit> pool() {
    Map<String, Edit> pool = new LinkedHashMap<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int known = pool.size();
      left(Edits.apply(declared.topology(), List.copyOf(pool.values()))).stream()
          .flatMap(violation -> violation.remedy().stream())
          .forEach(edit -> pool.putIfAbsent(edit.path().folded() + " " + edit.value(), edit));
      if (pool.size() == known) {
        break;
      }
    }
    return List.copyOf(pool.values());
  }

  private Fix amongAllSets(List<Edit> pool) {
    for (int size = 1; size <= pool.size(); size++) {
      Optional<List<Edit>> found = firstOfSize(pool, size, Integer.MAX_VALUE);
      if (found.isPresent()) {
        return found(found.get(), new Fix.Proof(true, true, size, tried));
      }
    }
    return none(pool, true);
  }

  private Fix byLeavingOut(List<Edit> pool) {
    if (!does(pool)) {
      return none(pool, false);
    }
    List<Edit> needed = new ArrayList<>(pool);
    boolean reduces = pool.size() <= MOST_TO_REDUCE;
    for (int at = needed.size() - 1; reduces && at >= 0; at--) {
      List<Edit> fewer = new ArrayList<>(needed);
      fewer.remove(at);
      if (does(fewer)) {
        needed = fewer;
      }
    }
    int bound = 1;
    int budget = tried + MOST_FOR_THE_BOUND;
    while (bound < needed.size() && sets(pool.size(), bound) <= budget - tried) {
      Optional<List<Edit>> smaller = firstOfSize(pool, bound, budget);
      if (smaller.isPresent()) {
        return found(smaller.get(), new Fix.Proof(true, true, bound, tried));
      }
      bound++;
    }
    return found(needed, new Fix.Proof(bound == needed.size(), reduces, bound, tried));
  }

  /// How many sets of a size there are, as far as that can be tried at all.
  private static long sets(int all, int size) {
    long sets = 1;
    for (int at = 0; at < size; at++) {
      sets = sets * (all - at) / (at + 1);
      if (sets > Integer.MAX_VALUE) {
        return sets;
      }
    }
    return sets;
  }

  private Optional<List<Edit>> firstOfSize(List<Edit> pool, int size, int budget) {
    int[] chosen = new int[size];
    for (int at = 0; at < size; at++) {
      chosen[at] = at;
    }
    while (tried < budget) {
      List<Edit> set = new ArrayList<>();
      for (int at : chosen) {
        set.add(pool.get(at));
      }
      if (does(set)) {
        return Optional.of(set);
      }
      if (!advance(chosen, pool.size())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// The next set in lexicographic order; false after the last.
  private static boolean advance(int[] chosen, int all) {
    int at = chosen.length - 1;
    while (at >= 0 && chosen[at] == all - chosen.length + at) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    chosen[at]++;
    for (int next = at + 1; next < chosen.length; next++) {
      chosen[next] = chosen[next - 1] + 1;
    }
    return true;
  }

  private boolean does(List<Edit> edits) {
    tried++;
    Topology edited = Edits.apply(declared.topology(), edits);
    return hopeless.containsAll(fingerprints(left(edited))) && !isWorse(edited);
  }

  private static Set<String> fingerprints(List<Violation> violations) {
    return violations.stream().map(Violation::fingerprint).collect(Collectors.toSet());
  }

  private List<Violation> left(Topology topology) {
    return Check.review(Organization.of(topology), declared.waivers(), today).violations().stream()
        .filter(violation -> violation.severity().compareTo(least) >= 0)
        .toList();
  }

  /// Whether somebody gets in less easily than before, or no longer, or leaves it open.
  private boolean isWorse(Topology edited) {
    Map<String, Integer> after = ranks(Matrix.of(Organization.of(edited), assumptions));
    return ranks.entrySet().stream()
        .anyMatch(before -> after.getOrDefault(before.getKey(), 0) < before.getValue());
  }

  private static Map<String, Integer> ranks(Matrix matrix) {
    Map<String, Integer> ranks = new HashMap<>();
    matrix.rows().forEach(row -> ranks.put(row.userClass().key(), rank(row.path())));
    return ranks;
  }

  private static int rank(AccessPath path) {
    return path.reached()
        .map(
            reached ->
                switch (reached) {
                  case YES -> 2;
                  case OWN_ACTION -> 1;
                  case NO -> 0;
                })
        .orElse(0);
  }

  private Fix none(List<Edit> pool, boolean exhaustive) {
    Topology edited = Edits.apply(declared.topology(), pool);
    return new Fix.NoSolution(organization.name(), left(edited), isWorse(edited), exhaustive);
  }

  private Fix found(List<Edit> edits, Fix.Proof proof) {
    Plan.Declared after =
        new Plan.Declared(Edits.apply(declared.topology(), edits), declared.waivers());
    return new Fix.Found(
        ordered(edits),
        Plan.of(declared, after, today, assumptions),
        proof,
        left(after.topology()));
  }

  /// The edits of one place are one step. Each next step is the first that leaves everybody as well
  /// off as before the first; where none does, the first that is left.
  private List<Fix.Step> ordered(List<Edit> edits) {
    Map<String, List<Edit>> byPlace = new LinkedHashMap<>();
    edits.forEach(
        edit ->
            byPlace
                .computeIfAbsent(edit.place().path().folded(), _ -> new ArrayList<>())
                .add(edit));
    List<List<Edit>> open = new ArrayList<>(byPlace.values());
    boolean looks = open.size() <= MOST_TO_ORDER;
    List<Edit> done = new ArrayList<>();
    List<Fix.Step> steps = new ArrayList<>();
    while (!open.isEmpty()) {
      Optional<List<Edit>> safe =
          looks
              ? open.stream().filter(next -> !isWorse(with(done, next))).findFirst()
              : Optional.empty();
      List<Edit> next = safe.orElseGet(open::getFirst);
      open.remove(next);
      done.addAll(next);
      steps.add(new Fix.Step(next, next.stream().map(this::undo).toList(), safe.isPresent()));
    }
    return steps;
  }

  private Topology with(List<Edit> done, List<Edit> next) {
    List<Edit> all = new ArrayList<>(done);
    all.addAll(next);
    return Edits.apply(declared.topology(), all);
  }

  private Optional<Edit> undo(Edit edit) {
    return Homes.in(organization, edit.place())
        .flatMap(
            place ->
                switch (Homes.inForce(place, edit.key())) {
                  case Known.Unsaid<?> _ -> Optional.empty();
                  case Known.Value<?> value -> Optional.of(new Edit(place, edit.key(), value));
                  case Known.Absent<?> none -> Optional.of(new Edit(place, edit.key(), none));
                });
  }
}
