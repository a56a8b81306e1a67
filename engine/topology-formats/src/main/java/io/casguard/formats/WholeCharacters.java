package io.casguard.formats;

import java.io.Reader;

/// Reads a text without ever ending between the two halves of a character: the YAML parser fails
/// there (snakeyaml-engine 3.0.1 reads one past its buffer).
final class WholeCharacters extends Reader {
  private final String text;
  private int next;

  WholeCharacters(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] into, int offset, int length) {
    if (next >= text.length()) {
      return -1;
    }
    int end = Math.min(text.length(), next + length);
    if (end < text.length() && end - next > 1 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    text.getChars(next, end, into, offset);
    int count = end - next;
    next = end;
    return count;
  }

  @Override
  public void close() {
    // a text in memory holds nothing open
  }
}
