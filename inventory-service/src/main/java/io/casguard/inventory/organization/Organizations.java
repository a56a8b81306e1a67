package io.casguard.inventory.organization;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// The organizations, and the one place where they are led on.
@Singleton
public class Organizations implements PanacheRepositoryBase<OrganizationRow, String> {
  /// What an organization is at.
  public Uni<Standing> standing(String organization) {
    return findById(organization)
        .map(row -> row == null ? new Standing.Unknown(organization) : row.toDomain());
  }

  /// Leads an organization on, unless somebody else was faster: then nothing happens, and the
  /// answer is false.
  ///
  /// The row stays locked until the caller's transaction ends, so that revisions of one
  /// organization follow one another.
  public Uni<Boolean> advance(Standing from, Standing to) {
    return (from instanceof Standing.Unknown ? begin(from) : Uni.createFrom().voidItem())
        .chain(
            () ->
                update(
                    "revision = ?1, edition = ?2, deleted = ?3"
                        + " where name = ?4 and revision = ?5 and edition = ?6",
                    to.revision(),
                    to.edition(),
                    to instanceof Standing.Deleted,
                    from.organization(),
                    from.revision(),
                    from.edition()))
        .map(rows -> rows == 1);
  }

  private Uni<Void> begin(Standing from) {
    return getSession()
        .chain(
            session ->
                session
                    .createMutationQuery(
                        """
                        insert into OrganizationRow (name, revision, edition, deleted)
                        values (:name, :revision, :edition, true) on conflict do nothing
                        """)
                    .setParameter("name", from.organization())
                    .setParameter("revision", from.revision())
                    .setParameter("edition", from.edition())
                    .executeUpdate())
        .replaceWithVoid();
  }
}
