package io.casguard.rules.check;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the guidelines said of the newest revision of an organization that was looked at.
public record CheckedRevision(
    String organization,
    long revision,
    @Nullable String digest, // absent where the organization was deleted
    Instant checkedAt,
    @Nullable String answer, // the line that `casguard check -o json` prints
    @Nullable String failure // why it could not be checked
    ) {}
