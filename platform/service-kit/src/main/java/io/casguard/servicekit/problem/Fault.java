package io.casguard.servicekit.problem;

import java.util.UUID;

/// A bug or an outage: the caller learns only that, and an id under which the log tells the cause.
sealed interface Fault {
  record Bug(UUID errorId) implements Fault {}

  record Outage(UUID errorId) implements Fault {}

  default Problem problem() {
    return switch (this) {
      case Bug(var errorId) ->
          Problem.of(
                  "internal-error",
                  "Something is wrong here",
                  500,
                  "The request could not be served; the log tells why under the errorId.")
              .with("errorId", errorId.toString());
      case Outage(var errorId) ->
          Problem.of(
                  "unavailable",
                  "Something is away for now",
                  503,
                  "Something that is needed for the answer is away; the request may be sent again.")
              .with("errorId", errorId.toString());
    };
  }
}
