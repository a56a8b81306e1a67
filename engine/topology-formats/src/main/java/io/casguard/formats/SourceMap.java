package io.casguard.formats;

import io.casguard.topology.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which line of which file states a path of the topology.
public final class SourceMap {
  private final Map<String, Position> positions = new HashMap<>();

  SourceMap() {}

  /// The map of a topology that nobody stated.
  public static SourceMap none() {
    return new SourceMap();
  }

  /// Where a path is stated; where it is not stated itself (a default, an unsaid key), where the
  /// thing that holds it is.
  public Optional<Position> find(Path path) {
    for (Path at = path; !at.isRoot(); at = at.parent()) {
      Position position = positions.get(at.folded());
      if (position != null) {
        return Optional.of(position);
      }
    }
    return Optional.empty();
  }

  /// The position that states this very path.
  Optional<Position> stated(Path path) {
    return Optional.ofNullable(positions.get(path.folded()));
  }

  void put(Path path, Position position) {
    positions.putIfAbsent(path.folded(), position);
  }

  /// Adds the positions of paths that have none yet.
  void addAll(SourceMap others) {
    others.positions.forEach(positions::putIfAbsent);
  }
}
