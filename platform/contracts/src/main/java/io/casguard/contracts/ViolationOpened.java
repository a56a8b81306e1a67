package io.casguard.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A violation was found that was not open before.
///
/// Announced by rules-service, once for each episode: one that returns after its resolution opens
/// another.
public record ViolationOpened(
    UUID id, // of this event
    Instant at, // when the revision was checked, by the clock of rules-service
    String organization,
    long revision, // the one that was checked
    @Nullable String commit,
    ViolationFacts violation,
    long openedAtRevision // equals revision
    ) implements ViolationEvent {
  public static final String TYPE = "casguard.violation.opened.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
