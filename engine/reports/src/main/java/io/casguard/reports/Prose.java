package io.casguard.reports;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Words and lines for people: numbers with their nouns, and paragraphs that fit a terminal.
///
/// Lines end after 100 columns whatever the terminal's width, so that the same input gives the same
/// bytes everywhere.
final class Prose {
  /// How many columns a line of prose has. A command is never broken, however long.
  static final int COLUMNS = 100;

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
    if (text.chars().noneMatch(Prose::mayHarm)) {
      return text;
    }
    StringBuilder harmless = new StringBuilder(text.length());
    text.codePoints().forEach(point -> harmless.appendCodePoint(harms(point) ? 0xFFFD : point));
    return harmless.toString();
  }

  /// False for what most texts consist of; halves of characters are looked at as a whole.
  private static boolean mayHarm(int character) {
    return character < ' ' || character > '~';
  }

  /// True for control characters, marks of direction, ends of lines, and halves of characters.
  private static boolean harms(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default ->
          switch (Character.getDirectionality(point)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
                true;
            default -> false;
          };
    };
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
