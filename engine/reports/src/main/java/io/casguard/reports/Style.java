package io.casguard.reports;

/// How words are set off in text for people: in colour on a terminal, not at all elsewhere. No
/// meaning rests on colour alone.
public enum Style {
  /// Escape sequences of a terminal.
  COLOUR,
  /// Nothing but the words.
  PLAIN;

  String bold(String text) {
    return wrap("1", text);
  }

  String dim(String text) {
    return wrap("2", text);
  }

  String bad(String text) {
    return wrap("31", text);
  }

  String doubtful(String text) {
    return wrap("33", text);
  }

  String good(String text) {
    return wrap("32", text);
  }

  private String wrap(String code, String text) {
    return this == COLOUR ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
