package io.casguard.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BackendTest {
  @Test
  void theForcedBackendIsTaken() {
    // When
    Backend chosen = Backend.chosen("embedded");

    // Then
    assertThat(chosen).isEqualTo(Backend.EMBEDDED);
  }

  @Test
  void anUnknownBackendIsRefusedWithTheKnownOnes() {
    // When // Then
    assertThatThrownBy(() -> Backend.chosen("podman"))
        .hasMessage("-Dcasguard.test.backend=podman: say containers or embedded");
  }
}
