package io.casguard.rules.violation;

/// Which violations a list shows.
public enum Filter {
  OPEN(" and resolvedAtRevision is null"),
  RESOLVED(" and resolvedAtRevision is not null"),
  ALL("");

  private final String condition;

  Filter(String condition) {
    this.condition = condition;
  }

  String condition() {
    return condition;
  }

  /// Reads the word of the query parameter `state`, without regard to case.
  public static Filter fromString(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }
}
