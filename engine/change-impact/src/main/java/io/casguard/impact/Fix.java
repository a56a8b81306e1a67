package io.casguard.impact;

import io.casguard.guidelines.Edit;
import io.casguard.guidelines.Violation;
import java.util.List;
import java.util.Optional;

/// The smallest set of edits that leaves no violation of a severity and makes nobody's outcome
/// worse.
public sealed interface Fix {
  /// There is no such violation.
  record NothingToDo(String organization) implements Fix {}

  /// The edits, verified by running guidelines and simulator on the edited topology.
  ///
  /// @param steps in the order in which they are made
  /// @param plan what they do, all together
  /// @param proof how far it is proven that fewer would not do
  /// @param left violations that no remedy's statement repairs, so that they are left; where there
  ///   are any, it is only a part of a solution
  record Found(List<Step> steps, Plan plan, Proof proof, List<Violation> left) implements Fix {
    public Found {
      steps = List.copyOf(steps);
      left = List.copyOf(left);
    }

    /// Whether no violation of the severity is left.
    public boolean isWhole() {
      return left.isEmpty();
    }

    /// Every edit, in the order in which they are made.
    public List<Edit> edits() {
      return steps.stream().flatMap(step -> step.edits().stream()).toList();
    }
  }

  /// No set of edits that was tried does it.
  ///
  /// @param left violations that are left where every remedy is applied
  /// @param worse whether that makes somebody's outcome worse
  /// @param exhaustive whether every set of the remedies' edits was tried
  record NoSolution(String organization, List<Violation> left, boolean worse, boolean exhaustive)
      implements Fix {
    public NoSolution {
      left = List.copyOf(left);
    }
  }

  /// Edits that one command makes.
  ///
  /// @param undo for each edit the one that takes it back; empty where nobody said what was before
  /// @param safe whether everybody is at least as well off after it as before the first step
  record Step(List<Edit> edits, List<Optional<Edit>> undo, boolean safe) {
    public Step {
      edits = List.copyOf(edits);
      undo = List.copyOf(undo);
    }
  }

  /// How far it is proven that fewer edits would not do.
  ///
  /// @param smallest whether no smaller set of the remedies' edits does
  /// @param irreducible whether no edit of the set can be left out
  /// @param atLeast how many edits any set needs, as far as that was tried
  /// @param tried how many sets were tried
  record Proof(boolean smallest, boolean irreducible, int atLeast, int tried) {}
}
