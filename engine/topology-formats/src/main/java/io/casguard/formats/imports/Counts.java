package io.casguard.formats.imports;

/// How much was imported.
///
/// @param mailboxes those counted as people
public record Counts(int servers, int sites, int directories, int siteLinks, int mailboxes) {}
