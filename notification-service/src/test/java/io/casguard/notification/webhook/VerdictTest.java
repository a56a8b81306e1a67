package io.casguard.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
  private static final Instant NOW = Instant.parse("2026-11-25T02:30:00Z");

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void twoHundredsAreASuccess(int status) {
    // When // Then
    assertThat(verdict(status)).isInstanceOf(Verdict.Delivered.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectionIsAFailure(int status) {
    // When // Then
    assertThat(verdict(status)).isInstanceOf(Verdict.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 400, 401, 404, 413, 429, 500, 503})
  void anythingElseIsSentAgain(int status) {
    // When // Then
    assertThat(verdict(status)).isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void goneIsTheEnd() {
    // When // Then
    assertThat(verdict(410)).isInstanceOf(Verdict.Gone.class);
  }

  @ParameterizedTest
  @CsvSource({
    "120, 2026-11-25T02:32:00Z",
    "'Wed, 25 Nov 2026 03:00:00 GMT', 2026-11-25T03:00:00Z",
    "9999999, 2026-11-26T02:30:00Z"
  })
  void retryAfterIsSecondsOrADateAndADayAtMost(String header, Instant expected) {
    // When // Then
    assertThat(RetryAfter.read(header, NOW)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "0", "Wed, 25 Nov 2020 03:00:00 GMT"})
  void aRetryAfterThatSaysNothingIsNone(String header) {
    // When // Then
    assertThat(RetryAfter.read(header, NOW)).isEmpty();
  }

  private static Verdict verdict(int status) {
    return Verdict.of(new Answer.Status("192.0.2.1:443", status, Optional.empty()));
  }
}
