package io.casguard.topologies.oracle;

import io.casguard.guidelines.Edit;
import java.util.List;

/// A value is needed that the topology does not state.
final class NotSaid extends RuntimeException {
  /// Statements of which one would settle it: the value in every kind that matters.
  final transient List<Edit> ways;

  NotSaid(List<Edit> ways) {
    super(ways.toString(), null, false, false);
    this.ways = List.copyOf(ways);
  }
}
