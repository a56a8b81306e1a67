package io.casguard.accesspaths;

import java.util.List;

/// Why a request went where it went: the clauses that were consulted, in order, each with its
/// evidence.
public record Trail(List<Step> steps) {
  /// One clause that was consulted.
  public sealed interface Step {
    /// The clause.
    Clause clause();

    /// What was found, in words.
    String text();

    /// What that rests on.
    List<Evidence> because();
  }

  /// A clause that did not decide.
  public record Passed(Clause clause, String text, List<Evidence> because) implements Step {
    public Passed {
      because = List.copyOf(because);
    }
  }

  /// The clause that decided.
  public record Decided(Clause clause, String text, List<Evidence> because, Outcome outcome)
      implements Step {
    public Decided {
      because = List.copyOf(because);
    }
  }

  public Trail {
    steps = List.copyOf(steps);
    require(!steps.isEmpty() && steps.getLast() instanceof Decided, "a trail ends in its decision");
    require(steps.stream().filter(Decided.class::isInstance).count() == 1, "a trail decides once");
  }

  /// The step that decided.
  public Decided decision() {
    return (Decided) steps.getLast();
  }

  private static void require(boolean holds, String grammar) {
    if (!holds) {
      throw new IllegalArgumentException(grammar);
    }
  }
}
