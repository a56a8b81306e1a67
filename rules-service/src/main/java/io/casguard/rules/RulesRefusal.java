package io.casguard.rules;

import io.casguard.servicekit.problem.Problem;
import io.casguard.servicekit.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What rules-service refuses, and how it says so.
public sealed interface RulesRefusal extends Refusal {
  /// How many errors an answer lists at most.
  int LISTED_ERRORS = 1000;

  /// No revision of the organization was ever checked.
  record NeverChecked(String organization) implements RulesRefusal {}

  /// The catalog has no guideline of this number.
  record UnknownGuideline(String number) implements RulesRefusal {}

  /// The manifest has errors, so nothing was checked.
  record UnreadableManifest(List<io.casguard.formats.Problem> problems) implements RulesRefusal {
    public UnreadableManifest {
      problems = List.copyOf(problems);
    }
  }

  @Override
  default Problem problem() {
    return switch (this) {
      case NeverChecked(String organization) ->
          Problem.of(
              "never-checked",
              "No revision was checked yet",
              404,
              "No revision of " + organization + " was checked: it is unknown, or was announced a moment ago.");
      case UnknownGuideline(String number) ->
          Problem.of(
              "unknown-guideline",
              "No such guideline",
              404,
              "There is no guideline " + number + "; GET /guidelines lists them.");
      case UnreadableManifest(List<io.casguard.formats.Problem> problems) ->
          Problem.of(
                  "unreadable-manifest",
                  "The manifest has errors",
                  422,
                  "Nothing was taken from the manifest, because it has %d error%s."
                      .formatted(problems.size(), problems.size() == 1 ? "" : "s"))
              .with("errors", problems.stream().limit(LISTED_ERRORS).map(RulesRefusal::error).toList())
              .with("errorsInAll", problems.size());
    };
  }

  private static Map<String, Object> error(io.casguard.formats.Problem problem) {
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
