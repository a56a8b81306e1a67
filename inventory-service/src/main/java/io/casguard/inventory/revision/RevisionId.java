package io.casguard.inventory.revision;

/// What identifies a revision.
record RevisionId(String organization, long number) {}
