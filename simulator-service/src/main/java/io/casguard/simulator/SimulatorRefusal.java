package io.casguard.simulator;

import io.casguard.servicekit.problem.Problem;
import io.casguard.servicekit.problem.Refusal;

/// What simulator-service refuses, and how it says so.
public sealed interface SimulatorRefusal extends Refusal {
  /// No revision of the organization was ever computed.
  record NeverComputed(String organization) implements SimulatorRefusal {}

  /// The revision changed nobody's outcome, or was not looked at yet.
  record NoChange(String organization, long revision) implements SimulatorRefusal {}

  /// The question cannot be asked of this topology.
  ///
  /// @param why the name that is unknown, with the nearest right one
  record UnfitQuestion(String why) implements SimulatorRefusal {}

  @Override
  default Problem problem() {
    return switch (this) {
      case NeverComputed(String organization) ->
          Problem.of(
              "never-computed",
              "No access paths were computed yet",
              404,
              "No revision of " + organization + " was computed: it is unknown, or was announced a moment ago.");
      case NoChange(String organization, long revision) ->
          Problem.of(
              "no-access-path-change",
              "No such change",
              404,
              "Revision %d of %s changed nobody's outcome, or was not looked at yet.".formatted(revision, organization));
      case UnfitQuestion(String why) ->
          Problem.of("unfit-question", "The question cannot be asked of this topology", 422, why);
    };
  }
}
