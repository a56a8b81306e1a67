package io.casguard.rules;

import io.casguard.servicekit.problem.Problem;
import io.casguard.servicekit.problem.Refusal;

/// What rules-service refuses, and how it says so.
public sealed interface RulesRefusal extends Refusal {
  /// No revision of the organization was ever checked.
  record NeverChecked(String organization) implements RulesRefusal {}

  /// The catalog has no guideline of this number.
  record UnknownGuideline(String number) implements RulesRefusal {}

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
    };
  }
}
