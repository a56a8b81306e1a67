package io.casguard.notification.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When something was seen: by which revision, and by the clock of the service that saw it.
public record Mark(Instant at, long revision, @Nullable String commit // of a revision from Git
    ) {}
