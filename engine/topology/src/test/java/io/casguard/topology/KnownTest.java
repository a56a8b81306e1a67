package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownTest {
  @Test
  void onlyAValueIsTurnedIntoAnother() {
    assertThat(new Known.Value<>("owa").map(String::length)).isEqualTo(new Known.Value<>(3));
    assertThat(new Known.Absent<String>().map(String::length)).isEqualTo(new Known.Absent<>());
    assertThat(new Known.Unsaid<String>(Path.SPEC).map(String::length))
        .isEqualTo(new Known.Unsaid<>(Path.SPEC));
  }

  @Test
  void onlyAValueCanBePrinted() {
    assertThat(new Known.Value<>("owa").toOptional()).hasValue("owa");
    assertThat(new Known.Absent<String>().toOptional()).isEmpty();
    assertThat(new Known.Unsaid<String>(Path.SPEC).toOptional()).isEmpty();
  }
}
