package io.casguard.topology;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One thing of a topology with what was stated of it, before any default: a site, a server, a
/// virtual directory.
///
/// A key is present with its value, present as stated to be empty, or left out.
public final class Entity {
  private static final Known<?> ON = new Known.Value<>(true);
  private static final Known<?> OFF = new Known.Value<>(false);
  private static final Known<?> NOTHING = new Known.Absent<>();

  private final Shape shape;
  private final String name;

  /// By the keys' indexes; guidelines ask for them so often that no look-up by name would do.
  private final @Nullable Known<?>[] stated;

  private Entity(Shape shape, String name, @Nullable Known<?>[] stated) {
    this.shape = shape;
    this.name = name;
    this.stated = stated;
  }

  /// A thing of which nothing is stated yet.
  ///
  /// @param name what identifies it among its like, as written; empty where nothing does
  public static Entity named(Shape shape, String name) {
    return new Entity(shape, name, new Known<?>[shape.keys().size()]);
  }

  /// A thing of which these keys are stated, each with a value of its key's type or as stated to be
  /// empty.
  public static Entity of(Shape shape, String name, Map<String, Known<?>> stated) {
    @Nullable Known<?>[] all = new Known<?>[shape.keys().size()];
    stated.forEach(
        (word, known) -> {
          Key<?> key = shape.key(word).orElseThrow(() -> unknown(shape, word));
          all[key.index()] = shared(known);
        });
    return new Entity(shape, name, all);
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
    int index = shape.indexOf(key);
    return index < 0 ? Optional.empty() : Optional.ofNullable((Known<T>) stated[index]);
  }

  /// Everything that was stated, by the keys' names in alphabetical order; never an unsaid one.
  public SortedMap<String, Known<?>> statements() {
    SortedMap<String, Known<?>> all = new TreeMap<>();
    for (Key<?> key : shape.keys()) {
      Known<?> known = stated[key.index()];
      if (known != null) {
        all.put(key.name(), known);
      }
    }
    return Collections.unmodifiableSortedMap(all);
  }

  /// The same thing with a key stated.
  public <T> Entity with(Key<T> key, T value) {
    return stating(key, new Known.Value<>(value));
  }

  /// The same thing with a key stated to be empty.
  public Entity without(Key<?> key) {
    return stating(key, new Known.Absent<>());
  }

  /// The same thing with a key left out.
  public Entity unsaying(Key<?> key) {
    return shape.indexOf(key) < 0 ? this : stating(key, null);
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

  /// A copy of what was stated, by the keys' indexes.
  @Nullable Known<?>[] byIndex() {
    return stated.clone();
  }

  @Override
  public String toString() {
    return shape + " " + name + " " + statements();
  }

  /// The one of all equal answers that are kept: organizations are full of flags and of nothing.
  private static Known<?> shared(Known<?> known) {
    return switch (known) {
      case Known.Value<?>(Boolean flag) -> flag ? ON : OFF;
      case Known.Absent<?> _ -> NOTHING;
      case Known.Value<?> _, Known.Unsaid<?> _ -> known;
    };
  }

  private Entity stating(Key<?> key, @Nullable Known<?> known) {
    int index = shape.indexOf(key);
    if (index < 0) {
      throw unknown(shape, key.name());
    }
    @Nullable Known<?>[] changed = stated.clone();
    changed[index] = known == null ? null : shared(known);
    return new Entity(shape, name, changed);
  }

  private static IllegalArgumentException unknown(Shape shape, String key) {
    return new IllegalArgumentException(shape + " has no key " + key);
  }
}
