package io.casguard.accesspaths;

import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import io.casguard.topology.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a change of the topology does to people.
///
/// @param verdict in one word
/// @param people the changes of outcome: newly unreachable first, then newly exposed, then the
///   others
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
  /// @param uncountedClasses how many user classes more, of which nobody said how many people they
  ///   are
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
  ///
  /// People are compared at their first doors, and counted there as they are afterwards. A further
  /// door whose outcome turns is listed too, with nobody counted: its users are counted at their
  /// first.
  public static MatrixDifference between(Matrix before, Matrix after) {
    Map<String, Matrix.Row> old = byKey(before);
    Map<String, Matrix.Row> young = byKey(after);
    SortedSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(young.keySet());
    Map<Turn, Tally> turns = new TreeMap<>();
    for (String key : keys) {
      Optional<Matrix.Row> was = Optional.ofNullable(old.get(key));
      Optional<Matrix.Row> is = Optional.ofNullable(young.get(key));
      Turn turn = Turn.of(was, is);
      if (turn.isChange()) {
        turns.computeIfAbsent(turn, _ -> new Tally()).add(was, is);
      }
    }
    List<PeopleChange> people =
        turns.entrySet().stream().map(turn -> turn.getValue().told(turn.getKey())).toList();
    return new MatrixDifference(verdict(people), people);
  }

  private static Verdict verdict(List<PeopleChange> people) {
    if (people.stream().anyMatch(change -> change.effect() == Effect.NEWLY_UNREACHABLE)) {
      return Verdict.BREAKS;
    }
    return people.isEmpty() ? Verdict.SAFE : Verdict.CHANGES;
  }

  /// The first door of each group of people under the people's own key, so that a door that opens
  /// or closes is seen as a turn; further doors under theirs, where they are there before and
  /// after.
  private static Map<String, Matrix.Row> byKey(Matrix matrix) {
    Map<String, Matrix.Row> rows = new HashMap<>();
    for (Matrix.Row row : matrix.rows()) {
      rows.put(row.userClass().first() ? row.userClass().people() : row.userClass().key(), row);
    }
    return rows;
  }

  /// From which outcome to which, of one protocol on one network.
  private record Turn(
      Effect effect,
      Protocol protocol,
      Network network,
      Optional<String> from,
      Optional<String> to,
      boolean sameReach)
      implements Comparable<Turn> {
    static Turn of(Optional<Matrix.Row> was, Optional<Matrix.Row> is) {
      UserClass users = is.or(() -> was).orElseThrow().userClass();
      Optional<AccessPath> before = was.map(Matrix.Row::path);
      Optional<AccessPath> after = is.map(Matrix.Row::path);
      boolean furtherDoor = !users.first() && (was.isEmpty() || is.isEmpty());
      return new Turn(
          effect(before, after, users),
          users.protocol(),
          users.from(),
          furtherDoor ? Optional.empty() : before.map(path -> path.outcome().word()),
          furtherDoor ? Optional.empty() : after.map(path -> path.outcome().word()),
          before.flatMap(AccessPath::reached).equals(after.flatMap(AccessPath::reached)));
    }

    boolean isChange() {
      return !from.equals(to) || (from.isPresent() && !sameReach);
    }

    private static Effect effect(
        Optional<AccessPath> before, Optional<AccessPath> after, UserClass users) {
      boolean refused = after.flatMap(AccessPath::reached).filter(Reached.NO::equals).isPresent();
      if (isReached(before) && refused) {
        return Effect.NEWLY_UNREACHABLE;
      }
      boolean hadNoDoor = before.filter(path -> path.request().entry().isEmpty()).isPresent();
      return users.from() == Network.INTERNET && hadNoDoor && isReached(after)
          ? Effect.NEWLY_EXPOSED
          : Effect.OTHER;
    }

    private static boolean isReached(Optional<AccessPath> path) {
      return path.flatMap(AccessPath::reached).filter(reached -> reached != Reached.NO).isPresent();
    }

    @Override
    public int compareTo(Turn other) {
      return Comparator.comparing((Turn turn) -> turn.effect())
          .thenComparing(Turn::protocol)
          .thenComparing(Turn::network)
          .thenComparing(turn -> turn.from().orElse(""))
          .thenComparing(turn -> turn.to().orElse(""))
          .thenComparing(Turn::sameReach)
          .compare(this, other);
    }
  }

  /// The people of one turn while they are being counted.
  private static final class Tally {
    private int users;
    private int uncountedClasses;
    private final List<CounterExample> examples = new ArrayList<>();

    void add(Optional<Matrix.Row> was, Optional<Matrix.Row> is) {
      UserClass hit = is.or(() -> was).orElseThrow().userClass();
      if (hit.first()) {
        switch (hit.users()) {
          case Known.Value<Integer>(Integer people) -> users += people;
          case Known.Absent<Integer>(), Known.Unsaid<Integer> _ -> uncountedClasses++;
        }
      }
      if (examples.size() < 2) {
        examples.add(new CounterExample(was.map(Matrix.Row::path), is.map(Matrix.Row::path)));
      }
    }

    PeopleChange told(Turn turn) {
      return new PeopleChange(
          turn.protocol(),
          turn.network(),
          turn.effect(),
          turn.from(),
          turn.to(),
          users,
          uncountedClasses,
          examples);
    }
  }
}
