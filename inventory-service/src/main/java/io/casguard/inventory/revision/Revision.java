package io.casguard.inventory.revision;

import io.casguard.contracts.Provenance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An immutable numbered state of an organization's topology; a deletion is one too.
public record Revision(
    String organization,
    long revision, // counted from 1, without gaps; never starts again
    boolean deleted, // whether the organization ended with it
    @Nullable String digest, // of the canonical form; absent where the organization was deleted
    Instant at, // when it was accepted
    Provenance provenance,
    int changes // how many changes led to it from the revision before
    ) {}
