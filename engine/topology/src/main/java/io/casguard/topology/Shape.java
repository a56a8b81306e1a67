package io.casguard.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys that one kind of thing has: a site, a server, a virtual directory.
///
/// Reader, writer, difference, JSON Schema, nearest name and documents all walk these; nothing else
/// lists keys.
public final class Shape {
  private final String name;
  private final Map<String, Key<?>> keys;
  private final List<Key<?>> inOrder;
  private final boolean parts;
  private final List<Key<?>> identity;
  private final List<Key<?>> required;

  private Shape(
      String name, Map<String, Key<?>> keys, List<Key<?>> identity, List<Key<?>> required) {
    this.name = name;
    this.keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    this.inOrder = List.copyOf(keys.values());
    this.parts = inOrder.stream().anyMatch(key -> key.type() instanceof Type.Part);
    this.identity = List.copyOf(identity);
    this.required = List.copyOf(required);
  }

  /// What people call such a thing: "server".
  public String name() {
    return name;
  }

  /// Its keys in the order of the documents.
  public Collection<Key<?>> keys() {
    return inOrder;
  }

  /// The key of this name, spelled exactly.
  public Optional<Key<?>> key(String name) {
    return Optional.ofNullable(keys.get(name));
  }

  /// The keys that identify an item of a list, each required; empty for things that a map names.
  public List<Key<?>> identity() {
    return identity;
  }

  /// The keys that are never left out and never null, in the order of the documents: those of the
  /// identity, and of a waiver nearly all.
  public List<Key<?>> required() {
    return required;
  }

  @Override
  public String toString() {
    return name;
  }

  /// Whether one of its keys holds a thing with keys of its own.
  boolean hasParts() {
    return parts;
  }

  /// The place of a key, or of the one here that has its name, among the keys; negative where there
  /// is none.
  @SuppressWarnings("ReferenceEquality") // the same key is the usual case, and quick to tell
  int indexOf(Key<?> key) {
    int index = key.index();
    if (index < inOrder.size() && inOrder.get(index) == key) {
      return index;
    }
    Key<?> namesake = keys.get(key.name());
    return namesake == null ? -1 : namesake.index();
  }

  static Draft draft(String name) {
    return new Draft(name);
  }

  /// A shape in the making; each key is declared once, where its constant is.
  static final class Draft {
    private final String name;
    private final Map<String, Key<?>> keys = new LinkedHashMap<>();
    private final List<Key<?>> identity = new ArrayList<>();
    private final List<Key<?>> required = new ArrayList<>();

    private Draft(String name) {
      this.name = name;
    }

    <T> Key<T> key(String name, Type<T> type, String says) {
      Key<T> key = new Key<>(name, type, says, keys.size());
      add(key);
      return key;
    }

    <T> Key<T> required(String name, Type<T> type, String says) {
      Key<T> key = key(name, type, says);
      required.add(key);
      return key;
    }

    <T> Key<T> identity(String name, Type<T> type, String says) {
      Key<T> key = required(name, type, says);
      identity.add(key);
      return key;
    }

    /// Begins with the keys of another shape.
    Draft with(Collection<Key<?>> others) {
      others.forEach(this::add);
      return this;
    }

    Shape done() {
      return new Shape(name, keys, identity, required);
    }

    private void add(Key<?> key) {
      if (key.index() != keys.size()) {
        throw new IllegalArgumentException(key + " has another place in " + name);
      }
      if (keys.put(key.name(), key) != null) {
        throw new IllegalArgumentException(name + " has two keys " + key.name());
      }
    }
  }
}
