package io.casguard.notification.webhook;

import java.time.Instant;
import java.util.Optional;

/// What came of an attempt.
public sealed interface Answer {
  /// The receiver answered.
  ///
  /// @param address of the machine that did
  /// @param retryAfter earlier than which it wants to hear nothing
  record Status(String address, int status, Optional<Instant> retryAfter) implements Answer {}

  /// It was reached, or tried, in vain.
  record NoAnswer(String address, String why) implements Answer {}

  /// Nothing was sent: the place is not allowed, or has no address.
  record NotSent(String why) implements Answer {}
}
