package io.casguard.accesslogs;

import io.casguard.topology.Server;
import java.util.Optional;

/// What became of a request, as far as logs tell.
public sealed interface Observed {
  /// The first server answered. Whether it read the mailbox itself only the other servers' logs can
  /// tell.
  record Served() implements Observed {}

  /// The first server sent it to a second one, which answered.
  record Proxied(Server second) implements Observed {}

  /// The first server sent it to a second one, which refused it.
  record RefusedThere(Server second, int status, int substatus) implements Observed {}

  /// The client was given another address.
  ///
  /// @param outcome the simulator's word: `REDIRECT_451`
  record Redirected(String outcome) implements Observed {}

  /// The first server refused it.
  record Refused(int status, int substatus) implements Observed {}

  /// The words for people, after the name of the first server.
  default String words() {
    return switch (this) {
      case Served() -> "answered";
      case Proxied(Server second) -> "proxied to " + second.name();
      case RefusedThere(Server second, int status, int substatus) ->
          "proxied to " + second.name() + ", which refused (" + code(status, substatus) + ")";
      case Redirected(String outcome) ->
          switch (outcome) {
            case "REDIRECT_451" -> "told devices of a better server (451)";
            case "REDIRECT_LINK" -> "offered a link to another address";
            default -> "sent clients to another address (302)";
          };
      case Refused(int status, int substatus) -> "refused (" + code(status, substatus) + ")";
    };
  }

  /// The word in JSON.
  default String word() {
    return switch (this) {
      case Served() -> "SERVED";
      case Proxied _ -> "PROXY";
      case RefusedThere _ -> "PROXY_REFUSED";
      case Redirected(String outcome) -> outcome;
      case Refused _ -> "REFUSED";
    };
  }

  /// The second server, where there is one.
  default Optional<Server> secondServer() {
    return switch (this) {
      case Proxied(Server second) -> Optional.of(second);
      case RefusedThere(Server second, _, _) -> Optional.of(second);
      case Served _, Redirected _, Refused _ -> Optional.empty();
    };
  }

  private static String code(int status, int substatus) {
    return substatus == 0 ? "" + status : status + "." + substatus;
  }
}
