package io.casguard.simulator.paths;

import io.casguard.accesspaths.Assumptions;
import io.casguard.contracts.AccessPathsChanged;
import io.casguard.contracts.Channels;
import io.casguard.follower.RevisionDocument;
import io.casguard.follower.RevisionFollower;
import io.casguard.follower.RevisionWork;
import io.casguard.reports.MatrixReport;
import io.casguard.servicekit.inbox.Inbox;
import io.casguard.servicekit.logging.LogKeys;
import io.casguard.servicekit.work.Workbench;
import io.casguard.simulator.TakenAnswers;
import io.casguard.topology.Parsed;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Computes the access paths of each announced revision, and compares them with those before it.
///
/// A revision that cannot be computed is recorded with the reason and passed over.
@Singleton
class PathsOfRevision implements RevisionWork<PathsOfRevision.Outcome> {
  private static final Logger LOG = LoggerFactory.getLogger(PathsOfRevision.class);

  /// What computing a revision came to.
  sealed interface Outcome {
    /// The matrix, as it is told, unless the organization ended; and what it changed.
    record Computed(Optional<String> line, Optional<AccessPathsChanged> change)
        implements Outcome {}

    /// It cannot be computed, now or ever.
    record Failed(String why) implements Outcome {}
  }

  private final Inbox inbox;
  private final RevisionFollower follower;
  private final Workbench workbench;
  private final ComputedRevisions computed;
  private final Matrices matrices;
  private final AccessPathChanges changes;
  private final Assumptions assumptions;

  PathsOfRevision(
      Inbox inbox,
      RevisionFollower follower,
      Workbench workbench,
      ComputedRevisions computed,
      Matrices matrices,
      AccessPathChanges changes,
      TakenAnswers answers) {
    this.inbox = inbox;
    this.follower = follower;
    this.workbench = workbench;
    this.computed = computed;
    this.matrices = matrices;
    this.changes = changes;
    this.assumptions = answers.assumptions();
  }

  @Incoming(Channels.TOPOLOGY_CHANGES)
  Uni<Void> receive(ConsumerRecord<String, byte[]> letter) {
    return inbox.receive(letter, event -> follower.follow(event, this));
  }

  @Override
  public Uni<Outcome> compute(RevisionDocument document) {
    return last(document.organization(), document.revision() - 1)
        .chain(last -> workbench.compute(() -> outcome(last, document)));
  }

  @Override
  public Outcome failed(String why) {
    return new Outcome.Failed(why);
  }

  @Override
  public Uni<Void> store(RevisionDocument document, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Computed(Optional<String> line, Optional<AccessPathsChanged> change) ->
          computed
              .put(revision(document, line.orElse(null), null))
              .chain(() -> kept(document, line))
              .chain(() -> change.map(changes::add).orElseGet(() -> Uni.createFrom().voidItem()));
      case Outcome.Failed(String why) -> computed.put(revision(document, null, why));
    };
  }

  private Uni<Void> kept(RevisionDocument document, Optional<String> line) {
    return line.map(answer -> matrices.add(document.organization(), document.revision(), answer))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /// The newest revision up to one that can be computed, and 0 where there is none. The inventory
  /// keeps them all.
  private Uni<Computed> last(String organization, long number) {
    return number == 0
        ? Uni.createFrom().item(Computed.nothing(organization))
        : follower
            .document(organization, number)
            .chain(document -> workbench.compute(() -> Computed.of(document, assumptions)))
            .chain(
                last ->
                    switch (last) {
                      case Parsed.Understood<Computed>(Computed found) ->
                          Uni.createFrom().item(found);
                      case Parsed.Refused<Computed> _ -> last(organization, number - 1);
                    });
  }

  private Outcome outcome(Computed last, RevisionDocument document) {
    return switch (Computed.of(document, assumptions)) {
      case Parsed.Understood<Computed>(Computed now) ->
          new Outcome.Computed(
              document.deleted()
                  ? Optional.empty()
                  : Optional.of(new MatrixReport(now.matrix()).json()),
              PeopleChanges.event(document, last, now, now()));
      case Parsed.Refused<Computed>(String why) -> {
        LOG.atError()
            .addKeyValue(LogKeys.ORGANIZATION, document.organization())
            .addKeyValue(LogKeys.REVISION, document.revision())
            .addKeyValue(LogKeys.OUTCOME, why)
            .log("The access paths of a revision could not be computed, and it was passed over");
        yield new Outcome.Failed(why);
      }
    };
  }

  private static ComputedRevision revision(
      RevisionDocument document, @Nullable String answer, @Nullable String failure) {
    return new ComputedRevision(
        document.organization(), document.revision(), document.digest(), now(), answer, failure);
  }

  /// As exact as the database keeps it.
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
