package io.casguard.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A violation is over.
///
/// Announced by rules-service, once for each episode.
public record ViolationResolved(
    UUID id, // of this event
    Instant at, // when the revision was checked, by the clock of rules-service
    String organization,
    long revision, // the one that was checked, or the deletion
    @Nullable String commit,
    ViolationFacts violation,
    long openedAtRevision,
    long resolvedAtRevision, // equals revision
    String why // in words for people: "repaired", "organization deleted", "waived until 2027-03-31"
    ) implements ViolationEvent {
  public static final String TYPE = "casguard.violation.resolved.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
