package io.casguard.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// Tells the next launcher who uses the folder, and which processes belong to the stack.
///
/// A number alone does not name a process, since it is given away again; its number and its start
/// do.
final class RunningFile {
  private static final String PID = "launcher.pid";
  private static final String SINCE = "launcher.since";
  private static final String ADDRESS = "launcher.address";
  private static final String PART = "part.";
  private static final Duration CLOCK_SETTING = Duration.ofSeconds(2);

  private final Path file;

  RunningFile(Path folder) {
    file = folder.resolve("running.properties");
  }

  void write(Holder launcher, List<ProcessHandle> parts) throws IOException {
    var properties = new Properties();
    properties.setProperty(PID, Long.toString(launcher.pid()));
    properties.setProperty(SINCE, launcher.since().toString());
    properties.setProperty(ADDRESS, launcher.address());
    for (ProcessHandle part : parts) {
      properties.setProperty(PART + part.pid(), startOf(part).toString());
    }
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    try (var writer = Files.newBufferedWriter(draft)) {
      properties.store(writer, null);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  Optional<Holder> holder() throws IOException {
    Properties properties = read();
    return properties.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Holder(
                Long.parseLong(properties.getProperty(PID)),
                Instant.parse(properties.getProperty(SINCE)),
                properties.getProperty(ADDRESS)));
  }

  /// The parts that were written down and have not ended.
  List<ProcessHandle> alive() throws IOException {
    Properties properties = read();
    return properties.stringPropertyNames().stream()
        .filter(name -> name.startsWith(PART))
        .flatMap(name -> alive(name, Instant.parse(properties.getProperty(name))))
        .toList();
  }

  private static Stream<ProcessHandle> alive(String part, Instant started) {
    return ProcessHandle.of(Long.parseLong(part.substring(PART.length()))).stream()
        .filter(ProcessHandle::isAlive)
        .filter(
            handle ->
                Duration.between(startOf(handle), started).abs().compareTo(CLOCK_SETTING) < 0);
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private Properties read() throws IOException {
    var properties = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    return properties;
  }
}
