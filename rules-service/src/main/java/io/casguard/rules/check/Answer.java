package io.casguard.rules.check;

import io.casguard.formats.Manifest;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Waivers;
import io.casguard.impact.Check;
import io.casguard.reports.CheckReport;
import io.casguard.rules.violation.Found;
import io.casguard.topology.Organization;
import io.casguard.topology.Replication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the guidelines say of one topology on a day.
///
/// @param line what `casguard check -o json` prints
/// @param found the violations, the waived ones too
/// @param again the first later day on which they must be decided again
record Answer(String line, List<Found> found, Optional<LocalDate> again) {
  Answer {
    found = List.copyOf(found);
  }

  /// @param accepted when the topology became a revision, where it is one: its violations may
  ///   merely be unsettled until it has been replicated
  static Answer of(Manifest.Declared declared, LocalDate today, Optional<Instant> accepted) {
    Organization organization = Organization.of(declared.topology());
    Review review = Check.review(organization, declared.waivers(), today);
    CheckReport report = new CheckReport(organization, review, declared.sources());
    Replication replication = Replication.of(organization);
    return new Answer(
        report.json(),
        Stream.concat(
                review.violations().stream()
                    .map(
                        violation ->
                            new Found(
                                report.json(violation),
                                accepted
                                    .flatMap(
                                        at -> replication.unsettledUntil(violation.place(), at))
                                    .orElse(null))),
                review.findings().waived().stream().map(waived -> new Found(report.json(waived))))
            .toList(),
        Waivers.nextChange(declared.waivers(), today));
  }
}
