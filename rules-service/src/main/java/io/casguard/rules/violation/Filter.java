package io.casguard.rules.violation;

import java.util.Locale;

/// Which violations a list shows.
enum Filter {
  OPEN(" and resolvedAtRevision is null and waivedUntil is null"),
  WAIVED(" and resolvedAtRevision is null and waivedUntil is not null"),
  RESOLVED(" and resolvedAtRevision is not null"),
  ALL("");

  /// The words of the query parameter `state`, as a pattern.
  static final String WORDS = "open|waived|resolved|all";

  private final String condition;

  Filter(String condition) {
    this.condition = condition;
  }

  String condition() {
    return condition;
  }

  /// Reads one of the words.
  static Filter named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
