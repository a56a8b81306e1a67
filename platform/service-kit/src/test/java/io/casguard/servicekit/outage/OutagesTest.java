package io.casguard.servicekit.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutagesTest {
  static Stream<Throwable> outages() {
    return Stream.of(
        new OutageException("inventory is away", new IOException("reset")),
        new ConnectException("refused"),
        new TimeoutException(),
        new PgException("the database system is shutting down", "FATAL", "57P03", null),
        new PgException("too many connections", "FATAL", "53300", null),
        new PgException("deadlock detected", "ERROR", "40P01", null),
        new IllegalStateException("wrapped", new ConnectException("refused")));
  }

  static Stream<Throwable> faults() {
    return Stream.of(
        new IllegalStateException("a bug"),
        new JsonParseException(null, "no JSON"),
        new PgException("duplicate key", "ERROR", "23505", null));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void whatPassesByItselfIsAnOutage(Throwable failure) {
    // When
    var outage = Outages.isOutage(failure);

    // Then
    assertThat(outage).isTrue();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatStaysIsAFault(Throwable failure) {
    // When
    var outage = Outages.isOutage(failure);

    // Then
    assertThat(outage).isFalse();
  }
}
