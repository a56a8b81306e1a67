package io.casguard.simulator.paths;

import io.casguard.contracts.AccessPathsChanged;
import io.casguard.servicekit.outbox.Outbox;
import io.casguard.servicekit.wire.EventJson;
import io.casguard.simulator.SimulatorRefusal.NoChange;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// What revisions did to people.
@Singleton
class AccessPathChanges implements PanacheRepositoryBase<AccessPathChangeRow, AccessPathChangeId> {
  private final Outbox outbox;

  AccessPathChanges(Outbox outbox) {
    this.outbox = outbox;
  }

  /// Keeps a change and announces it, in the caller's transaction.
  Uni<Void> add(AccessPathsChanged change) {
    var row = new AccessPathChangeRow();
    row.organization = change.organization();
    row.revision = change.revision();
    row.verdict = change.verdict();
    row.computedAt = change.at();
    row.document = EventJson.write(change);
    return persist(row).chain(() -> outbox.append(change));
  }

  /// The change that a revision made, as the event carries it; refused where it made none.
  Uni<String> get(String organization, long revision) {
    return findById(new AccessPathChangeId(organization, revision))
        .onItem()
        .ifNull()
        .failWith(() -> new NoChange(organization, revision).asException())
        .map(row -> row.document);
  }

  /// The changes before a revision, the newest first, as the events carry them.
  Uni<List<AccessPathChangeRow>> before(String organization, long revision, int most) {
    return find(
            "organization = ?1 and revision < ?2",
            Sort.descending("revision"),
            organization,
            revision)
        .range(0, most - 1)
        .list();
  }
}
