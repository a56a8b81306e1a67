package io.casguard.rules.violation;

/// An open violation: the revision that opened it, and how it was told last.
///
/// @param id the row that keeps it
public record Episode(long id, Found found, long openedAtRevision) {}
