package io.casguard.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void aPercentileIsOneOfTheDurations() {
    // Given
    List<Duration> durations =
        LongStream.rangeClosed(1, 200).map(n -> 201 - n).mapToObj(Duration::ofMillis).toList();

    // When
    var latencies = new Latencies(durations);

    // Then
    assertThat(latencies.percentile(50)).isEqualTo(Duration.ofMillis(100));
    assertThat(latencies.percentile(99)).isEqualTo(Duration.ofMillis(198));
    assertThat(latencies.percentile(100)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void oneDurationIsEveryPercentile() {
    // Given
    var one = new Latencies(List.of(Duration.ofMillis(7)));

    // When
    var half = one.percentile(50);

    // Then
    assertThat(half).isEqualTo(Duration.ofMillis(7));
    assertThat(one.percentile(1)).isEqualTo(Duration.ofMillis(7));
  }
}
