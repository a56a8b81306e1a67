package io.casguard.simulator.paths;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.Reached;
import io.casguard.accesspaths.UserClass;
import io.casguard.contracts.CounterExample;
import io.casguard.contracts.ReachChanged;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many people no longer arrive, door by door. Each user class counts at the first of its
/// doors, so nobody counts twice.
final class Reach {
  /// Where people come in, and whose mailboxes they want.
  private record Way(String protocol, String entry, String mailboxSite, String network)
      implements Comparable<Way> {
    static Way of(UserClass users) {
      return new Way(
          users.protocol().word(),
          users.door().map(Door::name).orElse(""),
          users.mailbox().server().flatMap(Server::site).map(Site::name).orElse(""),
          users.from().word());
    }

    @Override
    public int compareTo(Way other) {
      return toString().compareTo(other.toString());
    }
  }

  private long notReachedBefore;
  private long notReached;
  private long lost;
  private final List<CounterExample> lostExamples = new ArrayList<>();
  private final List<CounterExample> examples = new ArrayList<>();

  private Reach() {}

  /// The ways on which more or fewer people than before do not arrive.
  static List<ReachChanged> between(Matrix before, Matrix after) {
    Map<String, AccessPath> was = new HashMap<>();
    SortedMap<Way, Reach> ways = new TreeMap<>();
    for (Matrix.Row row : counted(before)) {
      was.put(row.userClass().key(), row.path());
      if (isRefused(row.path())) {
        ways.computeIfAbsent(Way.of(row.userClass()), _ -> new Reach()).notReachedBefore +=
            people(row);
      }
    }
    for (Matrix.Row row : counted(after)) {
      if (isRefused(row.path())) {
        ways.computeIfAbsent(Way.of(row.userClass()), _ -> new Reach())
            .add(row, Optional.ofNullable(was.get(row.userClass().key())));
      }
    }
    return ways.entrySet().stream()
        .filter(entry -> entry.getValue().isChanged())
        .map(entry -> entry.getValue().told(entry.getKey()))
        .toList();
  }

  private void add(Matrix.Row row, Optional<AccessPath> was) {
    notReached += people(row);
    CounterExample example = PeopleChanges.example(was, Optional.of(row.path()));
    examples.add(example);
    if (was.isPresent() && !isRefused(was.get())) {
      lost += people(row);
      lostExamples.add(example);
    }
  }

  private boolean isChanged() {
    return notReached != notReachedBefore || !lostExamples.isEmpty();
  }

  private ReachChanged told(Way way) {
    return new ReachChanged(
        way.protocol(),
        way.entry(),
        way.mailboxSite(),
        way.network(),
        lost,
        notReached,
        lostExamples.stream().findFirst().or(() -> examples.stream().findFirst()).orElse(null));
  }

  private static List<Matrix.Row> counted(Matrix matrix) {
    return matrix.rows().stream().filter(row -> row.userClass().first()).toList();
  }

  private static boolean isRefused(AccessPath path) {
    return path.reached().filter(Reached.NO::equals).isPresent();
  }

  /// People whom nobody counted are nobody here: the event has no word for them.
  private static long people(Matrix.Row row) {
    return row.userClass().users().toOptional().orElse(0);
  }
}
