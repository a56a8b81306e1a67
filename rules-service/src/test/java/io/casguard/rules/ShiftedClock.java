package io.casguard.rules;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// The time of day, and on whatever day a test wants.
@Mock
@Singleton
public final class ShiftedClock extends Clock {
  private static final AtomicReference<Duration> SHIFT = new AtomicReference<>(Duration.ZERO);

  ShiftedClock() {}

  /// Goes on from so many days ahead.
  public static void ahead(int days) {
    SHIFT.set(Duration.ofDays(days));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), SHIFT.get());
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(SHIFT.get());
  }
}
