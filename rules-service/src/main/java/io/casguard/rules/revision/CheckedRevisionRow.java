package io.casguard.rules.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/// The newest looked-at revision of an organization as the database keeps it.
@Entity
@Table(name = "checked_revision")
@NullUnmarked
class CheckedRevisionRow {
  @Id String organization;
  long revision;
  String digest;

  @Column(name = "checked_at")
  Instant checkedAt;

  String answer;
  String failure;

  @Column(name = "decided_revision")
  Long decidedRevision;

  @Column(name = "decide_again_on")
  LocalDate decideAgainOn;

  void tell(CheckedRevision checked) {
    organization = checked.organization();
    revision = checked.revision();
    digest = checked.digest();
    checkedAt = checked.checkedAt();
    answer = checked.answer();
    failure = checked.failure();
  }

  CheckedRevision toDomain() {
    return new CheckedRevision(organization, revision, digest, checkedAt, answer, failure);
  }
}
