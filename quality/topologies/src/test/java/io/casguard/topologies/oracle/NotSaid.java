package io.casguard.topologies.oracle;

import io.casguard.guidelines.Edit;
import java.util.List;

/// A value is needed that the topology does not state.
final class NotSaid extends RuntimeException {
  /// Statements of which one would settle it: the value in every kind that matters.
  final transient List<Edit> ways;

  /// False where further values might do otherwise: an address may be anybody's.
  final boolean areAll;

  NotSaid(List<Edit> ways) {
    this(ways, true);
  }

  NotSaid(List<Edit> ways, boolean areAll) {
    super(ways.toString(), null, false, false);
    this.ways = List.copyOf(ways);
    this.areAll = areAll;
  }
}
