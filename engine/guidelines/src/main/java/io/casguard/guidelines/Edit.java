package io.casguard.guidelines;

import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Place;

/// One statement of the topology changed: what a remedy consists of.
///
/// @param place the virtual directory, server or site whose key it is
/// @param value a value, or stated to be empty; never unsaid
public record Edit(Place place, Key<?> key, Known<?> value) {
  public Edit {
    if (value instanceof Known.Unsaid<?>) {
      throw new IllegalArgumentException("an edit states something: " + key);
    }
  }

  /// States a value.
  public static <T> Edit set(Place place, Key<T> key, T value) {
    return new Edit(place, key, new Known.Value<>(value));
  }

  /// States that there is none.
  public static Edit clear(Place place, Key<?> key) {
    return new Edit(place, key, new Known.Absent<>());
  }

  /// The path of the statement.
  public Path path() {
    return place.path().key(key.name());
  }
}
