package io.casguard.contracts;

import org.jspecify.annotations.Nullable;

/// One request that ends otherwise than before.
public record CounterExample(
    String entry, // the server or published name it arrives at
    String mailbox, // the mailbox server, or the population of users
    String network, // "internet" or "intranet"
    @Nullable String before, // its outcome at the revision before
    @Nullable String after, // its outcome now
    @Nullable String reached, // now: "yes", "own-action" or "no"; absent where undetermined
    @Nullable String reason, // why it fails now
    @Nullable String clause // that decided now, such as "O-7"
    ) {}
