package io.casguard.topology;

import java.util.function.Predicate;

/// Facts are proved, refuted, or left open. An open fact never becomes a pass.
public enum Holds {
  YES,
  NO,
  UNSAID;

  /// Proved or refuted.
  public static Holds of(boolean fact) {
    return fact ? YES : NO;
  }

  /// Whether a property has a value of this kind; a property stated to be empty has none.
  public static <T> Holds of(Known<T> known, Predicate<? super T> fact) {
    return switch (known) {
      case Known.Value<T>(T value) -> of(fact.test(value));
      case Known.Absent<T>() -> NO;
      case Known.Unsaid<T> _ -> UNSAID;
    };
  }

  /// Both hold. One refuted fact refutes the whole, whatever is open.
  public Holds and(Holds other) {
    return this == NO || other == NO ? NO : this == UNSAID || other == UNSAID ? UNSAID : YES;
  }

  /// At least one holds. One proved fact proves the whole, whatever is open.
  public Holds or(Holds other) {
    return this == YES || other == YES ? YES : this == UNSAID || other == UNSAID ? UNSAID : NO;
  }

  /// The opposite; an open fact stays open.
  public Holds not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNSAID -> UNSAID;
    };
  }
}
