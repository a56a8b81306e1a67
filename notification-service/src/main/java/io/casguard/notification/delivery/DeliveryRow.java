package io.casguard.notification.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/// A step on its way to a receiver, as its transaction begins it; the workers go on by SQL.
@Entity
@Immutable
@DynamicInsert
@Table(name = "delivery")
@NullUnmarked
class DeliveryRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  Long step;
  String receiver;

  @Column(name = "incident_key")
  String incidentKey;

  @Column(name = "message_id")
  String messageId;

  static DeliveryRow of(long stepId, String receiver, String incidentKey, String messageId) {
    var row = new DeliveryRow();
    row.step = stepId;
    row.receiver = receiver;
    row.incidentKey = incidentKey;
    row.messageId = messageId;
    return row;
  }
}
