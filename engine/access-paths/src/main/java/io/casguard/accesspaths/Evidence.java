package io.casguard.accesspaths;

import io.casguard.topology.Path;

/// A fact of the topology that a step rests on.
///
/// @param text the fact in words
/// @param path where it is stated, or would have to be
public record Evidence(String text, Path path) {}
