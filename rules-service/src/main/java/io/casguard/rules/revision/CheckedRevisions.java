package io.casguard.rules.revision;

import io.casguard.rules.RulesRefusal.NeverChecked;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// The newest looked-at revision of each organization.
@Singleton
public class CheckedRevisions implements PanacheRepositoryBase<CheckedRevisionRow, String> {
  /// The newest one; refused where none was looked at yet.
  public Uni<CheckedRevision> get(String organization) {
    return findById(organization)
        .onItem()
        .ifNull()
        .failWith(() -> new NeverChecked(organization).asException())
        .map(CheckedRevisionRow::toDomain);
  }

  /// Notes one, in the caller's transaction.
  public Uni<Void> put(CheckedRevision checked) {
    return findById(checked.organization())
        .chain(
            row -> {
              CheckedRevisionRow kept = row == null ? new CheckedRevisionRow() : row;
              kept.tell(checked);
              return persist(kept);
            })
        .replaceWithVoid();
  }
}
