package io.casguard.topology;

import java.util.Locale;

/// How names compare: without case, and everywhere alike.
public final class Names {
  private Names() {}

  /// The spelling that all spellings of a name share. Two names are one exactly where
  /// `equalsIgnoreCase` says so; lower case alone would tell apart what it holds equal.
  public static String folded(String name) {
    return isAscii(name) ? name.toLowerCase(Locale.ROOT) : foldedByCharacter(name);
  }

  /// True for most names. They are asked for so often that it pays.
  private static boolean isAscii(String name) {
    for (int at = 0; at < name.length(); at++) {
      if (name.charAt(at) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static String foldedByCharacter(String name) {
    int[] points =
        name.codePoints().map(Character::toUpperCase).map(Character::toLowerCase).toArray();
    return new String(points, 0, points.length);
  }
}
