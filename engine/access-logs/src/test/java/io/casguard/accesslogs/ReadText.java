package io.casguard.accesslogs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A text read as a log: the rows as people write them, and what could not be read.
record ReadText(List<String> rows, UnreadRows unread) {
  /// Reads a text.
  ///
  /// @param columns the columns that a row is told by
  static ReadText of(String text, Column... columns) throws IOException {
    return of(text.getBytes(StandardCharsets.ISO_8859_1), columns);
  }

  static ReadText of(byte[] text, Column... columns) throws IOException {
    List<String> rows = new ArrayList<>();
    UnreadRows unread = new UnreadRows("a.log");
    LogReader reader =
        new LogReader(
            row -> {
              StringBuilder told = new StringBuilder();
              told.append(row.second()).append(' ').append(row.status());
              for (Column column : columns) {
                told.append(' ').append(row.text(column));
              }
              rows.add(told.toString());
            },
            unread);
    reader.read(new ByteArrayInputStream(text));
    return new ReadText(rows, unread);
  }

  Map<Malformed, Long> malformed() {
    return unread.counts();
  }
}
