package io.casguard.testsupport;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/// What becomes true by itself, soon: the one patience of all tests.
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Eventually() {}

  /// Repeats the assertions until they hold; fails as they did last when the patience ends.
  public static void eventually(ThrowingRunnable assertions) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(BETWEEN_LOOKS)
        .untilAsserted(assertions);
  }
}
