package io.casguard.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An open violation has another severity or another remedy. Counts of people change without an
/// event.
///
/// Announced by rules-service.
public record ViolationChanged(
    UUID id, // of this event
    Instant at, // when the revision was checked, by the clock of rules-service
    String organization,
    long revision, // the one that was checked
    @Nullable String commit,
    ViolationFacts violation,
    long openedAtRevision // earlier than revision
    ) implements ViolationEvent {
  public static final String TYPE = "casguard.violation.changed.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
