package io.casguard.notification.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When something was seen: by which revision, and by the clock of the service that saw it.
public record Mark(Instant at, long revision, @Nullable String commit // of a revision from Git
    ) {
  /// True where this was seen after the other: by a later revision, or later by the same one, as
  /// the end of a waiver is.
  boolean isAfter(Mark other) {
    return revision > other.revision || (revision == other.revision && at.isAfter(other.at));
  }
}
