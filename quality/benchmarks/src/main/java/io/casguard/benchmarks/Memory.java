package io.casguard.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/// The memory of a process and all that it started, in KiB, as Linux counts it.
///
/// @param resident pages in memory; what processes share is counted once for each
/// @param proportional the same, with each shared page divided among those who share it
record Memory(long resident, long proportional) {
  private static final double KIB_IN_MIB = 1024;

  static Memory of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(one -> new Memory(residentOf(one), read(one, "smaps_rollup", "Pss:")))
        .reduce(new Memory(0, 0), Memory::plus);
  }

  /// Cheap enough to be asked for again and again.
  static long resident(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToLong(Memory::residentOf)
        .sum();
  }

  Memory plus(Memory other) {
    return new Memory(resident + other.resident, proportional + other.proportional);
  }

  String told() {
    return String.format(
        Locale.ROOT,
        "%6.0f MiB resident   %6.0f MiB proportional",
        mib(resident),
        mib(proportional));
  }

  static double mib(long kib) {
    return kib / KIB_IN_MIB;
  }

  private static long residentOf(ProcessHandle process) {
    return read(process, "status", "VmRSS:");
  }

  /// Nothing for a process that has just ended.
  private static long read(ProcessHandle process, String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException ended) {
      return 0;
    }
  }
}
