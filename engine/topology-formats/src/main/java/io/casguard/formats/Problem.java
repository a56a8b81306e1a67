package io.casguard.formats;

import java.util.regex.Pattern;

/// Something in the input that cannot be read: where, what, and what would be right.
///
/// @param at the file, line and column
/// @param path the place in the topology, `spec.sites.leeds.servers.LEE-CAS1.owa.externalUr`; empty
///   where the text is no manifest at all
/// @param message what is wrong, and the remedy
public record Problem(Position at, String path, String message) {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /// Control characters of the input do not reach the reader's terminal or log.
  public Problem {
    path = CONTROL.matcher(path).replaceAll("\uFFFD");
    message = CONTROL.matcher(message).replaceAll("\uFFFD");
  }

  /// A noun with its indefinite article; u and one are spoken like you and won.
  static String a(String noun) {
    return ("aeioAEIO".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  /// A text of the input, short enough to stand in a message.
  static String shortened(String text) {
    return text.length() <= 60
        ? text
        : text.substring(0, text.offsetByCodePoints(0, Math.min(60, text.codePointCount(0, 60))))
            + "…";
  }

  @Override
  public String toString() {
    return at + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }
}
