package io.casguard.simulator.paths;

import io.casguard.simulator.SimulatorRefusal.NeverComputed;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// The newest computed revision of each organization.
@Singleton
class ComputedRevisions implements PanacheRepositoryBase<ComputedRevisionRow, String> {
  /// The newest one; refused where none was looked at yet.
  Uni<ComputedRevision> get(String organization) {
    return findById(organization)
        .onItem()
        .ifNull()
        .failWith(() -> new NeverComputed(organization).asException())
        .map(ComputedRevisionRow::toDomain);
  }

  /// Notes one, in the caller's transaction.
  Uni<Void> put(ComputedRevision computed) {
    return findById(computed.organization())
        .chain(
            row -> {
              ComputedRevisionRow kept = row == null ? new ComputedRevisionRow() : row;
              kept.tell(computed);
              return persist(kept);
            })
        .replaceWithVoid();
  }
}
