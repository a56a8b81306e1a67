package io.casguard.accesspaths;

import java.util.List;
import java.util.stream.Collectors;

/// A trail in lines: the clause, what was found, and the paths that it rests on.
final class TrailText {
  private TrailText() {}

  static List<String> of(AccessPath path) {
    return path.trail().steps().stream().map(TrailText::line).toList();
  }

  /// The last line.
  static String decision(AccessPath path) {
    return line(path.trail().decision());
  }

  private static String line(Trail.Step step) {
    return step.clause()
        + " "
        + step.text()
        + step.because().stream()
            .map(evidence -> evidence.path().toString().replaceFirst("^spec\\.", ""))
            .collect(Collectors.joining(", ", " [", "]"));
  }
}
