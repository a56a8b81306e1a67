package io.casguard.manifestbody;

import io.casguard.formats.Problem;
import io.casguard.servicekit.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The manifest has errors, so nothing was taken from it.
public record UnreadableManifest(List<Problem> problems) implements Refusal {
  /// How many errors an answer lists at most.
  public static final int LISTED = 1000;

  public UnreadableManifest {
    problems = List.copyOf(problems);
  }

  @Override
  public io.casguard.servicekit.problem.Problem problem() {
    return io.casguard.servicekit.problem.Problem.of(
            "unreadable-manifest",
            "The manifest has errors",
            422,
            "Nothing was taken from the manifest, because it has %d error%s."
                .formatted(problems.size(), problems.size() == 1 ? "" : "s"))
        .with("errors", problems.stream().limit(LISTED).map(UnreadableManifest::error).toList())
        .with("errorsInAll", problems.size());
  }

  private static Map<String, Object> error(Problem problem) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("file", problem.at().file());
    error.put("line", problem.at().line());
    error.put("column", problem.at().column());
    if (!problem.path().isEmpty()) {
      error.put("path", problem.path());
    }
    error.put("detail", problem.message());
    return error;
  }
}
