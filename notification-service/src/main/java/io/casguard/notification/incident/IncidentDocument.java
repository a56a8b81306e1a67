package io.casguard.notification.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casguard.contracts.ViolationFacts;
import io.casguard.contracts.WaiverFacts;
import io.casguard.notification.incident.Incident.Open;
import io.casguard.notification.incident.Incident.Resolved;
import io.casguard.notification.incident.Trouble.BrokenGuideline;
import io.casguard.notification.incident.Trouble.BrokenPath;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An episode, as answers, webhooks and the feed show it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncidentDocument(
    String key,
    String kind, // "violation" or "path"
    int episode, // counted from one
    @Nullable Integer previousEpisode, // absent for the first
    String state, // "open" or "resolved"
    String organization,
    String severity, // "error", "warning" or "info"
    String title, // one sentence
    long revision, // that was looked at last
    @Nullable String commit, // of that revision, where it came from Git
    Instant openedAt,
    long openedAtRevision,
    @Nullable Instant resolvedAt,
    @Nullable Long resolvedAtRevision,
    @Nullable String why, // it was resolved
    Map<String, Long> people, // how many users it hits, by protocol
    List<String> remedy, // commands of the Exchange Management Shell
    @Nullable ViolationFacts violation, // of kind "violation"
    @Nullable WaiverFacts lapsedWaiver, // whose end opened it
    @Nullable BrokenPath path, // of kind "path"
    URI link // where to look it up
    ) {
  /// The document of an incident; its link is its key below an address.
  public static IncidentDocument of(Incident incident, URI incidents) {
    var episode = incident.episode();
    var trouble = incident.trouble();
    var end = incident instanceof Resolved ? incident.seen() : null;
    return new IncidentDocument(
        episode.key().text(),
        trouble.kind().word(),
        episode.number(),
        episode.previous(),
        switch (incident) {
          case Open _ -> IncidentRow.OPEN;
          case Resolved _ -> IncidentRow.RESOLVED;
        },
        episode.organization(),
        trouble.severity(),
        trouble.title(),
        incident.seen().revision(),
        incident.seen().commit(),
        episode.opened().at(),
        episode.opened().revision(),
        end == null ? null : end.at(),
        end == null ? null : end.revision(),
        incident instanceof Resolved resolved ? resolved.why() : null,
        trouble.people(),
        trouble.remedy(),
        trouble instanceof BrokenGuideline broken ? broken.violation() : null,
        trouble instanceof BrokenGuideline broken ? broken.lapsedWaiver() : null,
        trouble instanceof BrokenPath path ? path : null,
        incidents.resolve(episode.key().text()));
  }
}
