package io.casguard.servicekit.wire;

import io.casguard.contracts.Event;
import io.casguard.contracts.EventTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// What a Kafka record turned out to be.
public sealed interface Received {
  /// An event that this service can read.
  record Known(Event event) implements Received {}

  /// An event of a type that only newer services know: to be acknowledged and forgotten.
  record Unknown(String type) implements Received {}

  /// No event at all, or a broken one: a dead letter.
  record Unreadable(String why) implements Received {}

  /// Reads the headers and the body of a record.
  static Received of(ConsumerRecord<String, byte[]> letter) {
    var type = header(letter, CloudEventHeaders.TYPE);
    if (type == null) {
      return new Unreadable("it has no header " + CloudEventHeaders.TYPE);
    }
    return EventTypes.named(type)
        .map(record -> read(letter, record))
        .orElseGet(() -> new Unknown(type));
  }

  /// The text of a header, or null where there is none; of several the last one counts.
  static @Nullable String header(ConsumerRecord<?, ?> letter, String name) {
    var header = letter.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static Received read(
      ConsumerRecord<String, byte[]> letter, Class<? extends Event> record) {
    if (letter.value() == null) {
      return new Unreadable("it has no body");
    }
    try {
      var event = EventJson.read(letter.value(), record);
      var missing = Missing.fieldOf((Record) event);
      if (missing.isPresent()) {
        return new Unreadable("its " + missing.get() + " is missing");
      }
      return event.organization().equals(letter.key())
          ? new Known(event)
          : new Unreadable("its key is not its organization");
    } catch (IOException e) {
      return new Unreadable("its body is no " + record.getSimpleName() + ": " + e.getMessage());
    }
  }
}
