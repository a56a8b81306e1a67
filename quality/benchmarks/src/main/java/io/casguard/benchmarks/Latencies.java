package io.casguard.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Durations of one kind, in ascending order.
record Latencies(List<Duration> ascending) {
  Latencies {
    if (ascending.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to tell of no durations");
    }
    ascending = ascending.stream().sorted().toList();
  }

  /// The least one that so many of a hundred do not exceed; 100 is the longest.
  Duration percentile(int percent) {
    int rank = (int) Math.ceil(percent / 100.0 * ascending.size());
    return ascending.get(Math.max(rank, 1) - 1);
  }

  String told() {
    return String.format(
        Locale.ROOT,
        "p50 %7.1f ms   p99 %7.1f ms   max %7.1f ms",
        millis(percentile(50)),
        millis(percentile(99)),
        millis(percentile(100)));
  }

  /// How many times as long as others these are.
  String besides(Latencies floor) {
    return String.format(
        Locale.ROOT,
        "p50 %7.1f x    p99 %7.1f x",
        millis(percentile(50)) / millis(floor.percentile(50)),
        millis(percentile(99)) / millis(floor.percentile(99)));
  }

  private static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
