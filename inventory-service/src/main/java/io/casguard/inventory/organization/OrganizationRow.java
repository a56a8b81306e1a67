package io.casguard.inventory.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/// An organization as the database keeps it. Only [Organizations] changes it, by statement.
@Entity
@Table(name = "organization")
@NullUnmarked
class OrganizationRow {
  @Id String name;
  long revision;
  int edition;
  boolean deleted;

  Standing toDomain() {
    return deleted
        ? new Standing.Deleted(name, revision)
        : new Standing.Present(name, revision, edition);
  }
}
