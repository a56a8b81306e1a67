package io.casguard.inventory.revision;

/// What identifies a file that was sent.
record SentFileId(String organization, long revision, int edition, int place) {}
