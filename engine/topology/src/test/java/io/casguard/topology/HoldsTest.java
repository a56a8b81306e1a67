package io.casguard.topology;

import static io.casguard.topology.Holds.NO;
import static io.casguard.topology.Holds.UNSAID;
import static io.casguard.topology.Holds.YES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldsTest {
  @ParameterizedTest
  @CsvSource({
    "YES, YES, YES, YES", "YES, NO, NO, YES", "YES, UNSAID, UNSAID, YES",
    "NO, YES, NO, YES", "NO, NO, NO, NO", "NO, UNSAID, NO, UNSAID",
    "UNSAID, YES, UNSAID, YES", "UNSAID, NO, NO, UNSAID", "UNSAID, UNSAID, UNSAID, UNSAID"
  })
  void oneFactSettlesWhatAnOpenOneCannot(Holds one, Holds other, Holds both, Holds either) {
    assertThat(one.and(other)).isEqualTo(both);
    assertThat(one.or(other)).isEqualTo(either);
  }

  @Test
  void theOppositeOfAnOpenFactIsOpen() {
    assertThat(YES.not()).isEqualTo(NO);
    assertThat(NO.not()).isEqualTo(YES);
    assertThat(UNSAID.not()).isEqualTo(UNSAID);
  }

  @Test
  void anEmptyPropertyHoldsNothingAndAnUnsaidOneIsOpen() {
    assertThat(Holds.of(new Known.Value<>(1), one -> one == 1)).isEqualTo(YES);
    assertThat(Holds.of(new Known.Value<>(2), one -> one == 1)).isEqualTo(NO);
    assertThat(Holds.of(new Known.Absent<Integer>(), one -> one == 1)).isEqualTo(NO);
    assertThat(Holds.of(new Known.Unsaid<Integer>(Path.SPEC), one -> one == 1)).isEqualTo(UNSAID);
  }
}
