package io.casguard.simulator.paths;

import io.casguard.simulator.SimulatorRefusal.UnknownRevision;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// The access paths of every revision that could be computed, as they are told.
@Singleton
class Matrices implements PanacheRepositoryBase<MatrixRow, MatrixId> {
  /// Keeps those of a revision, in the caller's transaction.
  Uni<Void> add(String organization, long revision, String matrix) {
    var row = new MatrixRow();
    row.organization = organization;
    row.revision = revision;
    row.matrix = matrix;
    return persist(row).replaceWithVoid();
  }

  /// Those of a revision; refused where none were kept.
  Uni<String> get(String organization, long revision) {
    return findById(new MatrixId(organization, revision))
        .onItem()
        .ifNull()
        .failWith(() -> new UnknownRevision(organization, revision).asException())
        .map(row -> row.matrix);
  }
}
