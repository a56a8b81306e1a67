package io.casguard.accesspaths;

import io.casguard.topology.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// Decides under every supposition that the topology leaves possible, and says whether all agree.
final class Suppositions {
  /// More than this are not tried; what was asked by then is named as unsaid.
  private static final int LIMIT = 1_000;

  /// An ending and what was supposed on the way to it.
  private record World(Ending ending, Map<Supposition.Open, Integer> supposed) {
    boolean agreesWith(World other) {
      return ending.agreesWith(other.ending);
    }

    boolean differsOn(World other, Supposition.Open open) {
      Integer here = supposed.get(open);
      Integer there = other.supposed.get(open);
      return here != null && there != null && !here.equals(there);
    }
  }

  private Suppositions() {}

  /// The ending on which every supposition agrees, else an undetermined one that names the smallest
  /// set of unsaid values that matters.
  static Ending decide(Function<Supposition, Ending> procedure) {
    List<World> worlds = new ArrayList<>();
    Supposition supposition = new Supposition(List.of());
    Ending ending = procedure.apply(supposition);
    if (supposition.answers().isEmpty()) {
      return ending;
    }
    worlds.add(new World(ending, supposition.answers()));
    List<Integer> next = supposition.next();
    while (!next.isEmpty() && worlds.size() < LIMIT) {
      Supposition another = new Supposition(next);
      worlds.add(new World(procedure.apply(another), another.answers()));
      next = another.next();
    }
    World first = worlds.getFirst();
    return next.isEmpty() && worlds.stream().allMatch(first::agreesWith)
        ? agreed(worlds)
        : undetermined(worlds, next.isEmpty());
  }

  /// All agree on outcome, server and address. Where the reasons differ, the others are remarked
  /// on.
  private static Ending agreed(List<World> worlds) {
    Ending ending = worlds.getFirst().ending();
    Set<String> reasons = new LinkedHashSet<>();
    worlds.forEach(world -> world.ending().outcome().refusal().ifPresent(reasons::add));
    ending.outcome().refusal().ifPresent(reasons::remove);
    return reasons.isEmpty()
        ? ending
        : ending.remarking(
            "where "
                + String.join(", ", paths(smallest(worlds, Suppositions::reasonsDiffer)))
                + " is otherwise, the reason is "
                + String.join(" or ", reasons));
  }

  private static Ending undetermined(List<World> worlds, boolean complete) {
    Set<Supposition.Open> matter =
        complete ? smallest(worlds, (one, other) -> !one.agreesWith(other)) : asked(worlds);
    List<Path> unsaid =
        matter.stream()
            .flatMap(open -> open.paths().stream())
            .distinct()
            .sorted(Comparator.comparing(Path::toString))
            .toList();
    Trail first = worlds.getFirst().ending().trail();
    int common = common(worlds);
    List<Trail.Step> steps = new ArrayList<>(first.steps().subList(0, common));
    Set<String> outcomes = new TreeSet<>();
    worlds.forEach(world -> outcomes.add(world.ending().outcome().word()));
    steps.add(
        new Trail.Decided(
            first.steps().get(common).clause(),
            "the topology does not say enough: "
                + (outcomes.size() == 1
                    ? outcomes.iterator().next() + " at one of several places"
                    : String.join(" or ", outcomes)),
            unsaid.stream().map(path -> new Evidence(path + " is unsaid", path)).toList(),
            new Outcome.Undetermined(unsaid)));
    return new Ending(new Trail(steps), List.of(), worlds.getFirst().ending().remarks());
  }

  private static boolean reasonsDiffer(World one, World other) {
    return !one.ending().outcome().refusal().equals(other.ending().outcome().refusal());
  }

  /// How many steps all worlds begin with, the decision left out.
  private static int common(List<World> worlds) {
    List<Trail.Step> first = worlds.getFirst().ending().trail().steps();
    int common = first.size() - 1;
    for (World world : worlds) {
      List<Trail.Step> steps = world.ending().trail().steps();
      int same = 0;
      while (same < Math.min(common, steps.size() - 1) && steps.get(same).equals(first.get(same))) {
        same++;
      }
      common = same;
    }
    return common;
  }

  private static Set<Supposition.Open> asked(List<World> worlds) {
    Set<Supposition.Open> asked = new LinkedHashSet<>();
    worlds.forEach(world -> asked.addAll(world.supposed().keySet()));
    return asked;
  }

  /// The fewest questions such that two worlds that are told apart differ in the answer to one of
  /// them: once those are answered, the rest no longer matters.
  private static Set<Supposition.Open> smallest(
      List<World> worlds, BiPredicate<World, World> apart) {
    List<Supposition.Open> asked = new ArrayList<>(asked(worlds));
    Set<Set<Integer>> pairs = new LinkedHashSet<>();
    for (int i = 0; i < worlds.size(); i++) {
      for (int j = i + 1; j < worlds.size(); j++) {
        if (apart.test(worlds.get(i), worlds.get(j))) {
          Set<Integer> differing = new TreeSet<>();
          for (int open = 0; open < asked.size(); open++) {
            if (worlds.get(i).differsOn(worlds.get(j), asked.get(open))) {
              differing.add(open);
            }
          }
          pairs.add(differing);
        }
      }
    }
    for (int size = 1; size <= 3; size++) {
      Optional<Set<Integer>> found = hitting(pairs, new TreeSet<>(), asked.size(), size);
      if (found.isPresent()) {
        return chosen(asked, found.get());
      }
    }
    return chosen(asked, withoutNeedless(pairs, asked.size()));
  }

  private static Optional<Set<Integer>> hitting(
      Set<Set<Integer>> pairs, Set<Integer> chosen, int questions, int more) {
    Optional<Set<Integer>> missed =
        pairs.stream().filter(pair -> pair.stream().noneMatch(chosen::contains)).findFirst();
    if (missed.isEmpty()) {
      return Optional.of(chosen);
    }
    if (more == 0) {
      return Optional.empty();
    }
    for (int open : missed.get()) {
      Set<Integer> larger = new TreeSet<>(chosen);
      larger.add(open);
      Optional<Set<Integer>> found = hitting(pairs, larger, questions, more - 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// Beyond three questions: none can be left out, which is small enough to act on.
  private static Set<Integer> withoutNeedless(Set<Set<Integer>> pairs, int questions) {
    Set<Integer> kept = new TreeSet<>();
    for (int open = 0; open < questions; open++) {
      kept.add(open);
    }
    for (int open = questions - 1; open >= 0; open--) {
      kept.remove(open);
      if (pairs.stream().anyMatch(pair -> pair.stream().noneMatch(kept::contains))) {
        kept.add(open);
      }
    }
    return kept;
  }

  private static Set<Supposition.Open> chosen(List<Supposition.Open> asked, Set<Integer> numbers) {
    Set<Supposition.Open> chosen = new LinkedHashSet<>();
    numbers.forEach(number -> chosen.add(asked.get(number)));
    return chosen;
  }

  private static List<String> paths(Set<Supposition.Open> opens) {
    return opens.stream()
        .flatMap(open -> open.paths().stream())
        .map(Path::toString)
        .distinct()
        .sorted()
        .toList();
  }
}
