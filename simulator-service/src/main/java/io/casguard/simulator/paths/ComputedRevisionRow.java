package io.casguard.simulator.paths;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/// The newest computed revision of an organization as the database keeps it.
@Entity
@Table(name = "computed_revision")
@NullUnmarked
class ComputedRevisionRow {
  @Id String organization;
  long revision;
  String digest;

  @Column(name = "computed_at")
  Instant computedAt;

  String answer;
  String failure;

  void tell(ComputedRevision computed) {
    organization = computed.organization();
    revision = computed.revision();
    digest = computed.digest();
    computedAt = computed.computedAt();
    answer = computed.answer();
    failure = computed.failure();
  }

  ComputedRevision toDomain() {
    return new ComputedRevision(organization, revision, digest, computedAt, answer, failure);
  }
}
