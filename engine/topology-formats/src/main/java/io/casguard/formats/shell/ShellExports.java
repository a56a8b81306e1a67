package io.casguard.formats.shell;

import io.casguard.formats.Problem;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Reads exports of the shell in any of their formats, each told by its content: CLIXML, CSV, JSON,
/// lists and tables of a console, and archives of those.
public final class ShellExports {
  private static final int LOOK = 1 << 16;
  private static final long UNPACKED_WITHOUT_DOUBT = 1 << 20;
  private static final Pattern CMDLET_IN_A_NAME =
      Pattern.compile("Get-?([A-Za-z]{4,40})", Pattern.CASE_INSENSITIVE);

  /// What reading gave beside the objects.
  ///
  /// @param problems what kept a file from being read on: the input is wrong
  /// @param skipped the names of files that lie in a folder or archive and are no exports
  public record Reading(List<Problem> problems, List<String> skipped) {
    public Reading {
      problems = List.copyOf(problems);
      skipped = List.copyOf(skipped);
    }
  }

  private final ExportLimits limits;
  private final Sink sink;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final List<String> skipped = new ArrayList<>();
  private long bytesLeft;

  private ShellExports(ExportLimits limits, Sink sink) {
    this.limits = limits;
    this.sink = sink;
    this.bytesLeft = limits.bytes();
  }

  /// Reads all files, one after the other, and gives each object to the sink.
  ///
  /// @throws IOException where the disk or the network fails, not where the content is wrong
  public static Reading read(List<ExportFile> files, ExportLimits limits, Sink sink)
      throws IOException {
    ShellExports exports = new ShellExports(limits, sink);
    for (ExportFile file : files) {
      exports.file(file);
    }
    return new Reading(List.copyOf(exports.problems), exports.skipped);
  }

  private void file(ExportFile file) throws IOException {
    try (InputStream bytes = new BufferedInputStream(file.content().open())) {
      if (isArchive(bytes)) {
        archive(file.name(), bytes);
      } else {
        content(
            file.name(),
            file.mustBeRead(),
            new CountedStream(bytes, count -> take(file.name(), count)));
      }
    } catch (Malformed malformed) {
      problems.add(malformed.problem());
    } catch (ZipException | EOFException broken) {
      problems.add(
          new Malformed(file.name(), 1, "a broken or encrypted archive: " + broken.getMessage())
              .problem());
    }
  }

  private static boolean isArchive(InputStream bytes) throws IOException {
    bytes.mark(4);
    byte[] start = bytes.readNBytes(4);
    bytes.reset();
    return start.length == 4
        && start[0] == 'P'
        && start[1] == 'K'
        && (start[2] == 3 || start[2] == 5);
  }

  /// Reads the files of an archive as they come; nothing is ever written to disk.
  private void archive(String name, InputStream bytes) throws IOException {
    AtomicLong packed = new AtomicLong();
    AtomicLong unpacked = new AtomicLong();
    ZipInputStream zip = new ZipInputStream(new CountedStream(bytes, packed::addAndGet));
    int entries = 0;
    for (ZipEntry entry = next(name, zip); entry != null; entry = next(name, zip)) {
      entries++;
      if (entries > limits.entries()) {
        throw new Malformed(name, 1, "an archive of more than " + limits.entries() + " files");
      }
      String inside = entry.getName().replace('\\', '/');
      if (inside.startsWith("/") || inside.contains("../") || inside.matches("[A-Za-z]:.*")) {
        throw new Malformed(name, 1, "an archive with a file outside of itself: " + inside);
      }
      entry(
          name + "!" + inside,
          entry.isDirectory() || isHidden(inside),
          new CountedStream(
              zip,
              count -> {
                take(name, count);
                boolean bomb =
                    unpacked.addAndGet(count) > UNPACKED_WITHOUT_DOUBT
                        && unpacked.get() > limits.ratio() * packed.get();
                if (bomb) {
                  throw new Malformed(
                      name, 1, "an archive that grows more than " + limits.ratio() + " times");
                }
              }));
    }
  }

  private static @Nullable ZipEntry next(String name, ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException notText) {
      throw new Malformed(name, 1, "an archive whose file names are no UTF-8: pack it anew");
    }
  }

  /// Reads an entry to its end whatever it holds, so that what is left of it is counted too.
  private void entry(String name, boolean hidden, InputStream counted) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(counted);
    if (isArchive(bytes)) {
      throw new Malformed(name, 1, "an archive inside an archive: unpack the outer one");
    }
    if (!hidden) {
      try {
        content(name, false, bytes);
      } catch (Malformed malformed) {
        problems.add(malformed.problem());
      }
    }
    counted.transferTo(OutputStream.nullOutputStream());
  }

  private void take(String name, long count) throws IOException {
    bytesLeft -= count;
    if (bytesLeft < 0) {
      throw new Malformed(
          name, 1, "the exports are larger than the limit of " + limits.bytes() + " bytes");
    }
  }

  private void content(String name, boolean mustBeRead, InputStream bytes) throws IOException {
    try {
      text(name, mustBeRead, bytes);
    } catch (CharacterCodingException notText) {
      if (mustBeRead) {
        throw new Malformed(
            name, 1, "neither UTF-8 nor UTF-16: save it anew, or export with Export-Clixml");
      }
      skipped.add(name);
    }
  }

  private void text(String name, boolean mustBeRead, InputStream bytes) throws IOException {
    Reader text = ExportText.open(bytes);
    BufferedReader buffered = new BufferedReader(text, LOOK);
    buffered.mark(LOOK);
    char[] look = new char[LOOK / 2];
    int length = Math.max(0, buffered.read(look, 0, look.length));
    buffered.reset();
    String start = new String(look, 0, length);
    if (start.indexOf('\0') >= 0) {
      throw new CharacterCodingException();
    }
    Optional<Cmdlet> hint = hint(name);
    switch (format(start, mustBeRead)) {
      case CLIXML -> new ClixmlReader(name, buffered, limits, hint, sink).read();
      case JSON -> new JsonReader(name, buffered, limits, hint, sink).read();
      case CSV -> new CsvReader(name, buffered, limits, hint, sink).read();
      case CONSOLE -> new TextReader(name, buffered, limits, hint, sink).read();
      case NONE -> {
        if (mustBeRead) {
          throw new Malformed(
              name, 1, "no export of the shell: it is neither CLIXML, CSV, JSON nor Format-List");
        }
        skipped.add(name);
      }
    }
  }

  private enum Format {
    CLIXML,
    JSON,
    CSV,
    CONSOLE,
    NONE
  }

  private static Format format(String start, boolean mustBeRead) {
    String text = start.stripLeading();
    if (text.startsWith("<Objs") || text.startsWith("<?xml") || text.startsWith("<!DOCTYPE")) {
      return Format.CLIXML;
    }
    if (text.matches("(?s)(\\{\\s*[\"}]|\\[\\s*[{\\]]).*")) {
      return Format.JSON;
    }
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return Format.NONE;
    }
    if (CsvReader.isType(lines.getFirst()) || CsvReader.isHeadings(lines.getFirst())) {
      return Format.CSV;
    }
    boolean known = TextReader.isConsole(lines, mustBeRead);
    return known ? Format.CONSOLE : Format.NONE;
  }

  /// The cmdlet that a file is named after, for objects that tell nothing themselves.
  private static Optional<Cmdlet> hint(String name) {
    Matcher cmdlet = CMDLET_IN_A_NAME.matcher(name.substring(name.lastIndexOf('/') + 1));
    return cmdlet.find() ? Cmdlet.named("Get-" + cmdlet.group(1)) : Optional.empty();
  }

  private static boolean isHidden(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return folded.startsWith("__macosx/") || folded.startsWith(".") || folded.contains("/.");
  }
}
