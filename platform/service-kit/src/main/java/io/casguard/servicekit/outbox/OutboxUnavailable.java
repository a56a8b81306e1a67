package io.casguard.servicekit.outbox;

import org.jspecify.annotations.Nullable;

/// The relay cannot go on for now: the database or the broker is away.
final class OutboxUnavailable extends Exception {
  OutboxUnavailable(String message) {
    super(message);
  }

  OutboxUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
