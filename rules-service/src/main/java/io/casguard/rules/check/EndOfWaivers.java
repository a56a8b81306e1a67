package io.casguard.rules.check;

import io.casguard.follower.RevisionDocument;
import io.casguard.follower.RevisionFollower;
import io.casguard.rules.UtcClock;
import io.casguard.rules.revision.CheckedRevisions;
import io.casguard.rules.revision.Due;
import io.casguard.servicekit.logging.LogKeys;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides again where a waiver lapses, or comes into force, while no revision comes.
///
/// The whole revision is checked once more, as on the day it came: what waives is decided in one
/// place. Of several replicas the first to lock the organization's row announces what follows.
@Singleton
class EndOfWaivers {
  private static final Logger LOG = LoggerFactory.getLogger(EndOfWaivers.class);
  private static final int AT_ONCE = 100;

  private final RevisionFollower follower;
  private final CheckOfRevision check;
  private final CheckedRevisions checked;
  private final Clock clock;
  private volatile boolean stopping;

  EndOfWaivers(
      RevisionFollower follower, CheckOfRevision check, CheckedRevisions checked, Clock clock) {
    this.follower = follower;
    this.check = check;
    this.checked = checked;
    this.clock = clock;
  }

  /// The scheduler goes on while the service stops, and a session that is opened then is one of the
  /// past.
  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  @Scheduled(
      every = "{casguard.waivers.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> decideAgain() {
    if (stopping) {
      return Uni.createFrom().voidItem();
    }
    LocalDate today = UtcClock.today(clock);
    return Panache.withSession(() -> checked.due(today, AT_ONCE))
        .toMulti()
        .flatMap(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(due -> decideAgain(due, today))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /// What fails is tried again the next time, and keeps no other from its turn.
  private Uni<Void> decideAgain(Due due, LocalDate today) {
    return follower
        .document(due.organization(), due.revision())
        .chain(
            document ->
                check.compute(document).chain(outcome -> store(due, today, document, outcome)))
        .onFailure()
        .invoke(
            failure ->
                LOG.atWarn()
                    .addKeyValue(LogKeys.ORGANIZATION, due.organization())
                    .addKeyValue(LogKeys.REVISION, due.revision())
                    .setCause(failure)
                    .log("Waivers could not be decided again and will be the next time"))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private Uni<Void> store(
      Due due, LocalDate today, RevisionDocument document, CheckOfRevision.Outcome outcome) {
    return switch (outcome) {
      case CheckOfRevision.Outcome.Checked(Answer answer) -> {
        Instant now = check.now();
        yield Panache.withTransaction(
            () ->
                checked
                    .decided(due, today, answer.line(), now, answer.again())
                    .chain(
                        first ->
                            first
                                ? check.turn(document, answer, now)
                                : Uni.createFrom().voidItem()));
      }
      case CheckOfRevision.Outcome.Ended _, CheckOfRevision.Outcome.Failed _ ->
          Uni.createFrom()
              .failure(new IllegalStateException("it was checked before, and cannot be now"));
    };
  }
}
