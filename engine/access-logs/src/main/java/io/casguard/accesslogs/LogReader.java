package io.casguard.accesslogs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a log from bytes, eight at a time, in a buffer of one size whatever the length
/// of the log. What it cannot read it counts, and goes on.
final class LogReader {
  /// What looks at rows.
  @FunctionalInterface
  interface Rows {
    /// Looks at a row, which is good until the next one.
    void row(LogRow row);
  }

  /// The longest line that is read. Lines of IIS are cut at 16 KiB or so.
  static final int LONGEST_LINE = 64 * 1024;

  /// Little enough to stay in a core's cache while it is looked at.
  private static final int BUFFER = 256 * 1024;

  private static final int WORD = Long.BYTES;
  private static final long ONES = 0x0101010101010101L;
  private static final long LOW = 0x7f7f7f7f7f7f7f7fL;
  private static final long SPACES = ONES * ' ';
  private static final long LINE_FEEDS = ONES * '\n';

  private final byte[] bytes = new byte[BUFFER + WORD];
  private final LogRow row = new LogRow();
  private final Rows rows;
  private final UnreadRows unread;
  private int filled;
  private boolean mayBeUnderstood;
  private boolean skipping;
  private @Nullable LogLayout lastNamed;

  /// @param rows what looks at the rows
  /// @param unread where those are counted that cannot be read
  LogReader(Rows rows, UnreadRows unread) {
    this.rows = rows;
    this.unread = unread;
    row.bytes = bytes;
  }

  /// Takes a layout for the rows above the first `#Fields`.
  void presume(LogLayout layout) {
    row.header(layout);
    mayBeUnderstood = layout.missing().isEmpty();
    lastNamed = null;
  }

  /// The layout that was named last; empty where none was.
  Optional<LogLayout> named() {
    return Optional.ofNullable(lastNamed);
  }

  /// Reads to the end of a stream, which begins at the beginning of a line.
  void read(InputStream in) throws IOException {
    filled = 0;
    skipping = false;
    boolean ended = false;
    while (!ended) {
      int count = in.read(bytes, filled, BUFFER - filled);
      if (count < 0) {
        ended = true;
        if (filled > 0 && bytes[filled - 1] != '\n') {
          bytes[filled++] = '\n';
        }
      } else {
        filled += count;
        if (count > 0 && filled < BUFFER) {
          continue;
        }
      }
      keepFrom(lines());
    }
  }

  private void keepFrom(int rest) {
    int kept = filled - rest;
    if (kept > LONGEST_LINE) {
      if (!skipping) {
        unread.count(Malformed.ENDLESS, bytes, rest, rest + LONGEST_LINE);
      }
      skipping = true;
      kept = 0;
    }
    System.arraycopy(bytes, filled - kept, bytes, 0, kept);
    filled = kept;
  }

  /// Looks at all whole lines; gives where the rest begins.
  private int lines() {
    int[] starts = row.starts;
    int[] ends = row.ends;
    int lineStart = 0;
    int values = 0;
    int valueStart = 0;
    for (int at = 0; at < filled; at += WORD) {
      long word = LogTime.eight(bytes, at);
      long found = equal(word, SPACES) | equal(word, LINE_FEEDS);
      while (found != 0) {
        int place = at + (Long.numberOfTrailingZeros(found) >>> 3);
        found &= found - 1;
        if (place >= filled) {
          return lineStart;
        }
        if (place > valueStart && values < LogRow.MOST_VALUES) {
          starts[values] = valueStart;
          ends[values] = place;
          values++;
        }
        valueStart = place + 1;
        if (bytes[place] == '\n') {
          line(lineStart, place, values);
          lineStart = valueStart;
          values = 0;
        }
      }
    }
    return lineStart;
  }

  /// A byte of 0x80 where two words have an equal byte. No false hit beside a true one.
  private static long equal(long word, long wanted) {
    long difference = word ^ wanted;
    return ~(((difference & LOW) + LOW) | difference | LOW);
  }

  private void line(int from, int to, int values) {
    unread.line();
    if (skipping) {
      skipping = false;
      return;
    }
    if (values == 0) {
      return;
    }
    if (to - from > LONGEST_LINE) {
      unread.count(Malformed.ENDLESS, bytes, from, from + LONGEST_LINE);
      return;
    }
    int count = values;
    if (bytes[to - 1] == '\r') {
      if (--row.ends[count - 1] == row.starts[count - 1] && --count == 0) {
        return;
      }
    }
    if (bytes[from] == '#') {
      header(new String(bytes, from, to - from, StandardCharsets.UTF_8).trim());
    } else {
      Malformed wrong = mayBeUnderstood ? fit(count) : Malformed.NO_FIELDS;
      if (wrong == null) {
        rows.row(row);
      } else {
        unread.count(wrong, bytes, from, to);
      }
    }
  }

  private void header(String line) {
    String folded = line.toLowerCase(Locale.ROOT);
    if (folded.startsWith("#fields:")) {
      LogLayout layout = LogLayout.of(line.substring("#fields:".length()));
      row.header(layout);
      mayBeUnderstood = layout.missing().isEmpty();
      lastNamed = layout;
    } else if (folded.startsWith("#date:")) {
      row.headerDate(line.substring("#date:".length()));
    }
  }

  private @Nullable Malformed fit(int values) {
    int columns = row.layout().columns();
    if (values == columns) {
      return row.understand();
    }
    if (values < columns) {
      return Malformed.SHORT;
    }
    return join(values, values - columns) ? null : Malformed.LONG;
  }

  /// IIS does not escape spaces in the query, so a row may have more values than columns: takes
  /// those too many for parts of the query, if then everything else is what it should be.
  private boolean join(int values, int tooMany) {
    int query = row.layout().position(Column.QUERY);
    if (query < 0 || values >= LogRow.MOST_VALUES) {
      return false;
    }
    row.ends[query] = row.ends[query + tooMany];
    for (int at = query + 1; at + tooMany < values; at++) {
      row.starts[at] = row.starts[at + tooMany];
      row.ends[at] = row.ends[at + tooMany];
    }
    if (row.understand() != null) {
      return false;
    }
    unread.repaired();
    return true;
  }
}
