package io.casguard.simulator.paths;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The access paths of the newest revision of an organization that was looked at.
record ComputedRevision(
    String organization,
    long revision,
    @Nullable String digest, // absent where the organization was deleted
    Instant computedAt,
    @Nullable String answer, // the line that `casguard paths -o json` prints
    @Nullable String failure // why it could not be computed
    ) {}
