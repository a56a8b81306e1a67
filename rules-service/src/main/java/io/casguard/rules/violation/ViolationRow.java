package io.casguard.rules.violation;

import io.casguard.contracts.WaiverFacts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
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

  @Column(name = "waived_until")
  LocalDate waivedUntil;

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
    row.open(found, revision, at);
    return row;
  }

  /// Begins the episode, or begins it anew where it was waived until now.
  final void open(Found found, long revision, Instant at) {
    openedAtRevision = revision;
    openedAt = at;
    tell(found);
  }

  final void tell(Found found) {
    var facts = found.facts();
    fingerprint = facts.fingerprint();
    guideline = facts.guideline();
    severity = facts.severity();
    document = found.document();
    unsettledUntil = found.unsettledUntil();
    waivedUntil = found.waiver().map(WaiverFacts::expires).orElse(null);
  }

  void resolve(long revision, Instant at, String why) {
    resolvedAtRevision = revision;
    resolvedAt = at;
    resolvedWhy = why;
  }

  /// The word of [Filter] that shows it.
  Filter state() {
    return resolvedAtRevision != null
        ? Filter.RESOLVED
        : waivedUntil != null ? Filter.WAIVED : Filter.OPEN;
  }

  Episode toDomain() {
    return new Episode(id, new Found(document, unsettledUntil), openedAtRevision);
  }
}
