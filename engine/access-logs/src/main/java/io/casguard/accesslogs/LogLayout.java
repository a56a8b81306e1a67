package io.casguard.accesslogs;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Which column stands where, as a `#Fields` line says. It may change inside a file.
public final class LogLayout {
  private static final int MOST_COLUMNS = 60;
  private static final List<Column> NEEDED =
      List.of(Column.TIME, Column.STEM, Column.CLIENT, Column.STATUS);

  private final String fields;
  private final int columns;
  private final int[] positions = new int[Column.values().length];

  private LogLayout(String fields, List<String> names) {
    this.fields = fields;
    this.columns = names.size();
    Arrays.fill(positions, -1);
    for (int at = 0; at < names.size(); at++) {
      int position = at;
      Column.named(names.get(at)).ifPresent(column -> positions[column.place()] = position);
    }
  }

  /// The layout of the names of columns, separated by spaces.
  public static LogLayout of(String fields) {
    List<String> names =
        Stream.of(fields.trim().split("[ \t]+", -1)).filter(name -> !name.isEmpty()).toList();
    return new LogLayout(String.join(" ", names), names);
  }

  /// The columns without which a row says nothing of client access, and that are not there; all of
  /// them of a line that is too long to be one of IIS.
  public List<String> missing() {
    return NEEDED.stream()
        .filter(column -> position(column) < 0 || columns > MOST_COLUMNS)
        .map(Column::word)
        .toList();
  }

  /// The names of the columns, as they stand.
  public String fields() {
    return fields;
  }

  int columns() {
    return columns;
  }

  /// Where a column stands; -1 where there is none.
  int position(Column column) {
    return positions[column.place()];
  }

  boolean has(Column column) {
    return position(column) >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogLayout layout && fields.equals(layout.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }
}
