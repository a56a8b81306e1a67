package io.casguard.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final List<Duration> WAITS =
      List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5));

  @Test
  void eachWaitIsSpreadByATenth() {
    // Given
    var schedule = new Schedule(WAITS, new Random(42));

    // When // Then
    for (int i = 0; i < 1_000; i++) {
      assertThat(schedule.after(1)).isBetween(Duration.ofMillis(4_500), Duration.ofMillis(5_500));
    }
  }

  @Test
  void theLastWaitIsRepeated() {
    // Given
    var schedule = new Schedule(WAITS, new Random(42));

    // When // Then
    assertThat(schedule.after(100)).isBetween(Duration.ofSeconds(270), Duration.ofSeconds(330));
  }

  @Test
  void theFirstAttemptWaitsForNothing() {
    // Given
    var schedule = new Schedule(WAITS, new Random(42));

    // When // Then
    assertThat(schedule.after(0)).isZero();
  }
}
