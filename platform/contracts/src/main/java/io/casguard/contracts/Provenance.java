package io.casguard.contracts;

import org.jspecify.annotations.Nullable;

/// Where a revision came from.
public record Provenance(
    String source, // "api", "git" or "import"
    @Nullable String who, // as the source names them; absent where nobody is logged in
    @Nullable String commit, // the full hash, of a revision from Git
    @Nullable String message // the first line of the commit's message, or what the caller gave
    ) {}
