package io.casguard.accesslogs;

import io.casguard.accesspaths.AccessPath;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import java.util.List;

/// Requests that became of what the simulator foretells for nobody.
///
/// @param first the server that clients reached
/// @param seen what became of them
/// @param against what the simulator says instead; their deciding clauses, or what these rest on,
///   are wrong
public record Contradiction(
    Protocol protocol, Server first, Observed seen, Span span, List<AccessPath> against) {
  public Contradiction {
    against = List.copyOf(against);
  }
}
