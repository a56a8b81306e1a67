package io.casguard.benchmarks.logs;

import io.casguard.accesslogs.LogFile;
import io.casguard.accesslogs.Replay;
import io.casguard.accesspaths.Assumptions;
import io.casguard.benchmarks.Machine;
import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Organization;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Replays a made log, in turn with the floor and the peer, and prints medians and ratios. All
/// three must count the same rows.
public final class LogsBenchmark {
  private enum Side {
    FLOOR,
    REPLAY,
    DUCKDB
  }

  private static final long MEGABYTE = 1_000_000;
  private static final int ROUNDS = 5;
  private static final String SPEC =
      """
      domain: contoso.com
      sites:
        seattle:
          internetFacing: true
          servers:
            SEA-CAS1:
              addresses: [10.1.0.10]
              owa: {externalUrl: "https://mail.contoso.com/owa"}
              activeSync: {externalUrl: "https://mail.contoso.com/Microsoft-Server-ActiveSync"}
              outlookAnywhere: {enabled: true, externalHostname: mail.contoso.com, clientAuthentication: Basic, iisAuthentication: [Basic]}
            SEA-MBX1: {roles: [Mailbox]}
        leeds:
          servers:
            LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}
            LEE-MBX1: {roles: [Mailbox]}
      """;

  private final Path file;
  private final Organization organization;
  private final PrintStream out;

  private LogsBenchmark(Path file, Organization organization, PrintStream out) {
    this.file = file;
    this.organization = organization;
    this.out = out;
  }

  /// Measures; the first argument is the size of the log in megabytes.
  public static void main(String[] arguments) throws Exception {
    long megabytes = Long.parseLong(arguments[0]);
    Path file = Files.createTempFile("made", ".log");
    try {
      MadeLog.write(file, megabytes * MEGABYTE);
      new LogsBenchmark(file, organization(), System.out).measure();
    } finally {
      Files.delete(file);
    }
  }

  private static Organization organization() {
    return switch (Manifest.readSpec("contoso", new SourceFile("contoso.yaml", SPEC))) {
      case Manifest.Reading.Accepted accepted ->
          Organization.of(accepted.organizations().getFirst().topology());
      case Manifest.Reading.Rejected rejected ->
          throw new IllegalStateException(rejected.problems().toString());
    };
  }

  private void measure() throws Exception {
    out.println(Files.size(file) / MEGABYTE + " MB, " + Machine.told());
    Map<Integer, Map<Side, Double>> medians = new TreeMap<>();
    for (int threads = 1; threads <= 2; threads++) {
      medians.put(threads, medians(threads));
    }
    medians.forEach(
        (threads, of) ->
            of.forEach(
                (side, speed) ->
                    out.printf("%d threads  %-7s %7.0f MB/s%n", threads, side, speed)));
    medians.forEach(
        (threads, of) ->
            out.printf(
                "%d threads  replay / floor %.2f (goal 0.5)  replay / duckdb %.2f (goal 1.2)%n",
                threads, ratio(of, Side.FLOOR), ratio(of, Side.DUCKDB)));
    out.printf(
        "replay, two threads / one %.2f (goal 1.6)%n", speed(medians, 2) / speed(medians, 1));
    out.println("heap, at most " + peakOfHeap() / MEGABYTE + " MB (goal 256)");
    out.println("after: " + Machine.told());
  }

  private Map<Side, Double> medians(int threads) throws Exception {
    Map<Side, List<Double>> speeds = new EnumMap<>(Side.class);
    long rows = -1;
    for (int round = 0; round <= ROUNDS; round++) {
      for (Side side : Side.values()) {
        long start = System.nanoTime();
        long counted = run(side, threads);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (rows >= 0 && counted != rows) {
          throw new IllegalStateException(side + " counts " + counted + " rows, not " + rows);
        }
        rows = counted;
        if (round > 0) {
          speeds
              .computeIfAbsent(side, _ -> new ArrayList<>())
              .add(Files.size(file) / (double) MEGABYTE / seconds);
        }
      }
    }
    Map<Side, Double> medians = new EnumMap<>(Side.class);
    speeds.forEach(
        (side, all) -> {
          Collections.sort(all);
          medians.put(side, all.get(all.size() / 2));
        });
    return medians;
  }

  private long run(Side side, int threads) throws Exception {
    return switch (side) {
      case FLOOR -> sum(SwarFloor.count(file, threads));
      case DUCKDB -> sum(DuckDbPeer.count(file, threads));
      case REPLAY -> replay(threads);
    };
  }

  private long replay(int threads) throws IOException, InterruptedException {
    Replay replay =
        Replay.of(
            organization,
            List.of(LogFile.at(file, "made.log")),
            new Replay.Way(Assumptions.DEFAULT, Optional.empty(), threads, _ -> {}));
    return replay.rows();
  }

  private static long sum(Map<Integer, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static double ratio(Map<Side, Double> speeds, Side other) {
    return speeds.getOrDefault(Side.REPLAY, Double.NaN) / speeds.getOrDefault(other, Double.NaN);
  }

  private static double speed(Map<Integer, Map<Side, Double>> medians, int threads) {
    return medians.getOrDefault(threads, Map.of()).getOrDefault(Side.REPLAY, Double.NaN);
  }

  private static long peakOfHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }
}
