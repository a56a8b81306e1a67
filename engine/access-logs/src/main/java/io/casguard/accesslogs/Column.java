package io.casguard.accesslogs;

import java.util.Locale;
import java.util.Optional;

/// The columns of a log that tell something of client access, by their names in `#Fields`.
enum Column {
  DATE("date"),
  TIME("time"),
  SERVER_ADDRESS("s-ip"),
  COMPUTER("s-computername"),
  METHOD("cs-method"),
  STEM("cs-uri-stem"),
  QUERY("cs-uri-query"),
  USER("cs-username"),
  CLIENT("c-ip"),
  AGENT("cs(user-agent)"),
  HOST("cs-host"),
  STATUS("sc-status"),
  SUBSTATUS("sc-substatus");

  private final String word;

  Column(String word) {
    this.word = word;
  }

  /// The column of this name, whatever its case.
  static Optional<Column> named(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    for (Column column : values()) {
      if (column.word.equals(folded)) {
        return Optional.of(column);
      }
    }
    return folded.equals("cs(host)") ? Optional.of(HOST) : Optional.empty();
  }

  /// Its place in an array of all columns, which is asked for in every row.
  @SuppressWarnings("EnumOrdinal")
  int place() {
    return ordinal();
  }

  /// The name in `#Fields`.
  String word() {
    return word;
  }
}
