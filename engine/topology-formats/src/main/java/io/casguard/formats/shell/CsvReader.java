package io.casguard.formats.shell;

import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what `Export-Csv` writes: a `#TYPE` line or none, a row of headings, a row for each
/// object, and more such tables below. Source: specification 4.3.
final class CsvReader {
  private static final String TYPE = "#TYPE";

  /// What `Export-Csv` writes where a collection was: the name of its type.
  private static final Pattern LOST_COLLECTION =
      Pattern.compile(
          "(?:System|Microsoft|Deserialized)\\.[A-Za-z0-9_.+]{1,200}"
              + "(?:`[0-9]{1,2})?(?:\\[.{0,500}\\])?");

  private static final Pattern HEADING = Pattern.compile("[A-Za-z_][A-Za-z0-9_ .()+/-]{0,100}");

  static final String LOST =
      "Export-Csv wrote the collection's type instead of its values; select it as"
          + " @{n='Property';e={$_.Property -join ';'}}, or use Export-Clixml";

  private final String file;
  private final Lines lines;
  private final ExportLimits limits;
  private final Optional<Cmdlet> hint;
  private final Sink sink;
  private String type = "";
  private List<String> headings = List.of();
  private char separator = ',';
  private int longRows;
  private int longRow;

  CsvReader(String file, Reader text, ExportLimits limits, Optional<Cmdlet> hint, Sink sink) {
    this.file = file;
    this.lines = new Lines(file, text, limits.value());
    this.limits = limits;
    this.hint = hint;
    this.sink = sink;
  }

  /// Whether a line is a row of headings: names that are known, with commas, semicolons or tabs
  /// between them.
  static boolean isHeadings(String line) {
    return separatorOf(line)
        .filter(
            separator -> {
              List<String> names = split(line, separator).stream().map(String::strip).toList();
              return names.stream().allMatch(name -> HEADING.matcher(name).matches())
                  && names.stream().anyMatch(PropertyNames::areKnown);
            })
        .isPresent();
  }

  /// Reads to the end.
  void read() throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.isBlank()) {
        continue;
      }
      if (isType(line)) {
        type = line.substring(TYPE.length()).strip();
        headings = List.of();
      } else if (headings.isEmpty()) {
        separator = separatorOf(line).orElse(',');
        headings = row(line).stream().map(String::strip).toList();
        if (headings.size() > limits.properties()) {
          throw new Malformed(
              file, lines.number(), "more than " + limits.properties() + " columns");
        }
      } else {
        object(line);
      }
    }
    if (longRows > 0) {
      sink.passedOver(
          new Problem(
              new Position(file, longRow, 1),
              "",
              (longRows == 1 ? "a row" : longRows + " rows")
                  + " with more cells than the headings: not read; quote the cells that hold a "
                  + (separator == '\t' ? "tab" : "\"" + separator + "\"")));
    }
  }

  static boolean isType(String line) {
    return line.regionMatches(true, 0, TYPE, 0, TYPE.length());
  }

  private void object(String line) throws IOException {
    int number = lines.number();
    List<String> cells = row(line);
    if (cells.size() > headings.size()) {
      longRows++;
      longRow = longRows == 1 ? number : longRow;
      return;
    }
    Position at = new Position(file, number, 1);
    List<ShellProperty> properties = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      if (!headings.get(cell).isEmpty()) {
        properties.add(new ShellProperty(headings.get(cell), value(cells.get(cell)), at));
      }
    }
    sink.object(ShellObject.of(type, hint, at, properties));
  }

  private static ShellValue value(String cell) {
    return LOST_COLLECTION.matcher(cell).matches()
        ? new ShellValue.Unreadable(LOST)
        : ShellValue.of(cell.strip());
  }

  /// The cells of a row, whose quoted cells may go on over the next lines.
  private List<String> row(String first) throws IOException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    int start = lines.number();
    boolean quoted = false;
    @Nullable String line = first;
    while (line != null) {
      for (int at = 0; at < line.length(); at++) {
        char character = line.charAt(at);
        boolean isQuote = character == '"';
        if (isQuote && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
          cell.append('"');
          at++;
        } else if (isQuote && (quoted || cell.isEmpty())) {
          quoted = !quoted;
        } else if (character == separator && !quoted) {
          cells.add(cell.toString());
          cell.setLength(0);
        } else {
          cell.append(character);
        }
      }
      if (!quoted) {
        cells.add(cell.toString());
        return cells;
      }
      cell.append('\n');
      if (cell.length() > limits.value()) {
        break;
      }
      line = lines.next();
    }
    throw new Malformed(file, start, "a quoted cell begins here and never ends: close its quotes");
  }

  private static Optional<Character> separatorOf(String line) {
    return List.of(',', ';', '\t').stream()
        .filter(separator -> split(line, separator).size() > 1)
        .findFirst();
  }

  private static List<String> split(String line, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= line.length(); at++) {
      if (at == line.length() || line.charAt(at) == separator) {
        parts.add(line.substring(start, at).replace("\"", ""));
        start = at + 1;
      }
    }
    return parts;
  }
}
