package io.casguard.contracts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A violation that somebody had accepted for a time is there still, and the time is over: it is
/// open now.
///
/// Announced by rules-service in the place of [ViolationOpened], once for each episode. The day may
/// end while no revision comes, so it may name a revision that earlier events named.
public record ViolationWaiverLapsed(
    UUID id, // of this event
    Instant at, // when it was decided, by the clock of rules-service
    String organization,
    long revision, // the one that the violation was found in
    @Nullable String commit,
    ViolationFacts violation,
    long openedAtRevision, // equals revision
    WaiverFacts waiver // that lapsed
    ) implements ViolationEvent {
  public static final String TYPE = "casguard.violation.waiver-lapsed.v1";

  @Override
  public String type() {
    return TYPE;
  }
}
