package io.casguard.reports;

import java.util.stream.Collectors;

/// Text inside XML 1.0, whatever characters it has.
final class Xml {
  private Xml() {}

  /// Text between tags, with its lines.
  static String lines(String text) {
    return text.lines().map(Xml::escaped).collect(Collectors.joining("\n", "", "\n"));
  }

  /// Text between tags or in an attribute. What XML cannot hold, not even escaped, becomes U+FFFD.
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(escaped, point));
    return escaped.toString();
  }

  /// An attribute, with the space before it.
  static String attribute(String name, Object value) {
    return " " + name + "=\"" + escaped(Prose.harmless(value.toString())) + "\"";
  }

  private static void append(StringBuilder escaped, int point) {
    switch (point) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\n', '\r', '\t' -> escaped.append("&#").append(point).append(';');
      default -> escaped.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
    }
  }

  private static boolean isAllowed(int point) {
    return (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }
}
