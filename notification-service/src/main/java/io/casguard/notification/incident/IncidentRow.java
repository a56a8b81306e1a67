package io.casguard.notification.incident;

import io.casguard.notification.incident.Incident.Episode;
import io.casguard.notification.incident.Incident.Open;
import io.casguard.notification.incident.Incident.Resolved;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/// An episode, as it is stored.
@Entity
@Table(name = "incident")
@NullUnmarked
class IncidentRow {
  static final String OPEN = "open";
  static final String RESOLVED = "resolved";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "incident_key")
  String incidentKey;

  int episode;
  String kind;
  String organization;
  String state;
  int steps;
  String trouble;

  @Column(name = "opened_at")
  Instant openedAt;

  @Column(name = "opened_revision")
  long openedRevision;

  @Column(name = "opened_commit")
  String openedCommit;

  Integer previous;

  @Column(name = "seen_at")
  Instant seenAt;

  @Column(name = "seen_revision")
  long seenRevision;

  @Column(name = "seen_commit")
  String seenCommit;

  String why;

  static IncidentRow of(Incident incident) {
    var row = new IncidentRow();
    var episode = incident.episode();
    row.incidentKey = episode.key().text();
    row.episode = episode.number();
    row.kind = incident.trouble().kind().word();
    row.organization = episode.organization();
    row.openedAt = episode.opened().at();
    row.openedRevision = episode.opened().revision();
    row.openedCommit = episode.opened().commit();
    row.previous = episode.previous();
    row.take(incident);
    return row;
  }

  /// Brings the row of the same episode up to date.
  final void take(Incident incident) {
    steps = incident.steps();
    trouble = TroubleJson.write(incident.trouble());
    seenAt = incident.seen().at();
    seenRevision = incident.seen().revision();
    seenCommit = incident.seen().commit();
    switch (incident) {
      case Open _ -> state = OPEN;
      case Resolved resolved -> {
        state = RESOLVED;
        why = resolved.why();
      }
    }
  }

  final Incident toDomain() {
    var whole =
        new Episode(
            new IncidentKey(incidentKey),
            episode,
            organization,
            new Mark(openedAt, openedRevision, openedCommit),
            previous);
    var what = TroubleJson.read(Kind.of(kind), trouble);
    var seen = new Mark(seenAt, seenRevision, seenCommit);
    return state.equals(OPEN)
        ? new Open(whole, what, seen, steps)
        : new Resolved(whole, what, seen, steps, why);
  }
}
