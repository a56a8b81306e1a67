package io.casguard.topology;

import java.util.Locale;

/// How sure the field is of a sentence that casguard rests on.
public enum Certainty {
  /// A public source says so.
  FOUND,
  /// The sources say enough to derive it, but do not state it.
  INFERRED,
  /// Knowledge of the field for which no source is at hand: a documented assumption.
  ASSUMED;

  /// The word in reports: `found`, `inferred`, `assumed`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
