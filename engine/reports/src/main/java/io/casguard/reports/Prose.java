package io.casguard.reports;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words and lines for people: numbers with their nouns, and paragraphs that fit a terminal.
///
/// Lines end after 100 columns whatever the terminal's width, so that the same input gives the same
/// bytes everywhere.
final class Prose {
  /// How many columns a line of prose has. A command is never broken, however long.
  static final int COLUMNS = 100;

  /// Control characters, marks of direction, line separators, and halves of characters.
  private static final Pattern HARMFUL =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private Prose() {}

  /// A number with its thousands apart: `1,200`.
  static String number(long number) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
  }

  /// A number with its noun or verb: `1 user`, `1,200 users`.
  static String counted(long number, String one, String several) {
    return number(number) + " " + (number == 1 ? one : several);
  }

  /// A text of several lines as one.
  static String flowing(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /// A text that neither moves a terminal's cursor nor turns the direction of what follows,
  /// whatever a name in it holds: such characters become U+FFFD.
  static String harmless(String text) {
    return HARMFUL.matcher(text).replaceAll("\uFFFD");
  }

  /// A paragraph that begins after a label and stays right of it. Nothing where the text is blank.
  ///
  /// @param label what stands before the first line, with the spaces that keep it apart
  static void paragraph(StringBuilder text, String label, String body) {
    List<String> lines = lines(harmless(flowing(body)), COLUMNS - label.length());
    for (int line = 0; line < lines.size(); line++) {
      text.append(line == 0 ? label : " ".repeat(label.length()))
          .append(lines.get(line))
          .append('\n');
    }
  }

  /// A text in lines of at most so many columns, broken at spaces; a longer word has a line to
  /// itself.
  static List<String> lines(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
