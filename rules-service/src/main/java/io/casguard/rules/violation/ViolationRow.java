package io.casguard.rules.violation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/// An episode of a violation as the database keeps it.
@Entity
@Table(name = "violation")
@NullUnmarked
class ViolationRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String organization;
  String fingerprint;
  String guideline;
  String severity;
  String document;

  @Column(name = "unsettled_until")
  Instant unsettledUntil;

  @Column(name = "opened_at_revision")
  long openedAtRevision;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "resolved_at_revision")
  Long resolvedAtRevision;

  @Column(name = "resolved_at")
  Instant resolvedAt;

  @Column(name = "resolved_why")
  String resolvedWhy;

  static ViolationRow opened(String organization, Found found, long revision, Instant at) {
    var row = new ViolationRow();
    row.organization = organization;
    row.openedAtRevision = revision;
    row.openedAt = at;
    row.tell(found);
    return row;
  }

  void tell(Found found) {
    var facts = found.facts();
    fingerprint = facts.fingerprint();
    guideline = facts.guideline();
    severity = facts.severity();
    document = found.document();
    unsettledUntil = found.unsettledUntil();
  }

  void resolve(long revision, Instant at, String why) {
    resolvedAtRevision = revision;
    resolvedAt = at;
    resolvedWhy = why;
  }

  Episode toDomain() {
    return new Episode(id, new Found(document, unsettledUntil), openedAtRevision);
  }
}
