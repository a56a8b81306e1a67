package io.casguard.accesslogs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One row of a log, as a view of the bytes that were read: it is good until the next row.
final class LogRow {
  /// How many values are looked at; no layout of IIS has as many columns.
  static final int MOST_VALUES = 64;

  private static final int DATE_LENGTH = 10;
  private static final int TIME_LENGTH = 8;

  final int[] starts = new int[MOST_VALUES + 1];
  final int[] ends = new int[MOST_VALUES + 1];
  byte[] bytes = new byte[0];
  private LogLayout layout = LogLayout.of("");
  private int clientAt = -1;
  private int statusAt = -1;
  private int substatusAt = -1;
  private int dateAt = -1;
  private int timeAt = -1;

  /// The day that `#Date` names, for layouts without dates; -1 where there was none.
  private long dayOfHeader = -1;

  private long lastDateBytes;
  private int lastDateTail;
  private long lastDay = -1;
  private long second;
  private int status;

  void header(LogLayout now) {
    layout = now;
    clientAt = now.position(Column.CLIENT);
    statusAt = now.position(Column.STATUS);
    substatusAt = now.position(Column.SUBSTATUS);
    dateAt = now.position(Column.DATE);
    timeAt = now.position(Column.TIME);
  }

  LogLayout layout() {
    return layout;
  }

  /// What a `#Date` line says: `2013-07-30 00:00:00`.
  void headerDate(String text) {
    byte[] date = Arrays.copyOf(text.trim().getBytes(StandardCharsets.ISO_8859_1), DATE_LENGTH);
    dayOfHeader = LogTime.day(date, 0);
  }

  /// Reads what every row needs, the time, the client's address and the status; says what is wrong
  /// with it, or null.
  @org.jspecify.annotations.Nullable
  Malformed understand() {
    status = number(statusAt);
    if (status < 0) {
      return Malformed.STATUS;
    }
    if (!LogTime.mayBeAddress(bytes, starts[clientAt], ends[clientAt])) {
      return Malformed.ADDRESS;
    }
    long day = dateAt < 0 ? dayOfHeader : day();
    int time = length(timeAt) == TIME_LENGTH ? LogTime.secondOfDay(bytes, starts[timeAt]) : -1;
    if (day < 0 || time < 0) {
      return Malformed.TIME;
    }
    second = day * LogTime.SECONDS_OF_DAY + time;
    return null;
  }

  private long day() {
    if (length(dateAt) != DATE_LENGTH) {
      return -1;
    }
    int at = starts[dateAt];
    long head = LogTime.eight(bytes, at);
    int tail = (bytes[at + 8] << 8) | (bytes[at + 9] & 0xff);
    if (head != lastDateBytes || tail != lastDateTail || lastDay < 0) {
      lastDateBytes = head;
      lastDateTail = tail;
      lastDay = LogTime.day(bytes, at);
    }
    return lastDay;
  }

  /// Seconds since 1970, UTC.
  long second() {
    return second;
  }

  int status() {
    return status;
  }

  /// 0 where it is not logged.
  int substatus() {
    return substatusAt < 0 ? 0 : Math.max(number(substatusAt), 0);
  }

  int start(Column column) {
    int at = layout.position(column);
    return at < 0 ? 0 : starts[at];
  }

  int end(Column column) {
    int at = layout.position(column);
    return at < 0 ? 0 : ends[at];
  }

  /// Whether a column is logged and has a value.
  boolean says(Column column) {
    int at = layout.position(column);
    return at >= 0 && !(length(at) == 1 && bytes[starts[at]] == '-') && length(at) > 0;
  }

  /// The value of a column as text; each byte outside ASCII is one character.
  String text(Column column) {
    return says(column)
        ? new String(bytes, start(column), end(column) - start(column), StandardCharsets.ISO_8859_1)
        : "";
  }

  private int length(int at) {
    return ends[at] - starts[at];
  }

  /// A number of at most three digits; -1 where it is none. Status numbers have no more, and what
  /// is logged of Windows' errors is not read at all.
  private int number(int at) {
    int from = starts[at];
    int to = ends[at];
    if (to - from > 3 || to == from) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
