package io.casguard.formats.shell;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Bytes that are counted as they are read, so that too many can be refused.
final class CountedStream extends FilterInputStream {
  /// Told how many bytes were read just now.
  @FunctionalInterface
  interface Counter {
    /// Takes note of them.
    ///
    /// @throws IOException where they are too many
    void read(long count) throws IOException;
  }

  private final Counter counter;

  CountedStream(InputStream bytes, Counter counter) {
    super(bytes);
    this.counter = counter;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    counter.read(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    counter.read(Math.max(0, read));
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(count);
    counter.read(skipped);
    return skipped;
  }

  /// Does nothing: an XML parser closes what it has read to the end, and the archive goes on after
  /// it.
  @Override
  public void close() {}

  @Override
  public boolean markSupported() {
    return false;
  }
}
