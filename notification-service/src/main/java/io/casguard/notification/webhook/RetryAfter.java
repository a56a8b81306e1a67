package io.casguard.notification.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The header of that name: a number of seconds, or a date.
final class RetryAfter {
  private static final Duration LONGEST = Duration.ofHours(24);

  private RetryAfter() {}

  /// The moment it names, a day ahead at most; empty where it says nothing that can be understood.
  static Optional<Instant> read(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    return moment(header.strip(), now)
        .filter(moment -> moment.isAfter(now))
        .map(moment -> moment.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : moment);
  }

  private static Optional<Instant> moment(String header, Instant now) {
    if (header.matches("[0-9]{1,9}")) {
      return Optional.of(now.plusSeconds(Long.parseLong(header)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
