package io.casguard.benchmarks.logs;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The floor: a mapped file, eight bytes at a time, counting rows by status. It presumes that every
/// row has fourteen columns, knows no `#Fields`, no clients and no services, and checks nothing.
final class SwarFloor {
  private static final ValueLayout.OfLong LONGS =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long LOW = 0x7f7f7f7f7f7f7f7fL;
  private static final long SPACES = ONES * ' ';
  private static final long LINE_FEEDS = ONES * '\n';
  private static final int STATUS = 10;
  private static final int STATUSES = 1000;

  private SwarFloor() {}

  /// Rows by status.
  static Map<Integer, Long> count(Path file, int threads) throws IOException, InterruptedException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Arena arena = Arena.ofShared()) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      long[][] counts = new long[threads][STATUSES];
      List<Thread> running = new ArrayList<>();
      for (int part = 0; part < threads; part++) {
        long[] own = counts[part];
        long from = lineAfter(bytes, bytes.byteSize() * part / threads);
        long to = lineAfter(bytes, bytes.byteSize() * (part + 1) / threads);
        running.add(Thread.ofPlatform().start(() -> count(bytes, from, to, own)));
      }
      for (Thread thread : running) {
        thread.join();
      }
      Map<Integer, Long> all = new TreeMap<>();
      for (long[] own : counts) {
        for (int status = 0; status < STATUSES; status++) {
          if (own[status] > 0) {
            all.merge(status, own[status], Long::sum);
          }
        }
      }
      return all;
    }
  }

  private static long lineAfter(MemorySegment bytes, long place) {
    if (place == 0 || place >= bytes.byteSize()) {
      return place;
    }
    long at = place - 1;
    while (bytes.get(ValueLayout.JAVA_BYTE, at) != '\n') {
      at++;
    }
    return at + 1;
  }

  private static void count(MemorySegment bytes, long from, long to, long[] counts) {
    int column = 0;
    long words = to - Long.BYTES;
    long lineStart = from;
    int status = 0;
    for (long at = from; at < to; at += Long.BYTES) {
      long word = at <= words ? bytes.get(LONGS, at) : rest(bytes, at, to);
      long found = equal(word, SPACES) | equal(word, LINE_FEEDS);
      while (found != 0) {
        long place = at + (Long.numberOfTrailingZeros(found) >>> 3);
        found &= found - 1;
        if (bytes.get(ValueLayout.JAVA_BYTE, place) == '\n') {
          if (bytes.get(ValueLayout.JAVA_BYTE, lineStart) != '#') {
            counts[status]++;
          }
          column = 0;
          lineStart = place + 1;
        } else if (++column == STATUS) {
          status = number(bytes, place + 1);
        }
      }
    }
  }

  private static long rest(MemorySegment bytes, long at, long to) {
    long word = 0;
    for (long i = at; i < to; i++) {
      word |= (bytes.get(ValueLayout.JAVA_BYTE, i) & 0xffL) << ((i - at) * Byte.SIZE);
    }
    return word;
  }

  private static int number(MemorySegment bytes, long at) {
    int value = 0;
    for (long i = at; i < at + 3; i++) {
      value = value * 10 + bytes.get(ValueLayout.JAVA_BYTE, i) - '0';
    }
    return Math.floorMod(value, STATUSES);
  }

  private static long equal(long word, long wanted) {
    long difference = word ^ wanted;
    return ~(((difference & LOW) + LOW) | difference | LOW);
  }
}
