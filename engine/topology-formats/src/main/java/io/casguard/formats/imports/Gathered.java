package io.casguard.formats.imports;

import io.casguard.formats.Position;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Shape;
import io.casguard.topology.Type;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A thing of the topology in the making: what the exports say of each of its keys.
final class Gathered {
  private final Shape shape;
  private final String name;
  private final SortedMap<String, Answer> answers = new TreeMap<>();
  private final SortedMap<String, Gathered> parts = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Gathered>> items = new TreeMap<>();

  Gathered(Shape shape, String name) {
    this.shape = shape;
    this.name = name;
  }

  String name() {
    return name;
  }

  Shape shape() {
    return shape;
  }

  /// Takes what an export says of a key.
  void take(Key<?> key, Answer answer) {
    answers.merge(key.name(), answer, Answer::together);
  }

  void say(Key<?> key, Object value, Position at) {
    take(key, new Answer.Said(new Known.Value<>(value), at));
  }

  /// What is known of a key so far.
  Optional<Answer> answer(Key<?> key) {
    return Optional.ofNullable(answers.get(key.name()));
  }

  /// The answers by the names of their keys.
  SortedMap<String, Answer> answers() {
    return Collections.unmodifiableSortedMap(answers);
  }

  /// The value of a key, where it is said and nobody contradicts.
  <T> Optional<T> value(Key<T> key) {
    return answer(key)
        .filter(Answer.Said.class::isInstance)
        .map(answer -> ((Answer.Said) answer).known())
        .flatMap(Gathered::<T>cast);
  }

  @SuppressWarnings("unchecked") // a value under a key was read by the key's type
  private static <T> Optional<T> cast(Known<?> known) {
    return ((Known<T>) known).toOptional();
  }

  /// Takes all answers of another thing of the same shape.
  void takeAll(Gathered other) {
    other.answers.forEach((key, answer) -> take(shape.key(key).orElseThrow(), answer));
  }

  /// Takes an item that was made elsewhere.
  void put(Key<SortedMap<String, Entity>> key, Gathered item) {
    items(key).put(item.name, item);
  }

  /// A part, made where there is none yet.
  Gathered part(Key<Entity> key) {
    return parts.computeIfAbsent(
        key.name(), _ -> new Gathered(((Type.Part) key.type()).shape(), ""));
  }

  /// The part under a key, where an export told of it.
  Optional<Gathered> foundPart(Key<Entity> key) {
    return Optional.ofNullable(parts.get(key.name()));
  }

  /// An item, made where there is none of this identity yet.
  Gathered item(Key<SortedMap<String, Entity>> key, String identity) {
    return items(key)
        .computeIfAbsent(identity, it -> new Gathered(((Type.Parts) key.type()).shape(), it));
  }

  /// The items under a key so far, by what identifies them.
  SortedMap<String, Gathered> items(Key<SortedMap<String, Entity>> key) {
    return items.computeIfAbsent(key.name(), _ -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
  }

  /// Everything that is below it, by the names of the keys.
  SortedMap<String, Gathered> allParts() {
    return Collections.unmodifiableSortedMap(parts);
  }

  /// All items below it, by the names of the keys and what identifies them.
  SortedMap<String, SortedMap<String, Gathered>> allItems() {
    return Collections.unmodifiableSortedMap(items);
  }

  /// The thing as far as it is said: what could not be read and what is contradicted stays unsaid.
  Entity entity() {
    SortedMap<String, Known<?>> stated = new TreeMap<>();
    answers.forEach(
        (key, answer) -> {
          if (answer instanceof Answer.Said(Known<?> known, _)) {
            stated.put(key, known);
          }
        });
    parts.forEach((key, part) -> stated.put(key, new Known.Value<>(part.entity())));
    items.forEach(
        (key, below) -> {
          SortedMap<String, Entity> entities = Entity.items();
          below.forEach((identity, item) -> entities.put(identity, item.entity()));
          if (!entities.isEmpty()) {
            stated.put(key, new Known.Value<>(entities));
          }
        });
    return Entity.of(shape, name, stated);
  }
}
