package io.casguard.notification.webhook;

import java.time.Instant;
import java.util.Optional;

/// What an answer means for the message and for its receiver.
public sealed interface Verdict {
  /// In words, for the log.
  String outcome();

  record Delivered(String outcome) implements Verdict {}

  /// To be sent again.
  ///
  /// @param notBefore for anything to this receiver
  record Failed(String outcome, Optional<Instant> notBefore) implements Verdict {}

  /// The receiver wants no more.
  record Gone(String outcome) implements Verdict {}

  /// Of a webhook: 2xx is success and 410 the end. A redirection is a failure: it is not followed,
  /// since where it leads to nobody has allowed.
  static Verdict of(Answer answer) {
    return switch (answer) {
      case Answer.NotSent(var why) -> new Failed("refused: " + why, Optional.empty());
      case Answer.NoAnswer(_, var why) -> new Failed(why, Optional.empty());
      case Answer.Status(_, var status, var retryAfter) ->
          switch (status / 100) {
            case 2 -> new Delivered("delivered");
            case 3 -> new Failed("redirected, which is not followed", retryAfter);
            default ->
                status == 410
                    ? new Gone("gone: the receiver wants no more")
                    : new Failed("answered " + status, retryAfter);
          };
    };
  }
}
