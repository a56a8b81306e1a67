package io.casguard.accesslogs;

import io.casguard.accesspaths.Assumptions;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.LongConsumer;

/// Recorded access run through the simulator, and what it says of it.
///
/// @param organization the organization's name
/// @param owners the logs, and whose they are
/// @param rows how many rows were read
/// @param first when the first of them was written; empty where there is none
/// @param last when the last of them was written
/// @param verdicts requests by protocol and verdict
/// @param contradictions what speaks against the simulator or the topology, the most frequent first
/// @param clauses for and against each deciding clause
/// @param pairs the servers seen proxying
/// @param failures the patterns of failure
/// @param notObserved what is foretold and was not seen
/// @param unexplained requests by why they are unexplained
/// @param aside requests by why they are set aside
/// @param strangers what the topology does not know
/// @param unread the rows that cannot be read, of each log that has some
/// @param isWhole false where there was so much that some could not be kept apart
public record Replay(
    String organization,
    List<LogOwner> owners,
    long rows,
    Optional<Instant> first,
    Optional<Instant> last,
    SortedMap<Protocol, Map<Verdict, Long>> verdicts,
    List<Contradiction> contradictions,
    List<ClauseCount> clauses,
    List<Pair> pairs,
    List<Failing> failures,
    List<NotObserved> notObserved,
    SortedMap<Unexplained, Long> unexplained,
    SortedMap<SetAside, Long> aside,
    Strangers strangers,
    List<UnreadRows> unread,
    boolean isWhole) {
  /// How logs are read.
  ///
  /// @param assumptions the answers to the open questions
  /// @param presumed the columns of rows that no `#Fields` stands above
  /// @param threads how many logs are read at once
  /// @param progress told how many bytes have been read, again and again
  public record Way(
      Assumptions assumptions, Optional<LogLayout> presumed, int threads, LongConsumer progress) {
    /// The usual one: two threads, nobody told.
    public static final Way USUAL = new Way(Assumptions.DEFAULT, Optional.empty(), 2, _ -> {});
  }

  /// Reads logs and holds them against the simulator.
  ///
  /// @throws LogFile.Unfit where none of them can be told to be a server's, or one is no log
  public static Replay of(Organization organization, List<LogFile> files, Way way)
      throws IOException, InterruptedException {
    return new ReplayRun(organization, way).run(files);
  }

  /// How many requests have a verdict, of all protocols.
  public long total(Verdict verdict) {
    return verdicts.values().stream().mapToLong(counts -> counts.getOrDefault(verdict, 0L)).sum();
  }
}
