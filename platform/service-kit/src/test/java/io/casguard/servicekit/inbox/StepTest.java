package io.casguard.servicekit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {
  @ParameterizedTest
  @CsvSource({"4, 4", "4, 3", "1, 1"})
  void whatWasProcessedIsDropped(long processed, long announced) {
    // When
    var step = Step.between(processed, announced);

    // Then
    assertThat(step).isEqualTo(new Step.Drop());
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "0, 3, 1", "4, 5, 5", "4, 9, 5"})
  void whatIsMissingIsProcessedToo(long processed, long announced, long first) {
    // When
    var step = Step.between(processed, announced);

    // Then
    assertThat(step).isEqualTo(new Step.CatchUp(first, announced));
  }
}
