package io.casguard.accesslogs;

import io.casguard.accesspaths.AccessPath;
import java.util.List;

/// What requests say of the simulator.
sealed interface Judgement {
  /// The simulator foretells this.
  ///
  /// @param by the prediction
  record Confirmed(AccessPath by) implements Judgement {}

  /// The simulator foretells something else of everybody it could be.
  ///
  /// @param against the predictions, one of each deciding clause and outcome
  record Contradicted(List<AccessPath> against) implements Judgement {}

  /// Neither.
  record Open(Unexplained why) implements Judgement {}

  /// They say nothing of it.
  record Aside(SetAside why) implements Judgement {}
}
