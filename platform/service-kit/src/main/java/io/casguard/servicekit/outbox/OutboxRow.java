package io.casguard.servicekit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.casguard.servicekit.trace.Trace;
import io.casguard.servicekit.wire.CloudEventHeaders;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// An event that waits to be announced.
record OutboxRow(
    long id, // the order of announcement
    String channel,
    String key,
    String type,
    UUID eventId,
    Instant at,
    String payload,
    @Nullable String traceParent,
    @Nullable String traceState) {

  static OutboxRow of(Row row) {
    return new OutboxRow(
        row.getLong("id"),
        row.getString("channel"),
        row.getString("key"),
        row.getString("type"),
        row.getUUID("event_id"),
        row.get(OffsetDateTime.class, "at").toInstant(),
        row.getString("payload"),
        row.getString("trace_parent"),
        row.getString("trace_state"));
  }

  /// The event as CloudEvents 1.0 has it in Kafka's binary mode.
  ProducerRecord<String, byte[]> toRecord(String topic, String source) {
    var letter = new ProducerRecord<>(topic, key, payload.getBytes(UTF_8));
    put(letter, CloudEventHeaders.SPEC_VERSION, "1.0");
    put(letter, CloudEventHeaders.ID, eventId.toString());
    put(letter, CloudEventHeaders.TYPE, type);
    put(letter, CloudEventHeaders.SOURCE, source);
    put(letter, CloudEventHeaders.TIME, at.toString());
    put(letter, CloudEventHeaders.CONTENT_TYPE, "application/json");
    put(letter, Trace.PARENT, traceParent);
    put(letter, Trace.STATE, traceState);
    return letter;
  }

  private static void put(ProducerRecord<?, ?> letter, String name, @Nullable String value) {
    if (value != null) {
      letter.headers().add(name, value.getBytes(UTF_8));
    }
  }
}
