package io.casguard.accesslogs;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A file of a log, plain or packed by gzip.
///
/// @param path where it is
/// @param name what people call it: the path from the folder that was given
/// @param size its bytes, packed where it is packed
/// @param packed whether it is packed by gzip, which its content says
public record LogFile(Path path, String name, long size, boolean packed) {
  /// What cannot be a log, with what to do about it.
  public static final class Unfit extends IOException {
    private static final long serialVersionUID = 1;

    private final String why;

    Unfit(String why) {
      super(why);
      this.why = why;
    }

    /// What is wrong, where, and what to do about it.
    public String why() {
      return why;
    }
  }

  private static final int PACKED_BUFFER = 64 * 1024;
  private static final int MAGIC = 4;

  /// A text packs to a thirtieth at best; what unpacks to more than this is made to hurt.
  private static final long MOST_TIMES = 200;

  private static final long FREE_BYTES = 64L * 1024 * 1024;

  /// The file at a path.
  ///
  /// @param name what people call it
  /// @throws Unfit where it is an archive or no file
  public static LogFile at(Path path, String name) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new Unfit(name + " is no file");
    }
    byte[] magic;
    try (InputStream in = Files.newInputStream(path)) {
      magic = in.readNBytes(MAGIC);
    }
    if (startsWith(magic, 'P', 'K', 3, 4)) {
      throw new Unfit(name + " is a zip archive: unpack it, and give the folder");
    }
    return new LogFile(path, name, Files.size(path), startsWith(magic, 0x1f, 0x8b));
  }

  /// The parts of the path, for the name of a server among them.
  List<String> parts() {
    return StreamSupport.stream(path.toAbsolutePath().normalize().spliterator(), false)
        .map(Path::toString)
        .toList();
  }

  /// Its text from the beginning, unpacked.
  InputStream open() throws IOException {
    InputStream raw = Files.newInputStream(path);
    if (!packed) {
      return raw;
    }
    try {
      return new Bounded(
          new GZIPInputStream(new BufferedInputStream(raw, PACKED_BUFFER), PACKED_BUFFER));
    } catch (ZipException | EOFException damaged) {
      raw.close();
      throw damagedFile(damaged);
    }
  }

  private Unfit damagedFile(IOException damaged) {
    Unfit unfit = new Unfit(name + " is damaged: it cannot be unpacked, so pack or copy it again");
    unfit.initCause(damaged);
    return unfit;
  }

  /// Its text from one byte to another; of a plain file only.
  InputStream open(long from, long to) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    channel.position(from);
    return new Part(Channels.newInputStream(channel), to - from);
  }

  private static boolean startsWith(byte[] bytes, int... wanted) {
    for (int at = 0; at < wanted.length; at++) {
      if (bytes.length <= at || (bytes[at] & 0xff) != wanted[at]) {
        return false;
      }
    }
    return true;
  }

  /// A part of a stream.
  private static final class Part extends FilterInputStream {
    private long left;

    Part(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = in.read(into, at, (int) Math.min(length, left));
      left -= Math.max(count, 0);
      return count;
    }
  }

  /// What is unpacked, as long as it is no bomb.
  private final class Bounded extends FilterInputStream {
    private long unpacked;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      int count = unpack(into, at, length);
      unpacked += Math.max(count, 0);
      if (unpacked > FREE_BYTES && unpacked / MOST_TIMES > size) {
        throw new Unfit(
            name
                + " unpacks to more than "
                + MOST_TIMES
                + " times its size, which no log does: unpack it yourself if it is one");
      }
      return count;
    }

    private int unpack(byte[] into, int at, int length) throws IOException {
      try {
        return in.read(into, at, length);
      } catch (ZipException | EOFException damaged) {
        throw damagedFile(damaged);
      }
    }
  }
}
