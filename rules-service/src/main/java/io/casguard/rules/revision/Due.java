package io.casguard.rules.revision;

/// A revision whose violations must be decided again, because a waiver of it comes into force or
/// lapses.
public record Due(String organization, long revision) {}
