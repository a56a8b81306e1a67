package io.casguard.simulator.paths;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// What a revision did to people, as the database keeps it.
@Entity
@Immutable
@Table(name = "access_path_change")
@IdClass(AccessPathChangeId.class)
@NullUnmarked
class AccessPathChangeRow {
  @Id String organization;
  @Id long revision;
  String verdict;

  @Column(name = "computed_at")
  Instant computedAt;

  String document;
}
