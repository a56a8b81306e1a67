package io.casguard.formats;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A text as YAML writes it, in quotes where any reader, of YAML 1.1 too, might take it for
/// something else.
public final class YamlText {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}_/.](?:[\\p{L}\\p{N}_/.@%+()\\\\$-]|:(?! |$)| (?! |$))*");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:[0-9.][0-9_.,:]*(?:e[-+]?[0-9]+)?|0[box][0-9a-f_]+|\\.inf|\\.nan)");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}");
  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private YamlText() {}

  /// The text, in quotes where it needs them.
  public static String of(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  private static boolean isPlain(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    return PLAIN.matcher(text).matches()
        && !WORDS.contains(folded)
        && !(NUMBER.matcher(folded).matches() && !isDotted(folded))
        && !DATE.matcher(folded).matches();
  }

  /// Versions and addresses have more dots than any number.
  private static boolean isDotted(String text) {
    return text.matches("[0-9]+(\\.[0-9]+){2,}");
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
              } else if (isPrintable(point)) {
                quoted.appendCodePoint(point);
              } else {
                quoted.append(String.format(point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
