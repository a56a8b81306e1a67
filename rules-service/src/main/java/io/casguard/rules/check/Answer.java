package io.casguard.rules.check;

import io.casguard.formats.Manifest;
import io.casguard.guidelines.Findings;
import io.casguard.impact.Check;
import io.casguard.reports.CheckReport;
import io.casguard.rules.violation.Found;
import io.casguard.topology.Organization;
import io.casguard.topology.Replication;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the guidelines say of one topology.
///
/// @param line what `casguard check -o json` prints
record Answer(String line, List<Found> found) {
  Answer {
    found = List.copyOf(found);
  }

  /// @param accepted when the topology became a revision, where it is one: its violations may
  ///   merely be unsettled until it has been replicated
  static Answer of(Manifest.Declared declared, Optional<Instant> accepted) {
    Organization organization = Organization.of(declared.topology());
    Findings findings = Check.of(organization);
    CheckReport report = new CheckReport(organization, findings, declared.sources());
    Replication replication = Replication.of(organization);
    return new Answer(
        report.json(),
        findings.violations().stream()
            .map(
                violation ->
                    new Found(
                        report.json(violation),
                        accepted
                            .flatMap(at -> replication.unsettledUntil(violation.place(), at))
                            .orElse(null)))
            .toList());
  }
}
