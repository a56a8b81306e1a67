package io.casguard.accesspaths;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// One way to fill in what the topology leaves unsaid.
///
/// Facts are gathered under a supposition, so that tables and checks see two values only. A value
/// that nobody asks for is never supposed.
final class Supposition {
  /// Something unsaid that was asked for.
  ///
  /// @param question what was asked; the same question has the same answer within one supposition
  /// @param paths what would have to be stated to answer it
  record Open(String question, List<Path> paths) {}

  private final List<Integer> given;
  private final Map<Open, Integer> answers = new LinkedHashMap<>();
  private final List<Integer> sizes = new ArrayList<>();
  private int asked;

  /// @param given the answers to the first questions, by the number of the option; further
  ///   questions are answered by their first option
  Supposition(List<Integer> given) {
    this.given = given;
  }

  /// One of the values that something unsaid may have. The most harmless one comes first.
  <T> T suppose(String question, List<Path> paths, List<T> options) {
    asked++;
    Open open = new Open(question, paths);
    Integer answered = answers.get(open);
    if (answered != null) {
      return options.get(answered);
    }
    int index = answers.size();
    int answer = index < given.size() ? given.get(index) : 0;
    answers.put(open, answer);
    sizes.add(options.size());
    return options.get(answer);
  }

  /// Whether a property has a value of this kind; where it is unsaid, both are supposed, the kind
  /// itself first.
  <T> boolean holds(Known<T> known, Predicate<? super T> fact) {
    return switch (known) {
      case Known.Value<T>(T value) -> fact.test(value);
      case Known.Absent<T>() -> false;
      case Known.Unsaid<T>(Path what) -> either(what);
    };
  }

  /// Whether a fact holds; where it is open, both are supposed.
  boolean holds(Holds fact, Path what) {
    return switch (fact) {
      case YES -> true;
      case NO -> false;
      case UNSAID -> either(what);
    };
  }

  /// Either, because a path is unsaid.
  boolean either(Path what) {
    return suppose(what.toString(), List.of(what), List.of(true, false));
  }

  /// How often something unsaid was asked for so far, the same question again included: what was
  /// found while this stayed the same holds under every supposition.
  int asked() {
    return asked;
  }

  /// What was supposed so far.
  Map<Open, Integer> answers() {
    return answers;
  }

  /// The answers of the next supposition in order, where every option of every question has its
  /// turn; empty after the last.
  List<Integer> next() {
    List<Integer> next = new ArrayList<>(answers.values());
    for (int last = next.size() - 1; last >= 0; last--) {
      if (next.get(last) + 1 < sizes.get(last)) {
        next.set(last, next.get(last) + 1);
        return next;
      }
      next.removeLast();
    }
    return List.of();
  }
}
