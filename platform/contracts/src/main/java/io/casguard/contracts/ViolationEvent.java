package io.casguard.contracts;

import org.jspecify.annotations.Nullable;

/// A step in the life of a violation: opened, perhaps changed, and at last resolved. One that is
/// waived is not open: waiving an open one resolves it, and the end of its waiver opens it.
public sealed interface ViolationEvent extends Event
    permits ViolationOpened, ViolationWaiverLapsed, ViolationChanged, ViolationResolved {

  /// The commit that the revision came from, where it came from Git.
  @Nullable String commit();

  /// The violation as this step leaves it; of a resolved one, as it last was.
  ViolationFacts violation();

  /// The revision that opened this episode. With organization and fingerprint it names the episode.
  long openedAtRevision();

  @Override
  default String channel() {
    return Channels.VIOLATIONS;
  }
}
