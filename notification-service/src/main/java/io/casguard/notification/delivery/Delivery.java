package io.casguard.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A step on its way to a receiver, and every attempt to bring it there.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Delivery(
    long id,
    String messageId, // the webhook-id
    String receiver,
    String incident,
    int episode,
    String type, // of the CloudEvent that is brought
    String organization,
    String state, // "waiting" or "delivered"; "parked" while its receiver is disabled
    @Nullable Instant due, // of one that waits: no earlier attempt is made
    List<Attempt> attempts) {
  /// One attempt.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Attempt(
      int number, // counted from one
      Instant at,
      @Nullable String address, // that was connected to; absent where nothing was sent
      @Nullable Integer status, // of HTTP; absent where nobody answered
      long latencyMillis,
      String outcome // in words
      ) {
    private static Attempt of(JsonObject json) {
      return new Attempt(
          json.getInteger("number"),
          OffsetDateTime.parse(json.getString("at")).toInstant(),
          json.getString("address"),
          json.getInteger("status"),
          json.getLong("latency_millis"),
          json.getString("outcome"));
    }
  }

  static Delivery of(Row row) {
    var state = row.getString("state");
    var attempts = new JsonArray(row.getString("attempts_made"));
    return new Delivery(
        row.getLong("id"),
        row.getString("message_id"),
        row.getString("receiver"),
        row.getString("incident_key"),
        row.getInteger("episode"),
        row.getString("type"),
        row.getString("organization"),
        state,
        state.equals("waiting") ? row.get(OffsetDateTime.class, "due").toInstant() : null,
        attempts.stream().map(JsonObject.class::cast).map(Attempt::of).toList());
  }
}
