package io.casguard.simulator.paths;

import io.casguard.accesspaths.Matrix;
import io.casguard.contracts.AccessPathsChanged;
import io.casguard.contracts.Channels;
import io.casguard.follower.Inventory;
import io.casguard.follower.RevisionDocument;
import io.casguard.follower.RevisionFollower;
import io.casguard.follower.RevisionWork;
import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.reports.MatrixReport;
import io.casguard.servicekit.inbox.Inbox;
import io.casguard.servicekit.logging.LogKeys;
import io.casguard.servicekit.work.Workbench;
import io.casguard.topology.Organization;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Computes the access paths of each announced revision, and compares them with those of the revision before.
///
/// A revision that cannot be computed is recorded with the reason and passed over.
@Singleton
class PathsOfRevision implements RevisionWork<PathsOfRevision.Outcome> {
  private static final Logger LOG = LoggerFactory.getLogger(PathsOfRevision.class);

  /// What computing a revision came to.
  sealed interface Outcome {
    /// The matrix, as it is told, and what it changed.
    record Computed(String line, Optional<AccessPathsChanged> change) implements Outcome {}

    /// It cannot be computed, now or ever.
    record Failed(String why) implements Outcome {}
  }

  private final Inbox inbox;
  private final RevisionFollower follower;
  private final Inventory inventory;
  private final Workbench workbench;
  private final ComputedRevisions computed;
  private final AccessPathChanges changes;

  PathsOfRevision(
      Inbox inbox,
      RevisionFollower follower,
      @RestClient Inventory inventory,
      Workbench workbench,
      ComputedRevisions computed,
      AccessPathChanges changes) {
    this.inbox = inbox;
    this.follower = follower;
    this.inventory = inventory;
    this.workbench = workbench;
    this.computed = computed;
    this.changes = changes;
  }

  @Incoming(Channels.TOPOLOGY_CHANGES)
  Uni<Void> receive(ConsumerRecord<String, byte[]> letter) {
    return inbox.receive(letter, event -> follower.follow(event, this));
  }

  @Override
  public Uni<Outcome> compute(RevisionDocument document) {
    return before(document)
        .chain(
            before ->
                workbench
                    .compute(() -> outcome(before, document))
                    .onFailure(RuntimeException.class)
                    .recoverWithItem(failure -> failed(document, failure)));
  }

  @Override
  public Uni<Void> store(RevisionDocument document, Outcome outcome) {
    ComputedRevision revision =
        new ComputedRevision(
            document.organization(),
            document.revision(),
            document.digest(),
            Instant.now(),
            outcome instanceof Outcome.Computed done && !document.deleted() ? done.line() : null,
            outcome instanceof Outcome.Failed(String why) ? why : null);
    Uni<Void> noted = computed.put(revision);
    return switch (outcome) {
      case Outcome.Computed(_, Optional<AccessPathsChanged> change) ->
          change.map(one -> noted.chain(() -> changes.add(one))).orElse(noted);
      case Outcome.Failed _ -> noted;
    };
  }

  /// The revision before, which the inventory keeps for ever; the first has none.
  private Uni<Optional<RevisionDocument>> before(RevisionDocument document) {
    return document.revision() == 1
        ? Uni.createFrom().item(Optional.empty())
        : inventory.revision(document.organization(), document.revision() - 1).map(Optional::of);
  }

  private static Outcome outcome(Optional<RevisionDocument> before, RevisionDocument document) {
    Matrix was = before.map(PathsOfRevision::matrix).orElseGet(() -> nobody(document));
    Matrix is = matrix(document);
    return new Outcome.Computed(
        new MatrixReport(is).json(),
        PeopleChanges.event(document, was, is, Instant.now()));
  }

  private static Matrix matrix(RevisionDocument document) {
    if (document.deleted()) {
      return nobody(document);
    }
    List<SourceFile> files =
        document.files().stream().map(file -> new SourceFile(file.name(), file.text())).toList();
    return switch (Manifest.read(files)) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) ->
          Matrix.of(Organization.of(declared.getFirst().topology()));
      case Manifest.Reading.Rejected(var problems) ->
          throw new IllegalStateException(
              "the manifest of revision "
                  + document.revision()
                  + " cannot be read here: "
                  + problems.getFirst());
    };
  }

  private static Matrix nobody(RevisionDocument document) {
    return new Matrix(document.organization(), List.of(), List.of());
  }

  private static Outcome failed(RevisionDocument document, Throwable failure) {
    LOG.atError()
        .addKeyValue(LogKeys.ORGANIZATION, document.organization())
        .addKeyValue(LogKeys.REVISION, document.revision())
        .setCause(failure)
        .log("The access paths of a revision could not be computed, and it is passed over");
    return new Outcome.Failed("computing it failed: " + failure.getMessage());
  }
}
