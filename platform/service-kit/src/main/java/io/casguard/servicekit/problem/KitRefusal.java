package io.casguard.servicekit.problem;

import java.util.List;
import java.util.Map;

/// What every service refuses alike, before its own code is asked.
sealed interface KitRefusal extends Refusal {
  record NothingHere(String path) implements KitRefusal {}

  record WrongMethod(String method) implements KitRefusal {}

  record NotAcceptable() implements KitRefusal {}

  record TooLarge(long most) implements KitRefusal {}

  record UnsupportedMediaType() implements KitRefusal {}

  /// Each error names its place, as a line and column or as a path, and a detail.
  record UnreadableBody(List<Map<String, Object>> errors) implements KitRefusal {}

  record InvalidRequest(List<Map<String, Object>> errors) implements KitRefusal {}

  record BadRequest(int status) implements KitRefusal {}

  @Override
  default Problem problem() {
    return switch (this) {
      case NothingHere(var path) ->
          Problem.of("nothing-here", "Nothing is here", 404, "There is nothing at " + path + ".");
      case WrongMethod(var method) ->
          Problem.of(
              "wrong-method", "The method is not allowed", 405, method + " is not possible here.");
      case NotAcceptable() ->
          Problem.of(
              "not-acceptable",
              "No such representation",
              406,
              "The answer does not exist in a media type that the header Accept names.");
      case TooLarge(var most) ->
          Problem.of(
              "too-large", "The body is too large", 413, "A body has at most " + most + " bytes.");
      case UnsupportedMediaType() ->
          Problem.of(
              "unsupported-media-type",
              "The media type is not supported",
              415,
              "The header Content-Type names a media type that is not read here.");
      case UnreadableBody(var errors) ->
          Problem.of(
                  "unreadable-body", "The body cannot be read", 400, "The body is no valid JSON.")
              .with("errors", errors);
      case InvalidRequest(var errors) ->
          Problem.of(
                  "invalid-request",
                  "The request is invalid",
                  400,
                  "The request is understood, but not allowed as it is.")
              .with("errors", errors);
      case BadRequest(var status) ->
          Problem.of(
              "bad-request", "The request is wrong", status, "The request cannot be understood.");
    };
  }
}
