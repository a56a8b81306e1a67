package io.casguard.rules;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What time it is; waivers lapse by the day in UTC.
public final class UtcClock {
  UtcClock() {}

  @Produces
  @Singleton
  static Clock clock() {
    return Clock.systemUTC();
  }

  /// The day by which waivers lapse.
  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
