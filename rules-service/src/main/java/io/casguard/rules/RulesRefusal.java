package io.casguard.rules;

import io.casguard.servicekit.problem.Problem;
import io.casguard.servicekit.problem.Refusal;

/// What rules-service refuses, and how it says so.
public sealed interface RulesRefusal extends Refusal {
  /// No revision of the organization was ever checked.
  record NeverChecked(String organization) implements RulesRefusal {}

  /// The newest revision ended the organization, so nothing is said of it.
  record DeletedOrganization(String organization, long revision) implements RulesRefusal {}

  /// The newest revision could not be checked, now or ever.
  record FailedRevision(String organization, long revision, String why) implements RulesRefusal {}

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
              "No revision of "
                  + organization
                  + " was checked: it is unknown, or was announced a moment ago.");
      case DeletedOrganization(String organization, long revision) ->
          Problem.of(
                  "deleted-organization",
                  "The organization was deleted",
                  410,
                  "%s was deleted by its revision %d.".formatted(organization, revision))
              .with("organization", organization)
              .with("revision", revision);
      case FailedRevision(String organization, long revision, String why) ->
          Problem.of(
                  "failed-revision",
                  "The newest revision could not be processed",
                  409,
                  "Revision %d of %s was passed over: %s.".formatted(revision, organization, why))
              .with("organization", organization)
              .with("revision", revision);
      case UnknownGuideline(String number) ->
          Problem.of(
              "unknown-guideline",
              "No such guideline",
              404,
              "There is no guideline " + number + "; GET /guidelines lists them.");
    };
  }
}
