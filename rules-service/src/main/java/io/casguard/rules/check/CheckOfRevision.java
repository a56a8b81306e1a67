package io.casguard.rules.check;

import io.casguard.contracts.Channels;
import io.casguard.follower.RevisionDocument;
import io.casguard.follower.RevisionFollower;
import io.casguard.follower.RevisionWork;
import io.casguard.formats.Manifest;
import io.casguard.formats.Problem;
import io.casguard.formats.SourceFile;
import io.casguard.rules.UtcClock;
import io.casguard.rules.revision.CheckedRevision;
import io.casguard.rules.revision.CheckedRevisions;
import io.casguard.rules.violation.Found;
import io.casguard.rules.violation.Violations;
import io.casguard.servicekit.inbox.Inbox;
import io.casguard.servicekit.logging.LogKeys;
import io.casguard.servicekit.work.Workbench;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks each announced revision: its violations take the place of those of the revision before.
///
/// A revision that cannot be checked is recorded with the reason and passed over; the violations
/// before it stay open.
@Singleton
class CheckOfRevision implements RevisionWork<CheckOfRevision.Outcome> {
  private static final Logger LOG = LoggerFactory.getLogger(CheckOfRevision.class);
  private static final String REPAIRED = "repaired";
  private static final String DELETED = "organization deleted";

  /// What checking a revision came to.
  sealed interface Outcome {
    /// The guidelines answered.
    record Checked(Answer answer) implements Outcome {}

    /// The organization ended.
    record Ended() implements Outcome {}

    /// It cannot be checked, now or ever.
    record Failed(String why) implements Outcome {}
  }

  private final Inbox inbox;
  private final RevisionFollower follower;
  private final Workbench workbench;
  private final Violations violations;
  private final CheckedRevisions checked;
  private final Clock clock;

  CheckOfRevision(
      Inbox inbox,
      RevisionFollower follower,
      Workbench workbench,
      Violations violations,
      CheckedRevisions checked,
      Clock clock) {
    this.inbox = inbox;
    this.follower = follower;
    this.workbench = workbench;
    this.violations = violations;
    this.checked = checked;
    this.clock = clock;
  }

  @Incoming(Channels.TOPOLOGY_CHANGES)
  Uni<Void> receive(ConsumerRecord<String, byte[]> letter) {
    return inbox.receive(letter, event -> follower.follow(event, this));
  }

  @Override
  public Uni<Outcome> compute(RevisionDocument document) {
    if (document.deleted()) {
      return Uni.createFrom().item(new Outcome.Ended());
    }
    return workbench.compute(() -> outcome(document, UtcClock.today(clock)));
  }

  @Override
  public Outcome failed(String why) {
    return new Outcome.Failed(why);
  }

  @Override
  public Uni<Void> store(RevisionDocument document, Outcome outcome) {
    Instant now = now();
    Uni<Void> noted = checked.put(revision(document, outcome, now), again(outcome));
    return switch (outcome) {
      case Outcome.Checked(Answer answer) -> noted.chain(() -> turn(document, answer, now));
      case Outcome.Ended() -> noted.chain(() -> turn(seen(document, now, List.of(), DELETED)));
      case Outcome.Failed _ -> noted;
    };
  }

  /// Turns the violations into those of a revision that was checked before, as they are decided
  /// now.
  Uni<Void> turn(RevisionDocument document, Answer answer, Instant now) {
    return turn(seen(document, now, answer.found(), REPAIRED));
  }

  /// As exact as the database keeps it.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Optional<LocalDate> again(Outcome outcome) {
    return outcome instanceof Outcome.Checked(Answer answer) ? answer.again() : Optional.empty();
  }

  /// What fails here fails for certain, so it is a result; a stack that is too small is one of
  /// them.
  private static Outcome outcome(RevisionDocument document, LocalDate today) {
    try {
      return check(document, today);
    } catch (RuntimeException | StackOverflowError failure) {
      LOG.atError()
          .addKeyValue(LogKeys.ORGANIZATION, document.organization())
          .addKeyValue(LogKeys.REVISION, document.revision())
          .setCause(failure)
          .log("A revision could not be checked and was passed over");
      return new Outcome.Failed("checking it failed with " + failure);
    }
  }

  private static Outcome check(RevisionDocument document, LocalDate today) {
    List<SourceFile> files =
        document.files().stream().map(file -> new SourceFile(file.name(), file.text())).toList();
    return switch (Manifest.read(files)) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) ->
          new Outcome.Checked(Answer.of(declared.getFirst(), today, Optional.of(document.at())));
      case Manifest.Reading.Rejected(List<Problem> problems) ->
          new Outcome.Failed("its manifest cannot be read here: " + problems.getFirst());
    };
  }

  private Uni<Void> turn(Violations.Seen seen) {
    return violations
        .turn(seen)
        .invoke(
            turned ->
                LOG.atInfo()
                    .addKeyValue(LogKeys.ORGANIZATION, seen.organization())
                    .addKeyValue(LogKeys.REVISION, seen.revision())
                    .addKeyValue(LogKeys.OPENED, turned.opened())
                    .addKeyValue(LogKeys.CHANGED, turned.changed())
                    .addKeyValue(LogKeys.RESOLVED, turned.resolved())
                    .log("A revision was checked"))
        .replaceWithVoid();
  }

  private static Violations.Seen seen(
      RevisionDocument document, Instant now, List<Found> found, String why) {
    return new Violations.Seen(
        document.organization(),
        document.revision(),
        document.provenance().commit(),
        now,
        found,
        why);
  }

  private static CheckedRevision revision(RevisionDocument document, Outcome outcome, Instant now) {
    return new CheckedRevision(
        document.organization(),
        document.revision(),
        document.digest(),
        now,
        outcome instanceof Outcome.Checked(Answer answer) ? answer.line() : null,
        outcome instanceof Outcome.Failed(String why) ? why : null);
  }
}
