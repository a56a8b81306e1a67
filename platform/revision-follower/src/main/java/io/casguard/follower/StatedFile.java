package io.casguard.follower;

/// A file of a revision, as it was sent.
public record StatedFile(String name, String text) {}
