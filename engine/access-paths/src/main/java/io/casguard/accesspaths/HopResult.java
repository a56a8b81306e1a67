package io.casguard.accesspaths;

import io.casguard.topology.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a hop to a second server ends.
///
/// @param passed the checks that it passed
/// @param refused the check that refused it; empty where all were passed
/// @param reached the server that the address leads to
record HopResult(List<Trail.Passed> passed, Optional<Trail.Decided> refused, Server reached) {
  HopResult {
    passed = List.copyOf(passed);
  }

  /// Makes the checks in their order until one refuses.
  static HopResult of(Hop hop, Target target, List<Hop.Check> checks) {
    List<Trail.Passed> passed = new ArrayList<>();
    for (Hop.Check check : checks) {
      Hop.Finding finding = check.question().apply(hop);
      if (!finding.passed()) {
        Outcome failed = new Outcome.Fail(check.failure().trying(target.server(), target.url()));
        return new HopResult(
            passed,
            Optional.of(
                new Trail.Decided(check.clause(), finding.text(), finding.because(), failed)),
            hop.target());
      }
      passed.add(new Trail.Passed(check.clause(), finding.text(), finding.because()));
    }
    return new HopResult(passed, Optional.empty(), hop.target());
  }
}
