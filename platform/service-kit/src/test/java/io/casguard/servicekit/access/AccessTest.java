package io.casguard.servicekit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
  @ParameterizedTest
  @CsvSource({
    // production, local, host, login server, allowed
    "true,  false, 0.0.0.0,   https://login.example.com, true",
    "true,  false, 127.0.0.1, https://login.example.com, true",
    "true,  false, 0.0.0.0,   ,                          false",
    "true,  false, 127.0.0.1, ,                          false",
    "true,  true,  127.0.0.1, ,                          true",
    "true,  true,  0.0.0.0,   ,                          false",
    "false, true,  0.0.0.0,   ,                          false",
    "false, false, 0.0.0.0,   ,                          true",
  })
  void aServiceThatStrangersReachAsksForALogin(
      boolean production, boolean local, String host, String authServer, boolean allowed) {
    // When
    var access = Access.decide(production, local, host, Optional.ofNullable(authServer));

    // Then
    assertThat(access instanceof Access.Allowed).isEqualTo(allowed);
  }
}
