package io.casguard.formats.shell;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The lines of a text, one at a time, none longer than the limit.
final class Lines {
  private final String file;
  private final Reader text;
  private final int longest;
  private final char[] buffer = new char[1 << 14];
  private final Deque<String> ahead = new ArrayDeque<>();
  private int next;
  private int end;
  private int read;
  private boolean afterReturn;

  Lines(String file, Reader text, int longest) {
    this.file = file;
    this.text = text;
    this.longest = longest;
  }

  /// The next line without its end, null after the last.
  @Nullable String next() throws IOException {
    String line = ahead.poll();
    return line == null ? fetch() : line;
  }

  /// Looks at a line further on without taking it: 0 is the next one.
  @Nullable String peek(int index) throws IOException {
    while (ahead.size() <= index) {
      String line = fetch();
      if (line == null) {
        return null;
      }
      ahead.add(line);
    }
    return ahead.stream().skip(index).findFirst().orElseThrow();
  }

  /// The number of the line that was taken last, from 1.
  int number() {
    return read - ahead.size();
  }

  private @Nullable String fetch() throws IOException {
    StringBuilder line = new StringBuilder();
    boolean any = false;
    while (true) {
      if (next == end) {
        end = text.read(buffer, 0, buffer.length);
        next = 0;
        if (end <= 0) {
          end = 0;
          return any ? counted(line) : null;
        }
      }
      char character = buffer[next++];
      if (character == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = character == '\r';
      if (character == '\n' || character == '\r') {
        return counted(line);
      }
      any = true;
      if (line.length() >= longest) {
        throw new Malformed(file, read + 1, "a line longer than " + longest + " characters");
      }
      line.append(character);
    }
  }

  private String counted(StringBuilder line) {
    read++;
    return line.toString();
  }
}
