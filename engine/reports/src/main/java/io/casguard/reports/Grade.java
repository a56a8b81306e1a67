package io.casguard.reports;

import io.casguard.guidelines.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What people count violations by, the worst first: severities, and questions by themselves.
enum Grade {
  ERROR("error", "errors"),
  WARNING("warning", "warnings"),
  NOTE("note", "notes"),
  QUESTION("question", "questions");

  private final String one;
  private final String several;

  Grade(String one, String several) {
    this.one = one;
    this.several = several;
  }

  static Grade of(Violation violation) {
    if (violation.asks()) {
      return QUESTION;
    }
    return switch (violation.severity()) {
      case ERROR -> ERROR;
      case WARNING -> WARNING;
      case INFO -> NOTE;
    };
  }

  /// In the singular: `error`.
  String word() {
    return one;
  }

  /// `1 error, 2 questions`; empty without violations.
  static String counted(List<Violation> violations) {
    return Arrays.stream(values())
        .map(grade -> grade.countedIn(violations))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private Optional<String> countedIn(List<Violation> violations) {
    long count = violations.stream().filter(violation -> of(violation) == this).count();
    return count == 0 ? Optional.empty() : Optional.of(Prose.counted(count, one, several));
  }
}
