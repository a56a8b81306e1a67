package io.casguard.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Text inside GitHub's and GitLab's Markdown, whatever names are in it.
///
/// Words that could become a link, a mention or a reference stand in code spans, since escaping
/// does not keep these sites from finding them; in all others what has a meaning is escaped.
final class MarkdownText {
  private static final int LEAST_FENCE = 3;

  /// An address, a directory of the shell, a mention, a reference to an issue or a commit.
  private static final Pattern VALUE =
      Pattern.compile(
          "://|[@\\\\]|[#!$%&~^]\\w|(?i:www\\.|\\bgh-\\d)|(?<!\\w)[0-9a-f]{7,40}(?!\\w)");

  private static final String PUNCTUATION = ".,;:?";
  private static final Pattern MEANING = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~$&=^!]");

  /// What makes a list, a heading's underline or a command of GitLab where a line begins with it.
  private static final Pattern BEGINNING = Pattern.compile("^(\\d*)([-+.)/])");

  private static final Pattern TICKS = Pattern.compile("`+");

  private MarkdownText() {}

  /// A paragraph on one line.
  static String escaped(String text) {
    List<String> escaped = new ArrayList<>();
    List<String> words = List.of(Prose.harmless(Prose.flowing(text)).split(" ", -1));
    int at = 0;
    while (at < words.size()) {
      int end = endOfValue(words, at);
      escaped.add(
          end == at ? words(words.get(at)) : value(String.join(" ", words.subList(at, end))));
      at = Math.max(end, at + 1);
    }
    return BEGINNING.matcher(String.join(" ", escaped)).replaceFirst("$1\\\\$2");
  }

  /// A name or address on its own.
  static String code(String text) {
    String line = Prose.harmless(Prose.flowing(text));
    if (line.isEmpty()) {
      return "";
    }
    String fence = "`".repeat(longestTicks(line) + 1);
    String pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + pad + line + pad + fence;
  }

  /// Lines to copy, as they are.
  static String block(String language, List<String> lines) {
    List<String> whole = lines.stream().map(Prose::harmless).toList();
    int ticks = whole.stream().mapToInt(MarkdownText::longestTicks).max().orElse(0);
    String fence = "`".repeat(Math.max(LEAST_FENCE, ticks + 1));
    return fence + language + "\n" + String.join("\n", whole) + "\n" + fence;
  }

  /// Where the value that begins at a word ends; there, if none does. The name of a directory has
  /// its web site in parentheses.
  private static int endOfValue(List<String> words, int at) {
    if (!VALUE.matcher(words.get(at)).find()) {
      return at;
    }
    int end = at + 1;
    if (words.get(at).contains("\\") && end < words.size() && words.get(end).startsWith("(")) {
      while (end < words.size() && !words.get(end).contains(")")) {
        end++;
      }
      return end < words.size() ? end + 1 : at + 1;
    }
    return end;
  }

  private static String value(String text) {
    int end = text.length();
    while (end > 0 && PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return code(text.substring(0, end)) + words(text.substring(end));
  }

  private static String words(String text) {
    return MEANING.matcher(text).replaceAll("\\\\$0");
  }

  private static int longestTicks(String text) {
    return TICKS.matcher(text).results().mapToInt(run -> run.group().length()).max().orElse(0);
  }
}
