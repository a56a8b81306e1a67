package io.casguard.contracts;

import org.jspecify.annotations.Nullable;

/// One place of a topology that differs from the revision before, in words for people.
public record Change(
    String path, // in the manifest, such as spec.sites.leeds.servers.LEE-CAS1
    String kind, // "added", "removed" or "changed"
    @Nullable String before, // absent where it was added or has no short form
    @Nullable String after // absent where it was removed or has no short form
    ) {}
