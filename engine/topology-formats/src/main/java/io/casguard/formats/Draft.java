package io.casguard.formats;

import io.casguard.topology.Entity;
import io.casguard.topology.Known;
import io.casguard.topology.Shape;
import io.casguard.topology.Type;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An entity in the making: several documents may add to it before it is whole.
final class Draft {
  private final Shape shape;
  private final String name;
  private final SortedMap<String, Object> stated = new TreeMap<>();

  Draft(Shape shape, String name) {
    this.shape = shape;
    this.name = name;
  }

  /// What is held under a key: a value, [Known.Absent], a draft, or drafts by identity; null where
  /// nothing is.
  @Nullable Object get(String key) {
    return stated.get(key);
  }

  void put(String key, Object value) {
    stated.put(key, value);
  }

  /// The draft of a part, made where there is none yet.
  Draft part(String key, Shape shape) {
    return (Draft) stated.computeIfAbsent(key, _ -> new Draft(shape, ""));
  }

  /// The drafts of the items below a key, made where there are none yet.
  @SuppressWarnings("unchecked") // the reader puts items only under the keys of Parts
  SortedMap<String, Draft> items(String key) {
    return (SortedMap<String, Draft>)
        stated.computeIfAbsent(key, _ -> new TreeMap<String, Draft>(String.CASE_INSENSITIVE_ORDER));
  }

  /// The entity as it is now. A map of no things at all says nothing and is left out.
  Entity freeze() {
    SortedMap<String, Known<?>> known = new TreeMap<>();
    stated.forEach(
        (key, value) -> {
          if (value instanceof Known.Absent<?> absent) {
            known.put(key, absent);
          } else if (value instanceof Draft draft) {
            known.put(key, new Known.Value<>(draft.freeze()));
          } else if (shape.key(key).orElseThrow().type() instanceof Type.Parts) {
            SortedMap<String, Entity> items = Entity.items();
            items(key).forEach((identity, draft) -> items.put(identity, draft.freeze()));
            if (!items.isEmpty()) {
              known.put(key, new Known.Value<>(items));
            }
          } else {
            known.put(key, new Known.Value<>(value));
          }
        });
    return Entity.of(shape, name, known);
  }
}
