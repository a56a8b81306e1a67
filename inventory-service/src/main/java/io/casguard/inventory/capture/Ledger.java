package io.casguard.inventory.capture;

import io.casguard.formats.SourceFile;
import io.casguard.inventory.organization.Organizations;
import io.casguard.inventory.organization.Standing;
import io.casguard.inventory.revision.Revisions;
import io.casguard.inventory.revision.SentFiles;
import io.casguard.servicekit.logging.LogKeys;
import io.casguard.servicekit.outbox.Outbox;
import io.casguard.servicekit.work.Workbench;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where everything that happens to an organization is written, each entry with its event in one
/// transaction.
///
/// What is written is worked out without holding anything; only then is the organization's row
/// locked, and led on if it is still where it was. Who finds that another was faster works it out
/// again. So numbers have no gap, nobody waits for another's CPU, and of all writers one always
/// gets on.
@Singleton
final class Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final Organizations organizations;
  private final Revisions revisions;
  private final SentFiles files;
  private final Outbox outbox;
  private final Workbench workbench;

  Ledger(
      Organizations organizations,
      Revisions revisions,
      SentFiles files,
      Outbox outbox,
      Workbench workbench) {
    this.organizations = organizations;
    this.revisions = revisions;
    this.files = files;
    this.outbox = outbox;
    this.workbench = workbench;
  }

  /// Works out an entry from what an organization is at and the files that state it now.
  interface Clerk<E extends Entry> {
    E entry(Standing standing, List<SourceFile> stated);
  }

  private record Page(Standing standing, List<SourceFile> stated) {}

  /// What would be written now.
  <E extends Entry> Uni<E> draft(String organization, Clerk<E> clerk) {
    return Panache.withSession(() -> page(organization))
        .chain(page -> workbench.compute(() -> clerk.entry(page.standing(), page.stated())));
  }

  /// Writes, and tells what.
  <E extends Entry> Uni<E> write(String organization, Clerk<E> clerk) {
    return draft(organization, clerk)
        .chain(
            entry ->
                Panache.withTransaction(() -> written(entry))
                    .chain(
                        written ->
                            written ? Uni.createFrom().item(entry) : write(organization, clerk)));
  }

  private Uni<Page> page(String organization) {
    return organizations
        .standing(organization)
        .chain(
            standing ->
                files
                    .of(organization, standing.revision(), standing.edition())
                    .map(stated -> new Page(standing, stated)));
  }

  private Uni<Boolean> written(Entry entry) {
    return switch (entry) {
      case Entry.Nothing _ -> Uni.createFrom().item(true);
      case Entry.Rewording(var at, _, var sent) -> {
        var to = at.reworded();
        yield led(at, to, () -> files.add(to.organization(), to.revision(), to.edition(), sent));
      }
      case Entry.NewRevision revision ->
          led(revision.from(), revision.to(), () -> added(revision))
              .invoke(written -> tell(written, revision));
    };
  }

  private Uni<Boolean> led(Standing from, Standing to, Step step) {
    return organizations
        .advance(from, to)
        .chain(won -> won ? step.take().replaceWith(true) : Uni.createFrom().item(false));
  }

  private interface Step {
    Uni<Void> take();
  }

  private Uni<Void> added(Entry.NewRevision entry) {
    var revision = entry.revision();
    return revisions
        .add(revision)
        .chain(
            () ->
                files.add(
                    revision.organization(), revision.revision(), SentFiles.FIRST, entry.files()))
        .chain(() -> outbox.append(entry.event()));
  }

  private static void tell(boolean written, Entry.NewRevision entry) {
    if (written) {
      LOG.atInfo()
          .addKeyValue(LogKeys.ORGANIZATION, entry.revision().organization())
          .addKeyValue(LogKeys.REVISION, entry.revision().revision())
          .log(
              entry.revision().deleted()
                  ? "An organization was deleted"
                  : "A revision was captured");
    }
  }
}
