package io.casguard.topology;

import java.util.Optional;
import java.util.function.Function;

/// What the topology says of one property.
///
/// Three different things that the whole product keeps apart: a value, stated (or left by Exchange
/// Setup, where the topology has `defaults: setup`); stated to be empty; and unsaid. Evidence that
/// is missing proves nothing, so unsaid never turns into a pass.
public sealed interface Known<T> {
  /// The topology states this value.
  record Value<T>(T value) implements Known<T> {}

  /// The topology states that there is none.
  record Absent<T>() implements Known<T> {}

  /// The topology does not say.
  ///
  /// @param what the path of the property that would have to be stated
  record Unsaid<T>(Path what) implements Known<T> {}

  /// The value, turned into another; absent and unsaid stay what they are.
  default <R> Known<R> map(Function<? super T, ? extends R> to) {
    return switch (this) {
      case Value<T>(T value) -> new Value<>(to.apply(value));
      case Absent<T>() -> new Absent<>();
      case Unsaid<T>(Path what) -> new Unsaid<>(what);
    };
  }

  /// The value where one is stated; absent and unsaid alike are empty. For printing, never for
  /// deciding.
  default Optional<T> toOptional() {
    return this instanceof Value<T>(T value) ? Optional.of(value) : Optional.empty();
  }
}
