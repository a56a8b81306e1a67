package io.casguard.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// When a message that failed is sent again: each wait is spread by a tenth, so that messages that
/// failed together do not come back together.
final class Schedule {
  private static final double SPREAD = 0.1;

  private final List<Duration> waits;
  private final RandomGenerator random;

  Schedule(List<Duration> waits, RandomGenerator random) {
    if (waits.isEmpty()) {
      throw new IllegalArgumentException("casguard.delivery.schedule is empty");
    }
    this.waits = List.copyOf(waits);
    this.random = random;
  }

  /// How long to wait after so many attempts.
  Duration after(int attempts) {
    var wait = waits.get(Math.min(attempts, waits.size() - 1));
    double factor = 1 + SPREAD * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.round(wait.toMillis() * factor));
  }
}
