package io.casguard.notification.told;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// A step, as it is stored: written once, with the body that every receiver is sent.
@Entity
@Immutable
@Table(name = "step")
@NullUnmarked
class StepRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "incident_key")
  String incidentKey;

  int episode;
  int number;
  String organization;
  String type;
  Instant at;
  UUID cause;
  String body;

  static StepRow of(Step step, UUID cause) {
    var row = new StepRow();
    row.incidentKey = step.incidentKey();
    row.episode = step.episode();
    row.number = step.number();
    row.organization = step.organization();
    row.type = step.type();
    row.at = step.at();
    row.cause = cause;
    row.body = step.body();
    return row;
  }
}
