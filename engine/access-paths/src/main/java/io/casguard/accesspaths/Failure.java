package io.casguard.accesspaths;

import io.casguard.topology.Url;
import java.util.Optional;

/// What is known of a request that fails. What the specification does not give stays empty.
///
/// @param reason a word for machines: `no_server_in_site`
/// @param status the HTTP status that the client sees
/// @param event what a server writes into its event log
/// @param code the response code of Exchange Web Services
/// @param userText what the user reads
/// @param server the server that was tried
/// @param url the address that was tried
public record Failure(
    String reason,
    Optional<Integer> status,
    Optional<Event> event,
    Optional<String> code,
    Optional<String> userText,
    Optional<String> server,
    Optional<Url> url) {
  /// An entry of a server's application event log.
  ///
  /// @param source `MSExchange OWA`
  /// @param id the number
  public record Event(String source, int id) {}

  /// A failure of which only the reason is known.
  static Failure because(String reason) {
    return new Failure(
        reason,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Failure withStatus(int known) {
    return new Failure(reason, Optional.of(known), event, code, userText, server, url);
  }

  Failure withEvent(String source, int id) {
    return new Failure(
        reason, status, Optional.of(new Event(source, id)), code, userText, server, url);
  }

  Failure withCode(String known) {
    return new Failure(reason, status, event, Optional.of(known), userText, server, url);
  }

  Failure withUserText(String text) {
    return new Failure(reason, status, event, code, Optional.of(text), server, url);
  }

  Failure trying(String triedServer, Url triedUrl) {
    return new Failure(
        reason, status, event, code, userText, Optional.of(triedServer), Optional.of(triedUrl));
  }
}
