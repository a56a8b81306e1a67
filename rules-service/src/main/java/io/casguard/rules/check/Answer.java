package io.casguard.rules.check;

import io.casguard.formats.Manifest;
import io.casguard.guidelines.Findings;
import io.casguard.impact.Check;
import io.casguard.reports.CheckReport;
import io.casguard.rules.violation.Found;
import io.casguard.topology.Organization;
import java.util.List;

/// What the guidelines say of one topology.
///
/// @param line what `casguard check -o json` prints
record Answer(String line, List<Found> found) {
  Answer {
    found = List.copyOf(found);
  }

  static Answer of(Manifest.Declared declared) {
    Organization organization = Organization.of(declared.topology());
    Findings findings = Check.of(organization);
    CheckReport report = new CheckReport(organization, findings, declared.sources());
    return new Answer(
        report.json(),
        findings.violations().stream()
            .map(violation -> new Found(report.json(violation)))
            .toList());
  }
}
