package io.casguard.guidelines;

/// A small topology that shows a guideline kept or broken.
///
/// @param title what it shows, in a few words
/// @param spec the body of a `spec`; each line that breaks the guideline ends in `# ` and its
///   number, and no other line does
public record Example(String title, String spec) {}
