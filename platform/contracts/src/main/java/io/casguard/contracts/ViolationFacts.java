package io.casguard.contracts;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One guideline broken at one place, as far as people need it told.
public record ViolationFacts(
    String fingerprint, // the same for as long as guideline, sub-check and path are
    String guideline, // its number, such as CAP-103
    String severity, // "error", "warning" or "info"
    @Nullable String site, // absent where the place is wider than a site
    @Nullable String server, // absent where the place is wider than a server
    @Nullable String directory, // such as "owa (Default Web Site)"
    String path, // of the place in the manifest
    @Nullable String file, // of the revision's files
    @Nullable Integer line, // counted from one
    String message, // what is wrong, in one sentence
    String because, // why it matters
    List<String> remedy, // commands of the Exchange Management Shell, in their order
    Map<String, Long> users, // how many it hits, by protocol
    String source, // who said so, such as "SA"
    String certainty, // "found", "inferred" or "assumed"
    @Nullable Instant unsettledUntil // replication may last; absent where unsaid, and in one site
    ) {
  public ViolationFacts {
    remedy = List.copyOf(remedy);
    users = Collections.unmodifiableMap(new TreeMap<>(users));
  }
}
