package io.casguard.inventory.revision;

import io.casguard.contracts.Provenance;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// A revision as the database keeps it.
@Entity
@Immutable
@Table(name = "revision")
@IdClass(RevisionId.class)
@NullUnmarked
class RevisionRow {
  @Id String organization;
  @Id long number;

  @Column(name = "accepted_at")
  Instant acceptedAt;

  String digest;
  int changes;
  String source;
  String who;

  @Column(name = "commit_hash")
  String commitHash;

  String message;

  static RevisionRow of(Revision revision) {
    var row = new RevisionRow();
    row.organization = revision.organization();
    row.number = revision.revision();
    row.acceptedAt = revision.at();
    row.digest = revision.digest();
    row.changes = revision.changes();
    row.source = revision.provenance().source();
    row.who = revision.provenance().who();
    row.commitHash = revision.provenance().commit();
    row.message = revision.provenance().message();
    return row;
  }

  Revision toDomain() {
    return new Revision(
        organization,
        number,
        digest == null,
        digest,
        acceptedAt,
        new Provenance(source, who, commitHash, message),
        changes);
  }
}
