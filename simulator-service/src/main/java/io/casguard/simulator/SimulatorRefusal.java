package io.casguard.simulator;

import io.casguard.servicekit.problem.Problem;
import io.casguard.servicekit.problem.Refusal;

/// What simulator-service refuses, and how it says so.
public sealed interface SimulatorRefusal extends Refusal {
  /// No revision of the organization was ever computed.
  record NeverComputed(String organization) implements SimulatorRefusal {}

  /// The newest revision ended the organization, so nobody has an access path.
  record DeletedOrganization(String organization, long revision) implements SimulatorRefusal {}

  /// The newest revision could not be computed, now or ever.
  record FailedRevision(String organization, long revision, String why)
      implements SimulatorRefusal {}

  /// The revision changed nobody's outcome, or was not looked at yet.
  record NoChange(String organization, long revision) implements SimulatorRefusal {}

  /// The question cannot be asked of this topology.
  ///
  /// @param why the name that is unknown, with the nearest right one
  record UnfitQuestion(String why) implements SimulatorRefusal {}

  /// The two ends of a change cannot be compared.
  record UnfitPlan(String why) implements SimulatorRefusal {}

  /// The inventory knows no such revision, or its access paths were not kept.
  record UnknownRevision(String organization, long revision) implements SimulatorRefusal {}

  @Override
  default Problem problem() {
    return switch (this) {
      case NeverComputed(String organization) ->
          Problem.of(
              "never-computed",
              "No access paths were computed yet",
              404,
              "No revision of "
                  + organization
                  + " was computed: it is unknown, or was announced a moment ago.");
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
      case NoChange(String organization, long revision) ->
          Problem.of(
              "no-access-path-change",
              "No such change",
              404,
              "Revision %d of %s changed nobody's outcome, or was not looked at yet."
                  .formatted(revision, organization));
      case UnfitQuestion(String why) ->
          Problem.of("unfit-question", "The question cannot be asked of this topology", 422, why);
      case UnfitPlan(String why) ->
          Problem.of("unfit-plan", "The change cannot be planned", 422, why);
      case UnknownRevision(String organization, long revision) ->
          Problem.of(
                  "unknown-revision",
                  "No such revision",
                  404,
                  "There is no revision %d of %s here.".formatted(revision, organization))
              .with("organization", organization)
              .with("revision", revision);
    };
  }
}
