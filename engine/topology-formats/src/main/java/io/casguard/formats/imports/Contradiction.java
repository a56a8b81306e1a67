package io.casguard.formats.imports;

import io.casguard.formats.Position;
import io.casguard.topology.Path;
import java.util.List;

/// A key that exports give different values. It is left unsaid.
///
/// @param what the place of the key in the topology
/// @param statements what is said where, two or more
public record Contradiction(Path what, List<Statement> statements) {
  public Contradiction {
    statements = List.copyOf(statements);
  }

  /// One of the values.
  public record Statement(String value, Position at) {}
}
