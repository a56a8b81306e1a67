package io.casguard.topology;

import io.casguard.topology.Parsed.Refused;
import io.casguard.topology.Parsed.Understood;

/// Reads a path from its text, segment by segment.
final class PathText {
  private final String text;
  private int at;

  private PathText(String text) {
    this.text = text;
  }

  static Parsed<Path> parse(String text) {
    PathText reading = new PathText(text);
    Path path = Path.ROOT;
    while (reading.at < text.length()) {
      switch (reading.next(path)) {
        case Understood<Path>(Path longer) -> path = longer;
        case Refused<Path> refused -> {
          return refused;
        }
      }
    }
    return path.isRoot() ? refused() : new Understood<>(path);
  }

  private Parsed<Path> next(Path before) {
    if (text.startsWith("[\"", at)) {
      return quoted().map(before::key);
    }
    if (text.charAt(at) == '[') {
      int end = text.indexOf(']', at);
      String identity = end < 0 ? "" : text.substring(at + 1, end);
      at = end + 1;
      return isPlain(identity) ? new Understood<>(before.item(identity)) : refused();
    }
    if (!before.isRoot() && text.charAt(at) != '.') {
      return refused();
    }
    int begin = before.isRoot() ? at : at + 1;
    at = begin;
    while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
      at++;
    }
    String name = text.substring(begin, at);
    return isPlain(name) ? new Understood<>(before.key(name)) : refused();
  }

  /// What stands in `["…"]`, where a quote and a backslash have a backslash before them.
  private Parsed<String> quoted() {
    StringBuilder name = new StringBuilder();
    for (at += 2; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character == '"') {
        boolean ends = text.startsWith("\"]", at);
        at += 2;
        return ends ? new Understood<>(name.toString()) : refused();
      }
      if (character == '\\' && at + 1 < text.length()) {
        at++;
      }
      name.append(text.charAt(at));
    }
    return refused();
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.equals(name.strip())
        && name.chars().noneMatch(character -> Path.STRUCTURE.indexOf(character) >= 0);
  }

  private static <T> Parsed<T> refused() {
    return new Refused<>(
        "not a place: write it as reports print it, like spec.sites.leeds.servers.LEE-CAS1.owa");
  }
}
