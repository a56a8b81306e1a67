package io.casguard.topology;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One thing of a topology with what was stated of it, before any default: a site, a server, a
/// virtual directory.
///
/// A key is present with its value, present as stated to be empty, or left out.
public final class Entity {
  private final Shape shape;
  private final String name;
  private final SortedMap<String, Known<?>> stated;

  private Entity(Shape shape, String name, SortedMap<String, Known<?>> stated) {
    this.shape = shape;
    this.name = name;
    this.stated = Collections.unmodifiableSortedMap(new TreeMap<>(stated));
  }

  /// A thing of which nothing is stated yet.
  ///
  /// @param name what identifies it among its like, as written; empty where nothing does
  public static Entity named(Shape shape, String name) {
    return new Entity(shape, name, new TreeMap<>());
  }

  /// A thing of which these keys are stated, each with a value of its key's type or as stated to be
  /// empty.
  public static Entity of(Shape shape, String name, Map<String, Known<?>> stated) {
    for (String key : stated.keySet()) {
      if (shape.key(key).isEmpty()) {
        throw new IllegalArgumentException(shape + " has no key " + key);
      }
    }
    return new Entity(shape, name, new TreeMap<>(stated));
  }

  /// The kind of thing this is.
  public Shape shape() {
    return shape;
  }

  /// What identifies it among its like, as written.
  public String name() {
    return name;
  }

  /// What was stated under a key; empty where the key was left out.
  @SuppressWarnings("unchecked") // `with` stores only what its key's type says
  public <T> Optional<Known<T>> stated(Key<T> key) {
    return Optional.ofNullable((Known<T>) stated.get(key.name()));
  }

  /// Everything that was stated, by the keys' names in alphabetical order; never an unsaid one.
  public SortedMap<String, Known<?>> statements() {
    return stated;
  }

  /// The same thing with a key stated.
  public <T> Entity with(Key<T> key, T value) {
    return with(key.name(), new Known.Value<>(value));
  }

  /// The same thing with a key stated to be empty.
  public Entity without(Key<?> key) {
    return with(key.name(), new Known.Absent<>());
  }

  /// The same thing with a key left out.
  public Entity unsaying(Key<?> key) {
    SortedMap<String, Known<?>> fewer = new TreeMap<>(stated);
    fewer.remove(key.name());
    return new Entity(shape, name, fewer);
  }

  /// The same thing with another part or item below a key.
  public Entity with(Key<SortedMap<String, Entity>> key, String identity, Entity item) {
    SortedMap<String, Entity> items = items();
    stated(key).flatMap(Known::toOptional).ifPresent(items::putAll);
    items.put(identity, item);
    return with(key, Collections.unmodifiableSortedMap(items));
  }

  /// The things below a key, each by its name; none where the key was left out or stated to be
  /// empty.
  public Map<String, Entity> parts(Key<SortedMap<String, Entity>> key) {
    return stated(key).flatMap(Known::toOptional).orElse(Collections.emptySortedMap());
  }

  /// An empty map of things by name, which compares names without case.
  public static SortedMap<String, Entity> items() {
    return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  }

  @Override
  public String toString() {
    return shape + " " + name + " " + stated;
  }

  private Entity with(String key, Known<?> value) {
    SortedMap<String, Known<?>> more = new TreeMap<>(stated);
    more.put(key, value);
    return new Entity(shape, name, more);
  }
}
