package io.casguard.rules.revision;

import io.casguard.rules.RulesRefusal.NeverChecked;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The newest looked-at revision of each organization.
///
/// Whoever turns an organization's violations locks its row here first, so that the next revision
/// and the end of a waiver come one after the other.
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
  ///
  /// @param again the day on which its violations must be decided again. One that could not be
  ///   checked leaves the violations of the one before, and their day
  public Uni<Void> put(CheckedRevision checked, Optional<LocalDate> again) {
    return findById(checked.organization(), LockModeType.PESSIMISTIC_WRITE)
        .chain(
            row -> {
              CheckedRevisionRow kept = row == null ? new CheckedRevisionRow() : row;
              kept.tell(checked);
              if (checked.failure() == null) {
                kept.decidedRevision = checked.revision();
                kept.decideAgainOn = again.orElse(null);
              }
              return persist(kept);
            })
        .replaceWithVoid();
  }

  /// The revisions whose violations must be decided again by a day, those that wait longest first.
  public Uni<List<Due>> due(LocalDate today, int most) {
    return find("decideAgainOn <= ?1 order by decideAgainOn, organization", today)
        .range(0, most - 1)
        .list()
        .map(
            rows ->
                rows.stream().map(row -> new Due(row.organization, row.decidedRevision)).toList());
  }

  /// Notes, in the caller's transaction, that one was decided again; false where another replica or
  /// another revision was faster.
  ///
  /// @param answer what `casguard check -o json` prints that day
  public Uni<Boolean> decided(
      Due due, LocalDate today, String answer, Instant at, Optional<LocalDate> again) {
    return findById(due.organization(), LockModeType.PESSIMISTIC_WRITE)
        .map(
            row -> {
              if (row == null
                  || row.decidedRevision != due.revision()
                  || row.decideAgainOn == null
                  || row.decideAgainOn.isAfter(today)) {
                return false;
              }
              row.decideAgainOn = again.orElse(null);
              if (row.revision == due.revision()) {
                row.answer = answer;
                row.checkedAt = at;
              }
              return true;
            });
  }
}
