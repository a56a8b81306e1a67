package io.casguard.formats.shell;

import io.casguard.formats.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A table that a console shows, where its columns are unmistakable: each cell begins under the
/// first letter of its heading, or ends under the last.
final class TextTable {
  private static final Pattern RULE = Pattern.compile("\\s*-{2,}(?:\\s+-{2,})*\\s*");
  private static final Pattern RUN = Pattern.compile("-{2,}");
  private static final Pattern CELL = Pattern.compile("\\S+(?: \\S+)*");

  /// No console is wider; and a regular expression takes its time.
  private static final int WIDEST = 8_192;

  private record Column(String name, int start, int end) {}

  private final List<Column> columns;

  private TextTable(List<Column> columns) {
    this.columns = columns;
  }

  /// Whether a line underlines headings.
  static boolean isRule(String line) {
    return line.length() <= WIDEST && RULE.matcher(line).matches();
  }

  /// The table below a header and its rule; empty where the headings do not stand over the dashes.
  static Optional<TextTable> of(String header, String rule) {
    List<Column> columns = new ArrayList<>();
    Matcher run = RUN.matcher(rule);
    while (run.find()) {
      if (header.length() < run.end()) {
        return Optional.empty();
      }
      String name = header.substring(run.start(), run.end());
      boolean whole =
          !name.contains(" ")
              && (run.start() == 0 || header.charAt(run.start() - 1) == ' ')
              && (header.length() == run.end() || header.charAt(run.end()) == ' ');
      if (!whole) {
        return Optional.empty();
      }
      columns.add(new Column(name, run.start(), run.end()));
    }
    return Optional.of(new TextTable(List.copyOf(columns)));
  }

  /// The cells of a row; empty where one could belong to two columns, or to none.
  Optional<List<ShellProperty>> row(String line, Position at) {
    if (line.length() > WIDEST) {
      return Optional.empty();
    }
    List<Optional<String>> cells = new ArrayList<>();
    columns.forEach(_ -> cells.add(Optional.empty()));
    for (int[] range : ranges(line)) {
      List<Integer> places = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        if (stands(range, column)) {
          places.add(column);
        }
      }
      if (places.size() != 1 || cells.get(places.getFirst()).isPresent()) {
        return Optional.empty();
      }
      cells.set(places.getFirst(), Optional.of(line.substring(range[0], range[1])));
    }
    List<ShellProperty> row = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      row.add(
          new ShellProperty(columns.get(column).name(), value(cells.get(column).orElse("")), at));
    }
    return Optional.of(row);
  }

  /// Whether a text stands in a column: it begins under the heading and ends before the next one,
  /// or ends under the heading and begins after the one before.
  private boolean stands(int[] range, int column) {
    int before = column == 0 ? -1 : columns.get(column - 1).end();
    int after = column + 1 == columns.size() ? Integer.MAX_VALUE : columns.get(column + 1).start();
    return (columns.get(column).start() == range[0] && range[1] < after)
        || (columns.get(column).end() == range[1] && range[0] > before);
  }

  /// Its headings as an object without values, by which its cmdlet is told.
  List<ShellProperty> headings(Position at) {
    return columns.stream()
        .map(column -> new ShellProperty(column.name(), new ShellValue.Nothing(), at))
        .toList();
  }

  /// A cell that ends in dots was cut by the table.
  private static ShellValue value(String cell) {
    return cell.endsWith("...") || cell.endsWith("…")
        ? new ShellValue.Unreadable("the table cut it: export with Format-List")
        : TextReader.value(cell);
  }

  /// Where the texts of a row stand. Two texts with one blank between them are two cells where the
  /// second begins under a heading.
  private List<int[]> ranges(String line) {
    List<int[]> ranges = new ArrayList<>();
    Matcher cell = CELL.matcher(line);
    while (cell.find()) {
      int start = cell.start();
      for (Column column : columns) {
        if (column.start() > start
            && column.start() < cell.end()
            && line.charAt(column.start() - 1) == ' '
            && line.charAt(column.start()) != ' ') {
          ranges.add(new int[] {start, column.start() - 1});
          start = column.start();
        }
      }
      ranges.add(new int[] {start, cell.end()});
    }
    return ranges;
  }
}
