package io.casguard.topology;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What holds of one thing: what was stated, else what Setup leaves there, else that it is unsaid.
///
/// Each answer is found once and kept, since every guideline asks for the same ones again. Threads
/// may ask at the same time: whatever they find is equal and never changes.
final class InForce {
  /// What Setup leaves under a key of a thing of some shape; empty where it does not decide it.
  interface Defaults {
    /// Nothing is decided.
    Defaults NONE =
        new Defaults() {
          @Override
          public <T> Optional<Known<T>> of(Shape shape, Key<T> key) {
            return Optional.empty();
          }
        };

    <T> Optional<Known<T>> of(Shape shape, Key<T> key);
  }

  private static final InForce[] NO_PARTS = {};

  private final Shape shape;
  private final Path path;
  private final Defaults defaults;

  /// By the keys' indexes: what was stated, and what has been found since.
  private final @Nullable Known<?>[] known;

  /// By the keys' indexes: the parts that have been asked for.
  private final @Nullable InForce[] parts;

  private InForce(Shape shape, Path path, Defaults defaults, @Nullable Known<?>[] stated) {
    this.shape = shape;
    this.path = path;
    this.defaults = defaults;
    this.known = stated;
    this.parts = shape.hasParts() ? new InForce[stated.length] : NO_PARTS;
  }

  /// What holds of a thing.
  static InForce of(Entity stated, Path path, Defaults defaults) {
    return new InForce(stated.shape(), path, defaults, stated.byIndex());
  }

  /// What holds under a key.
  @SuppressWarnings("unchecked") // what is found under a key has the key's type
  <T> Known<T> get(Key<T> key) {
    int index = shape.indexOf(key);
    if (index < 0) {
      return find(key);
    }
    Known<T> found = (Known<T>) known[index];
    if (found == null) {
      found = find(key);
      known[index] = found;
    }
    return found;
  }

  /// What holds of a part, stated or not. One that is stated to be missing has nothing.
  InForce part(Key<Entity> key) {
    int index = shape.indexOf(key);
    InForce part = parts[index];
    if (part == null) {
      part = findPart(key, ((Type.Part) key.type()).shape());
      parts[index] = part;
    }
    return part;
  }

  private <T> Known<T> find(Key<T> key) {
    return defaults.of(shape, key).orElseGet(() -> new Known.Unsaid<>(path.key(key.name())));
  }

  private InForce findPart(Key<Entity> key, Shape of) {
    @Nullable Known<?>[] stated =
        switch (get(key)) {
          case Known.Value<Entity>(Entity entity) -> entity.byIndex();
          case Known.Absent<Entity> nothing -> allOf(of, nothing);
          case Known.Unsaid<Entity> _ -> new Known<?>[of.keys().size()];
        };
    return new InForce(of, path.key(key.name()), defaults, stated);
  }

  private static @Nullable Known<?>[] allOf(Shape shape, Known<?> nothing) {
    @Nullable Known<?>[] all = new Known<?>[shape.keys().size()];
    Arrays.fill(all, nothing);
    return all;
  }
}
