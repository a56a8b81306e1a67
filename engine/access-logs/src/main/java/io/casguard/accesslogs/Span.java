package io.casguard.accesslogs;

import java.time.Instant;

/// How many requests, and when the first and the last of them were seen.
public record Span(long requests, Instant first, Instant last) {
  static Span of(Sighting sighting) {
    return new Span(
        sighting.count(),
        Instant.ofEpochSecond(sighting.first()),
        Instant.ofEpochSecond(sighting.last()));
  }

  Span with(Span other) {
    return new Span(
        requests + other.requests,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last);
  }
}
