package io.casguard.simulator.paths;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.MatrixDifference;
import io.casguard.accesspaths.Outcome;
import io.casguard.accesspaths.Reached;
import io.casguard.contracts.AccessPathsChanged;
import io.casguard.contracts.CounterExample;
import io.casguard.contracts.PeopleMoved;
import io.casguard.contracts.ReachChanged;
import io.casguard.follower.RevisionDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A difference of two matrices, in the words of the event that tells it.
final class PeopleChanges {
  private PeopleChanges() {}

  /// The event; empty where nobody's outcome differs.
  static Optional<AccessPathsChanged> event(
      RevisionDocument document, Computed before, Computed after, Instant at) {
    MatrixDifference difference = MatrixDifference.between(before.matrix(), after.matrix());
    List<ReachChanged> reach = Reach.between(before.matrix(), after.matrix());
    if (difference.verdict() == MatrixDifference.Verdict.SAFE && reach.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessPathsChanged(
            UUID.randomUUID(),
            at,
            document.organization(),
            document.revision(),
            before.revision() == 0 ? null : before.revision(),
            document.provenance().commit(),
            difference.verdict().word(),
            difference.people().stream().map(PeopleChanges::moved).toList(),
            undetermined(after.matrix()),
            reach));
  }

  private static PeopleMoved moved(MatrixDifference.PeopleChange change) {
    return new PeopleMoved(
        change.protocol().word(),
        change.from().orElse(null),
        change.to().orElse(null),
        change.users(),
        change.counterExamples().stream()
            .limit(PeopleMoved.SHOWN)
            .map(example -> example(example.before(), example.after()))
            .toList());
  }

  /// One request before and after; at least one of them is there.
  static CounterExample example(Optional<AccessPath> before, Optional<AccessPath> after) {
    AccessPath shown = after.or(() -> before).orElseThrow();
    return new CounterExample(
        shown.request().entry().map(Door::name).orElse(""),
        shown.request().mailbox().name(),
        shown.request().from().word(),
        before.map(path -> path.outcome().word()).orElse(null),
        after.map(path -> path.outcome().word()).orElse(null),
        after.flatMap(AccessPath::reached).map(Reached::word).orElse(null),
        after.flatMap(AccessPath::reason).orElse(null),
        after.map(path -> path.trail().decision().clause().id()).orElse(null));
  }

  private static long undetermined(Matrix after) {
    return after.peopleByOutcome().stream()
        .filter(count -> count.outcome().equals(new Outcome.Undetermined(List.of()).word()))
        .mapToLong(Matrix.PeopleCount::users)
        .sum();
  }
}
