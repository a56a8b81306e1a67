package io.casguard.simulator.paths;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// The access paths of a revision, as the database keeps them.
@Entity
@Immutable
@Table(name = "matrix_of_revision")
@IdClass(MatrixId.class)
@NullUnmarked
class MatrixRow {
  @Id String organization;
  @Id long revision;
  String matrix;
}
