package io.casguard.formats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// Everything that is wrong with an input, up to a number that people can still read.
final class Problems {
  private static final int MOST = 1_000;
  private static final int MOST_HINTS = 100;

  private final List<Problem> kept = new ArrayList<>();
  private int more;
  private int hints;
  private boolean incomplete;

  void add(Problem problem) {
    if (kept.size() < MOST) {
      kept.add(problem);
    } else {
      more++;
    }
  }

  void add(Position at, String path, String message) {
    add(new Problem(at, path, message));
  }

  /// Adds what kept the rest of a file from being read, so that what seems missing may stand there.
  void addLosing(Position at, String message) {
    incomplete = true;
    add(at, "", message);
  }

  /// False where a part of the input could not be read at all.
  boolean isComplete() {
    return !incomplete;
  }

  boolean isEmpty() {
    return kept.isEmpty();
  }

  /// A nearest name, which is looked for among all that are declared only as long as problems are
  /// few.
  String hint(Supplier<String> search) {
    return hints++ < MOST_HINTS ? search.get() : "";
  }

  /// The problems in the order of files and lines, with a last one that counts those beyond the
  /// first thousand.
  List<Problem> inOrder() {
    List<Problem> ordered =
        new ArrayList<>(
            kept.stream()
                .sorted(
                    Comparator.comparing((Problem problem) -> problem.at().file())
                        .thenComparingInt(problem -> problem.at().line())
                        .thenComparingInt(problem -> problem.at().column()))
                .distinct()
                .toList());
    if (more > 0) {
      ordered.add(new Problem(ordered.getLast().at(), "", "and " + more + " more problems"));
    }
    return List.copyOf(ordered);
  }
}
