package io.casguard.formats.shell;

import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a console shows: the lists and tables of any number of cmdlets, with prompts,
/// commands and comments around them.
///
/// An object ends where a blank line, a prompt or a comment stands, and where one of its properties
/// comes again, since texts that were pasted lose their blank lines. A text whose every line is
/// followed by a blank one is read without them. Source: specification 4.2.
final class TextReader {
  private static final Pattern PROPERTY =
      Pattern.compile("(\\s*)([A-Za-z_][A-Za-z0-9_.()+-]*)(\\s*):(?:(\\s)(.*))?", Pattern.DOTALL);
  private static final Pattern BOUNDARY =
      Pattern.compile("\\s*(?:<?#|#>|\\[PS\\]|PS>|PS [A-Za-z]:|[A-Za-z]:\\\\\\S*>|>>|```)");
  private static final Pattern COMMAND =
      Pattern.compile("\\b(Get-[A-Za-z]{3,40})\\b", Pattern.CASE_INSENSITIVE);

  /// A line shorter than this was not cut by any console.
  private static final int SHORTEST_CUT = 70;

  private static final int LINES_AHEAD = 400;
  private static final int PROPERTIES_THAT_TELL = 4;

  /// A property whose value may go on in the next lines.
  private static final class Open {
    final String name;
    final int line;
    final int column;
    final List<String> parts = new ArrayList<>();
    final List<Integer> widths = new ArrayList<>();
    final List<Boolean> blanks = new ArrayList<>();
    boolean endsInBlank;
    Optional<String> doubt = Optional.empty();

    Open(String name, int line, int column, String value, String whole) {
      this.name = name;
      this.line = line;
      this.column = column;
      this.parts.add(value);
      this.widths.add(whole.length());
      this.endsInBlank = whole.endsWith(" ");
    }
  }

  private final String file;
  private final Lines lines;
  private final ExportLimits limits;
  private final Sink sink;
  private final List<Open> object = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private Optional<Cmdlet> hint;
  private boolean doubled;

  /// Whether lines end in blanks that mean nothing, as a copy of a console's window has them.
  private boolean padded;

  private int firstWidth;
  private int sameWidths;

  TextReader(String file, Reader text, ExportLimits limits, Optional<Cmdlet> hint, Sink sink) {
    this.file = file;
    this.lines = new Lines(file, text, limits.value());
    this.limits = limits;
    this.hint = hint;
    this.sink = sink;
  }

  /// Reads to the end.
  void read() throws IOException {
    doubled = isDoubled();
    int blank = 0;
    Optional<String> header = Optional.empty();
    for (String raw = lines.next(); raw != null; raw = lines.next()) {
      String line = clean(raw);
      if (line.isBlank()) {
        blank++;
        if (blank > (doubled ? 1 : 0)) {
          finish();
        }
        header = Optional.empty();
        continue;
      }
      if (header.isPresent() && TextTable.isRule(line)) {
        finish();
        table(header.get(), line);
        header = Optional.empty();
        continue;
      }
      header = take(line, blank) ? Optional.empty() : Optional.of(line);
      blank = 0;
    }
    finish();
  }

  /// Takes a line; false where it may be the header of a table.
  private boolean take(String line, int blank) throws Malformed {
    if (continues(line, blank)) {
      return true;
    }
    Matcher property = PROPERTY.matcher(line);
    if (!BOUNDARY.matcher(line).lookingAt() && property.matches() && isProperty(property)) {
      property(property, line);
      return true;
    }
    boundary(line, blank);
    return false;
  }

  /// Whether lines show what a console shows: a property or a heading that is known.
  ///
  /// @param loosely whether a colon without a blank before it will do, as other formats have it
  static boolean isConsole(List<String> lines, boolean loosely) {
    for (int at = 0; at < lines.size(); at++) {
      Matcher property = PROPERTY.matcher(clean(lines.get(at)));
      boolean isProperty =
          property.matches()
              && (loosely || !property.group(3).isEmpty())
              && PropertyNames.areKnown(property.group(2));
      boolean isTable =
          at > 0
              && TextTable.isRule(lines.get(at))
              && TextTable.of(lines.get(at - 1), lines.get(at)).isPresent();
      if (isProperty || isTable) {
        return true;
      }
    }
    return false;
  }

  /// A name and its colon have a blank between them, as the shell prints it, or the name is one
  /// that is known.
  private static boolean isProperty(Matcher property) {
    return !property.group(3).isEmpty() || PropertyNames.areKnown(property.group(2));
  }

  private void property(Matcher property, String line) throws Malformed {
    String name = property.group(2);
    if (names.contains(name.toLowerCase(Locale.ROOT))) {
      List<Open> moved = identityAtTheEnd();
      finish();
      moved.forEach(this::add);
    }
    if (object.size() >= limits.properties()) {
      throw new Malformed(
          file, lines.number(), "an object with more than " + limits.properties() + " properties");
    }
    String value = Optional.ofNullable(property.group(5)).orElse("");
    add(
        new Open(
            name,
            lines.number(),
            property.start(3) + property.group(3).length() + 2,
            value.strip(),
            line));
  }

  private void add(Open property) {
    if (!object.isEmpty()) {
      Open before = object.getLast();
      padded |=
          before.parts.size() == 1 && !before.parts.getFirst().isEmpty() && before.endsInBlank;
    }
    object.add(property);
    names.add(property.name.toLowerCase(Locale.ROOT));
  }

  /// Where a property comes again that is not the first of its object, the server that was printed
  /// before it belongs to the next object already.
  private List<Open> identityAtTheEnd() {
    Open last = object.getLast();
    boolean isIdentity =
        object.size() > 1
            && Set.of("server", "servername", "runspaceid", "identity")
                .contains(last.name.toLowerCase(Locale.ROOT));
    if (!isIdentity) {
      return List.of();
    }
    object.removeLast();
    return List.of(last);
  }

  /// Adds a line to the value before it, where it stands in the column of values, or where a
  /// bracket is open.
  private boolean continues(String line, int blank) {
    if (object.isEmpty() || blank > (doubled ? 1 : 0)) {
      return false;
    }
    Open last = object.getLast();
    int indent = line.length() - line.stripLeading().length();
    boolean inColumn = indent == last.column || indent == last.column + 1;
    boolean isOpen = isOpen(last) && !BOUNDARY.matcher(line).lookingAt();
    if (!inColumn && !isOpen) {
      return false;
    }
    boolean isFirst = last.parts.getLast().isEmpty();
    last.blanks.add(!isFirst && ((last.endsInBlank && !padded) || indent == last.column + 1));
    last.parts.add(line.strip());
    last.widths.add(line.length());
    last.endsInBlank = line.endsWith(" ");
    return true;
  }

  private static boolean isOpen(Open property) {
    String value = String.join("", property.parts);
    return value.startsWith("{") && !value.endsWith("}");
  }

  /// Ends the object at a prompt, a command or a remark. A remark right after a long line may be
  /// the rest of its value, and then nobody knows the value.
  private void boundary(String line, int blank) {
    Matcher command = COMMAND.matcher(line);
    if (command.find()) {
      hint = Cmdlet.named(command.group(1));
    } else if (!object.isEmpty()
        && blank == 0
        && !BOUNDARY.matcher(line).lookingAt()
        && object.getLast().widths.getLast() >= SHORTEST_CUT
        && line.strip().matches("\\S+(?: \\S+)?")) {
      object.getLast().doubt =
          Optional.of("the line after it may be the rest of the value: \"" + line.strip() + "\"");
      return;
    }
    finish();
  }

  private void table(String header, String rule) throws IOException {
    Optional<TextTable> table = TextTable.of(header, rule);
    int first = lines.number();
    boolean isRead = isRead(header, table);
    int unclear = 0;
    int unclearLine = 0;
    for (String raw = lines.peek(0); raw != null; raw = lines.peek(0)) {
      String line = clean(raw);
      if (line.isBlank() || BOUNDARY.matcher(line).lookingAt()) {
        break;
      }
      lines.next();
      Optional<List<ShellProperty>> row =
          table.flatMap(it -> it.row(line, new Position(file, lines.number(), 1)));
      if (!isRead) {
        continue; // the table of a command that is none of those
      }
      if (row.isPresent()) {
        sink.object(ShellObject.of("", hint, new Position(file, lines.number(), 1), row.get()));
      } else {
        unclear++;
        unclearLine = unclear == 1 ? lines.number() : unclearLine;
      }
    }
    if (unclear > 0 && isRead) {
      sink.passedOver(
          new Problem(
              new Position(file, table.isPresent() ? unclearLine : first, 1),
              "",
              (unclear == 1 ? "a row" : unclear + " rows")
                  + " of a table whose columns do not line up: export with Format-List, or better"
                  + " with Export-Clixml"));
    }
  }

  /// Whether the headings of a table are those of a cmdlet that is read; where they do not stand
  /// over their dashes, their words tell.
  private boolean isRead(String header, Optional<TextTable> table) {
    Position at = new Position(file, lines.number(), 1);
    List<ShellProperty> headings =
        table
            .map(it -> it.headings(at))
            .orElseGet(
                () ->
                    Arrays.stream(header.strip().split("\\s+"))
                        .map(word -> new ShellProperty(word, new ShellValue.Nothing(), at))
                        .toList());
    return ShellObject.of("", hint, at, headings).cmdlet().isPresent();
  }

  private void finish() {
    if (!object.isEmpty()) {
      List<ShellProperty> properties = object.stream().map(this::closed).toList();
      sink.object(ShellObject.of("", hint, properties.getFirst().at(), properties));
      object.clear();
      names.clear();
    }
  }

  private ShellProperty closed(Open open) {
    ShellValue value =
        open.doubt
            .<ShellValue>map(ShellValue.Unreadable::new)
            .orElseGet(() -> open.parts.size() == 1 ? value(open.parts.getFirst()) : joined(open));
    return new ShellProperty(open.name, value, new Position(file, open.line, 1));
  }

  private ShellValue joined(Open open) {
    List<String> readings = readings(open);
    return readings.size() == 1
        ? value(readings.getFirst())
        : new ShellValue.Wrapped(
            readings.stream().map(TextReader::value).toList(), isCutAtWidth(open));
  }

  /// Every way to join the lines of a value, the one without blanks first; of very long values only
  /// the two extremes.
  private static List<String> readings(Open open) {
    List<String> readings = new ArrayList<>(List.of(open.parts.getFirst()));
    boolean all = open.parts.size() <= 5;
    for (int at = 1; at < open.parts.size(); at++) {
      String part = open.parts.get(at);
      boolean blank = open.blanks.get(at - 1);
      boolean afterComma = open.parts.get(at - 1).endsWith(",");
      List<String> longer = new ArrayList<>();
      for (int reading = 0; reading < readings.size(); reading++) {
        String before = readings.get(reading);
        if (before.isEmpty()) {
          longer.add(part);
        } else if (blank || afterComma) {
          longer.add(before + " " + part);
        } else if (all) {
          longer.add(before + part);
          longer.add(before + " " + part);
        } else {
          longer.add(before + (reading == 0 ? "" : " ") + part);
        }
      }
      if (!all && longer.size() == 1 && !blank && !afterComma && !readings.getFirst().isEmpty()) {
        longer.add(readings.getFirst() + " " + part);
      }
      readings = longer;
    }
    return readings.stream().distinct().sorted(TextReader::byBlanks).toList();
  }

  private static int byBlanks(String one, String other) {
    return Integer.compare(one.length(), other.length());
  }

  /// Whether all lines that were cut are as long as those cut before them, or as the console of
  /// Windows was.
  private boolean isCutAtWidth(Open open) {
    boolean same = true;
    for (int at = 0; at < open.widths.size() - 1; at++) {
      int width = open.widths.get(at);
      firstWidth = firstWidth == 0 ? width : firstWidth;
      same &= width == firstWidth;
      sameWidths += width == firstWidth ? 1 : 0;
    }
    return same && (sameWidths > 2 || firstWidth == 79 || firstWidth == 80 || firstWidth == 119);
  }

  /// A value as the console prints it: nothing, a list in braces, or a text.
  static ShellValue value(String text) {
    if (text.isBlank() || text.equals("{}")) {
      return new ShellValue.Nothing();
    }
    if (!text.startsWith("{")) {
      return new ShellValue.Text(text);
    }
    if (!text.endsWith("}")) {
      return new ShellValue.Unreadable("the list has no end");
    }
    String inside = text.substring(1, text.length() - 1).strip();
    boolean cut = inside.endsWith("...") || inside.endsWith("…");
    String whole = cut ? inside.replaceFirst("[\\s,]*(?:\\.\\.\\.|…)$", "") : inside;
    List<String> items = new ArrayList<>();
    for (String item : whole.split(",", -1)) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items.isEmpty() && !cut ? new ShellValue.Nothing() : new ShellValue.Listed(items, !cut);
  }

  /// Blanks that are none, and the underscores that Markdown hides.
  private static String clean(String line) {
    String plain = line.replace('\u3000', ' ').replace('\u00A0', ' ').replace('\t', ' ');
    return plain.indexOf('\\') < 0 ? plain : plain.replace("\\_", "_").replace("\\*", "*");
  }

  /// Whether every property is followed by a blank line, as far as the first lines tell.
  private boolean isDoubled() throws IOException {
    int followed = 0;
    boolean before = false;
    for (int at = 0; at < LINES_AHEAD; at++) {
      @Nullable String line = lines.peek(at);
      if (line == null) {
        break;
      }
      String cleaned = clean(line);
      Matcher property = PROPERTY.matcher(cleaned);
      boolean is = property.matches() && isProperty(property);
      if (is && before) {
        return false;
      }
      followed += is ? 1 : 0;
      before = is;
    }
    return followed >= PROPERTIES_THAT_TELL;
  }
}
