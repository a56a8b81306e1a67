package io.casguard.servicekit.outbox;

import io.casguard.contracts.Event;
import io.casguard.servicekit.trace.Trace;
import io.casguard.servicekit.wire.EventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/// Where events wait to be announced. They leave if, and only if, the transaction that appends them
/// commits.
///
/// Events of one organization leave in the order of their rows, so whoever appends for an
/// organization does it under that organization's lock or unique key, as the next revision does.
@Singleton
public final class Outbox {
  /// How large the JSON of an event may be, in bytes; a broker refuses a message of a megabyte.
  public static final int LARGEST = 900_000;

  private static final String INSERT =
      """
      insert into outbox (channel, key, type, event_id, at, payload, trace_parent, trace_state)
      select channel, key, type, event_id, at, payload, trace_parent, trace_state
      from json_to_recordset(cast(cast(:rows as text) as json)) as event (
        place int, channel text, key text, type text, event_id uuid, at timestamptz,
        payload text, trace_parent text, trace_state text)
      order by place
      """;

  private final Mutiny.SessionFactory sessions;
  private final TopicsConfig topics;

  Outbox(Mutiny.SessionFactory sessions, TopicsConfig topics) {
    this.sessions = sessions;
    this.topics = topics;
  }

  /// Appends one event to the current transaction.
  public Uni<Void> append(Event event) {
    return append(List.of(event));
  }

  /// Appends events to the current transaction, in their order and in one statement.
  public Uni<Void> append(List<? extends Event> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom()
        .deferred(
            () ->
                session()
                    .createNativeQuery(INSERT)
                    .setParameter("rows", rows(events).encode())
                    .executeUpdate())
        .replaceWithVoid();
  }

  private Mutiny.Session session() {
    var session = sessions.getCurrentSession();
    if (session == null || session.currentTransaction() == null) {
      throw new IllegalStateException("an event is appended outside of a transaction");
    }
    return session;
  }

  private JsonArray rows(List<? extends Event> events) {
    var rows = new JsonArray();
    for (Event event : events) {
      rows.add(row(event).put("place", rows.size()));
    }
    return rows;
  }

  private JsonObject row(Event event) {
    if (!topics.topics().containsKey(event.channel())) {
      throw new IllegalStateException("casguard.topics names no topic for " + event.channel());
    }
    var payload = EventJson.write(event);
    if (payload.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      throw new IllegalArgumentException(event.type() + " is larger than " + LARGEST + " bytes");
    }
    var row =
        new JsonObject()
            .put("channel", event.channel())
            .put("key", event.organization())
            .put("type", event.type())
            .put("event_id", event.id().toString())
            .put("at", event.at().toString())
            .put("payload", payload);
    Trace.current()
        .ifPresent(
            trace -> row.put("trace_parent", trace.parent()).put("trace_state", trace.state()));
    return row;
  }
}
