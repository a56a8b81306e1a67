package io.casguard.follower;

import io.casguard.contracts.Provenance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A revision as inventory-service keeps it. It never changes.
public record RevisionDocument(
    String organization,
    long revision,
    boolean deleted, // whether the organization ended with it; then there are no files
    @Nullable String digest, // of the canonical form
    Instant at, // when it was accepted
    Provenance provenance,
    List<StatedFile> files) {
  public RevisionDocument {
    files = List.copyOf(files);
  }
}
