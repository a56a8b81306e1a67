package io.casguard.notification.incident;

import java.util.List;
import java.util.stream.Stream;

/// The name of one thing that is wrong, the same however often it is seen: no text, count, line,
/// revision or time is in it.
public record IncidentKey(String text) {
  private static final String PREFIX = "inc-";

  /// The key of a kind and its parts.
  public static IncidentKey of(Kind kind, List<String> parts) {
    return new IncidentKey(
        PREFIX + Digest32.of(Stream.concat(Stream.of(kind.word()), parts.stream()).toList()));
  }

  @Override
  public String toString() {
    return text;
  }
}
