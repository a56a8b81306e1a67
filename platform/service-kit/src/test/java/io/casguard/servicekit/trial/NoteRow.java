package io.casguard.servicekit.trial;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/// Hibernate starts only where there is an entity.
@Entity
@Table(name = "note")
@NullUnmarked
class NoteRow {
  @Id Long id;
}
