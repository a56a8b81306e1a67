package io.casguard.inventory.revision;

import io.casguard.inventory.InventoryRefusal.UnknownOrganization;
import io.casguard.inventory.InventoryRefusal.UnknownRevision;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// The revisions of all organizations.
@Singleton
public class Revisions implements PanacheRepositoryBase<RevisionRow, RevisionId> {
  /// One revision; refused where there is none.
  public Uni<Revision> get(String organization, long number) {
    return find("organization = ?1 and number = ?2", organization, number)
        .firstResult()
        .onItem()
        .ifNotNull()
        .transform(RevisionRow::toDomain)
        .onItem()
        .ifNull()
        .switchTo(
            () ->
                last(organization)
                    .map(
                        last -> {
                          throw new UnknownRevision(organization, number, last.revision())
                              .asException();
                        }));
  }

  /// The newest before a number, the newest first; refused where the organization is unknown.
  public Uni<List<Revision>> before(String organization, long number, int most) {
    return last(organization)
        .chain(
            () ->
                find(
                        "organization = ?1 and number < ?2",
                        Sort.descending("number"),
                        organization,
                        number)
                    .range(0, most - 1)
                    .list())
        .map(Revisions::toDomain);
  }

  /// The current revisions of the organizations that are there, by name, after a name.
  public Uni<List<Revision>> currentAfter(String organization, int most) {
    return find(
            """
            select revision from RevisionRow revision
            join OrganizationRow organization
              on organization.name = revision.organization and organization.revision = revision.number
            where not organization.deleted and organization.name > ?1
            order by organization.name
            """,
            organization)
        .range(0, most - 1)
        .list()
        .map(Revisions::toDomain);
  }

  /// Adds the next one.
  public Uni<Void> add(Revision revision) {
    return persist(RevisionRow.of(revision)).replaceWithVoid();
  }

  private Uni<Revision> last(String organization) {
    return find("organization", Sort.descending("number"), organization)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(() -> new UnknownOrganization(organization).asException())
        .map(RevisionRow::toDomain);
  }

  private static List<Revision> toDomain(List<RevisionRow> rows) {
    return rows.stream().map(RevisionRow::toDomain).toList();
  }
}
