package io.casguard.rules.violation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casguard.contracts.ViolationFacts;
import io.casguard.contracts.WaiverFacts;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A violation as the report of `check` tells it, in JSON; what is kept, sent and announced is read
/// off that one text.
///
/// @param document one object of the report's `violations`, with its `waiver` where somebody
///   accepted it, and with its `lapsedWaiver` where that is over
/// @param unsettledUntil until when it may merely be unsettled, since the revision that opened or
///   changed it may not have been replicated yet; null where that is unsaid, and in one site
public record Found(String document, @Nullable Instant unsettledUntil) {
  private static final JsonMapper JSON = new JsonMapper();

  /// A violation of which nothing is said about replication.
  public Found(String document) {
    this(document, null);
  }

  /// The same violation, told anew without having changed.
  Found since(Found before) {
    return new Found(document, before.unsettledUntil());
  }

  /// The facts that events carry.
  public ViolationFacts facts() {
    JsonNode read = read();
    return new ViolationFacts(
        read.path("fingerprint").asText(),
        read.path("guideline").asText(),
        read.path("severity").asText(),
        text(read, "site"),
        text(read, "server"),
        text(read, "directory"),
        read.path("at").path("path").asText(),
        text(read.path("at"), "file"),
        read.path("at").has("line") ? read.path("at").path("line").asInt() : null,
        read.path("message").asText(),
        read.path("because").asText(),
        texts(read.path("remedy")),
        users(read.path("users")),
        read.path("source").asText(),
        read.path("certainty").asText(),
        unsettledUntil);
  }

  /// The waiver in force; empty where the violation is open.
  public Optional<WaiverFacts> waiver() {
    return waiver("waiver");
  }

  /// The waiver that covered the violation until it lapsed, where there was one.
  Optional<WaiverFacts> lapsedWaiver() {
    return waiver("lapsedWaiver");
  }

  private Optional<WaiverFacts> waiver(String field) {
    JsonNode waiver = read().path(field);
    return waiver.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new WaiverFacts(
                waiver.path("place").asText(),
                waiver.path("reason").asText(),
                waiver.path("owner").asText(),
                text(waiver, "ticket"),
                LocalDate.parse(waiver.path("expires").asText())));
  }

  /// The object to which an answer adds.
  JsonNode read() {
    try {
      return JSON.readTree(document);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("the report writes JSON", broken);
    }
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.has(field) ? node.path(field).asText() : null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  /// People whom nobody counted are left out: an event has no word for them.
  private static Map<String, Long> users(JsonNode object) {
    Map<String, Long> users = new TreeMap<>();
    object
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isNull()) {
                users.put(entry.getKey(), entry.getValue().asLong());
              }
            });
    return users;
  }
}
