package io.casguard.formats;

/// A place in a file.
///
/// @param line counted from 1
/// @param column counted from 1, in code points
public record Position(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
