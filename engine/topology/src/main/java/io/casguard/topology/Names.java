package io.casguard.topology;

/// How names compare: without case, and everywhere alike.
public final class Names {
  private Names() {}

  /// The spelling that all spellings of a name share. Two names are one exactly where
  /// `equalsIgnoreCase` says so; lower case alone would tell apart what it holds equal.
  public static String folded(String name) {
    int[] points =
        name.codePoints().map(Character::toUpperCase).map(Character::toLowerCase).toArray();
    return new String(points, 0, points.length);
  }
}
