package io.casguard.inventory.capture;

import io.casguard.servicekit.work.Workbench;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Takes a topology that was sent as the next revision of its organization.
@Singleton
final class Capture {
  private final Ledger ledger;
  private final Workbench workbench;

  Capture(Ledger ledger, Workbench workbench) {
    this.ledger = ledger;
    this.workbench = workbench;
  }

  /// Stores it, unless it is only to be tried.
  Uni<Entry> capture(Submission submission, boolean dryRun) {
    return workbench
        .compute(submission::read)
        .chain(
            proposal -> {
              Ledger.Clerk<Entry> clerk =
                  (standing, stated) -> proposal.after(standing, stated, now());
              return dryRun
                  ? ledger.draft(proposal.organization(), clerk)
                  : ledger.write(proposal.organization(), clerk);
            });
  }

  /// As exact as the database keeps it.
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
