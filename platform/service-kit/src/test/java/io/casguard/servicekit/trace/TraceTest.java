package io.casguard.servicekit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void aParentIsTakenWithItsState() {
    // When
    var trace = Trace.of(PARENT, "vendor=1");

    // Then
    assertThat(trace).hasValue(new Trace(PARENT, "vendor=1"));
  }

  @Test
  void aStateThatIsTooLongIsDropped() {
    // When
    var trace = Trace.of(PARENT, "x".repeat(513));

    // Then
    assertThat(trace).hasValue(new Trace(PARENT, null));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
      })
  void whatIsNoParentBeginsNoTrace(String parent) {
    // When
    var trace = Trace.of(parent, null);

    // Then
    assertThat(trace).isEmpty();
  }

  @Test
  void aTraceThatBeginsHasAValidParent() {
    // When
    var begun = Trace.begun();

    // Then
    assertThat(Trace.of(begun.parent(), null)).hasValue(begun);
  }
}
