package io.casguard.topology;

import java.util.function.Function;

/// What reading one word of a manifest gave: its value, or why it is none.
public sealed interface Parsed<T> {
  /// The word was understood.
  record Understood<T>(T value) implements Parsed<T> {}

  /// The word was not understood.
  ///
  /// @param why what would have been, in words that end a sentence: "not a boolean: write true or
  ///   false"
  record Refused<T>(String why) implements Parsed<T> {}

  /// The value turned into another; a refusal stays what it is.
  default <R> Parsed<R> map(Function<? super T, ? extends R> to) {
    return switch (this) {
      case Understood<T>(T value) -> new Understood<>(to.apply(value));
      case Refused<T>(String why) -> new Refused<>(why);
    };
  }
}
