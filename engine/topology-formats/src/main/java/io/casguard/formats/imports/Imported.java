package io.casguard.formats.imports;

import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import io.casguard.topology.Path;
import io.casguard.topology.Topology;
import java.util.List;
import java.util.Map;

/// What exports gave.
///
/// @param topology everything that they say, with `defaults: none`
/// @param notSaid what they leave unsaid of Exchange 2007 servers, grouped
/// @param contradictions what they say in several ways
/// @param remarks what was passed over, and what a person should look at, each with its place
/// @param sources where each statement was read
public record Imported(
    Topology topology,
    Counts counts,
    List<NotSaid> notSaid,
    List<Contradiction> contradictions,
    List<Problem> remarks,
    Map<Path, Position> sources) {
  public Imported {
    notSaid = List.copyOf(notSaid);
    contradictions = List.copyOf(contradictions);
    remarks = List.copyOf(remarks);
    sources = Map.copyOf(sources);
  }
}
