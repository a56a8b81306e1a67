package io.casguard.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A waiver, as far as people need it told.
public record WaiverFacts(
    String place, // the path in the manifest that it was given for
    String reason, // why the violation was accepted
    String owner, // who answers for it
    @Nullable String ticket, // where it was agreed, where somebody says
    LocalDate expires // the last day on which it waived, in UTC
    ) {}
