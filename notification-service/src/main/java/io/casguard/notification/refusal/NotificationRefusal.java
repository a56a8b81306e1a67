package io.casguard.notification.refusal;

import io.casguard.servicekit.problem.Problem;
import io.casguard.servicekit.problem.Refusal;

/// The refusals of this service.
public sealed interface NotificationRefusal extends Refusal {
  /// No incident has this key.
  record UnknownIncident(String key) implements NotificationRefusal {}

  /// A listener of the feed says that it was at a place that never was.
  record UnknownFeedPosition(String lastEventId) implements NotificationRefusal {}

  @Override
  default Problem problem() {
    return switch (this) {
      case UnknownIncident(var key) ->
          Problem.of(
              "unknown-incident", "No such incident", 404, "No incident has the key " + key + ".");
      case UnknownFeedPosition(var id) ->
          Problem.of(
              "unknown-feed-position",
              "No such place in the feed",
              400,
              "Last-Event-ID is the id of an event of this feed, a whole number, not " + id + ".");
    };
  }
}
