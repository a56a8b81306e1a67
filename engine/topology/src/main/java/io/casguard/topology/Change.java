package io.casguard.topology;

import java.util.Optional;

/// One statement that differs between two topologies.
///
/// @param path where it stands
/// @param before what it was, in canonical spelling; empty where it was not stated
/// @param after what it is, in canonical spelling; empty where it is no longer stated
public record Change(Path path, Optional<String> before, Optional<String> after) {
  /// What happened to the statement.
  public enum Kind implements Word {
    ADDED("added"),
    REMOVED("removed"),
    CHANGED("changed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /// Whether the statement came, went, or says something else.
  public Kind kind() {
    return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
  }

  @Override
  public String toString() {
    return switch (kind()) {
      case ADDED -> "+ " + path + ": " + after.orElseThrow();
      case REMOVED -> "- " + path + ": " + before.orElseThrow();
      case CHANGED -> "~ " + path + ": " + before.orElseThrow() + " -> " + after.orElseThrow();
    };
  }
}
