package io.casguard.accesslogs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The rows of logs that cannot be read: counted, and the first of each kind kept.
public final class UnreadRows {
  /// A row that cannot be read.
  ///
  /// @param file the file it stands in
  /// @param line its number there
  /// @param text its beginning
  public record Sample(String file, long line, String text) {}

  private static final int SAMPLES = 3;
  private static final int SAMPLE_LENGTH = 160;

  private final Map<Malformed, Long> counts = new EnumMap<>(Malformed.class);
  private final Map<Malformed, List<Sample>> samples = new EnumMap<>(Malformed.class);
  private final String file;
  private long lines;
  private long repaired;

  UnreadRows(String file) {
    this.file = file;
  }

  void line() {
    lines++;
  }

  void repaired() {
    repaired++;
  }

  void count(Malformed kind, byte[] bytes, int from, int to) {
    counts.merge(kind, 1L, Long::sum);
    List<Sample> kept = samples.computeIfAbsent(kind, _ -> new ArrayList<>());
    if (kept.size() < SAMPLES) {
      int length = Math.min(to - from, SAMPLE_LENGTH);
      kept.add(
          new Sample(
              file,
              Math.max(lines, 1),
              new String(bytes, from, length, StandardCharsets.ISO_8859_1).trim()));
    }
  }

  /// Adds those of a part that follows in the same file, or of another file.
  void add(UnreadRows other) {
    other.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
    long before = other.file.equals(file) ? lines : 0;
    other.samples.forEach(
        (kind, all) -> {
          List<Sample> kept = samples.computeIfAbsent(kind, _ -> new ArrayList<>());
          for (Sample sample : all) {
            if (kept.size() < SAMPLES) {
              kept.add(new Sample(sample.file(), sample.line() + before, sample.text()));
            }
          }
        });
    lines += other.lines;
    repaired += other.repaired;
  }

  /// How many there are of each kind.
  public Map<Malformed, Long> counts() {
    return Map.copyOf(counts);
  }

  /// The first of a kind.
  public List<Sample> samples(Malformed kind) {
    return List.copyOf(samples.getOrDefault(kind, List.of()));
  }

  /// How many there are.
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /// How many rows had spaces in their query that IIS did not escape, and were read all the same.
  public long repairedRows() {
    return repaired;
  }
}
