package io.casguard.topology;

/// How names compare: without case, and everywhere alike.
public final class Names {
  private Names() {}

  /// The spelling that all spellings of a name share. Two names are one exactly where
  /// `equalsIgnoreCase` says so; lower case alone would tell apart what it holds equal.
  public static String folded(String name) {
    return isFolded(name) ? name : isAscii(name) ? asciiFolded(name) : foldedByCharacter(name);
  }

  /// True for most names: ASCII without capitals. They are asked for so often that it pays.
  private static boolean isFolded(String name) {
    for (int at = 0; at < name.length(); at++) {
      char character = name.charAt(at);
      if (character > 0x7F || (character >= 'A' && character <= 'Z')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAscii(String name) {
    for (int at = 0; at < name.length(); at++) {
      if (name.charAt(at) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static String asciiFolded(String name) {
    char[] folded = name.toCharArray();
    for (int at = 0; at < folded.length; at++) {
      if (folded[at] >= 'A' && folded[at] <= 'Z') {
        folded[at] += 'a' - 'A';
      }
    }
    return new String(folded);
  }

  private static String foldedByCharacter(String name) {
    int[] points =
        name.codePoints().map(Character::toUpperCase).map(Character::toLowerCase).toArray();
    return new String(points, 0, points.length);
  }
}
