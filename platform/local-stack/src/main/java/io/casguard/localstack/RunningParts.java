package io.casguard.localstack;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The parts of a stack that have been started: told about, written down, missed when they end, and
/// stopped in order.
final class RunningParts {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private final PrintStream told;
  private final RunningFile file;
  private final Holder launcher;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private boolean stopping;

  RunningParts(PrintStream told, RunningFile file, Holder launcher) {
    this.told = told;
    this.file = file;
    this.launcher = launcher;
  }

  /// What is stopped before what: whoever uses another is stopped before it.
  enum Stage {
    SERVICE,
    KAFKA,
    POSTGRES
  }

  private record Part(Stage stage, PartProcess process) {}

  /// From now on the part is stopped with the others.
  synchronized void add(Stage stage, String name, PartProcess process) throws IOException {
    if (stopping) {
      process.askToStop();
      throw new IOException(name + " was started too late: the stack is stopping");
    }
    parts.put(name, new Part(stage, process));
    file.write(launcher, parts.values().stream().map(part -> part.process().handle()).toList());
  }

  /// The part answers, and its end would be news.
  void ready(String name, URI address, long startedNanos, String remark) {
    PartProcess process = process(name);
    double seconds = (System.nanoTime() - startedNanos) / 1e9;
    told.printf(
        Locale.ROOT,
        "%-21s %-30s pid %-8d %4.1f s%s%n",
        name,
        address,
        process.handle().pid(),
        seconds,
        remark.isEmpty() ? "" : "  (" + remark + ")");
    var _ = process.handle().onExit().thenRun(() -> missed(name, process));
  }

  /// That a part does not start is no news while all are being stopped.
  synchronized void tellFailure(IOException failure) {
    if (!stopping) {
      told.println(failure.getMessage());
    }
  }

  synchronized PartProcess process(String name) {
    Part part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException("no part is called " + name);
    }
    return part.process();
  }

  /// Where this program is asked to end (Ctrl-C, TERM, or by itself), its parts end before it.
  void stopWithThisProgram() {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      try {
                        stopAll();
                      } catch (IOException cause) {
                        told.println("not every part was stopped: " + cause.getMessage());
                      }
                    }));
  }

  /// Stops them stage by stage; asked again, it finds nothing to do.
  void stopAll() throws IOException {
    for (Stage stage : Stage.values()) {
      List<PartProcess> together = stopping(stage);
      for (PartProcess process : together) {
        process.askToStop();
      }
      for (PartProcess process : together) {
        process.awaitEnd(STOP_PATIENCE);
      }
    }
  }

  private synchronized List<PartProcess> stopping(Stage stage) {
    stopping = true;
    return parts.values().stream()
        .filter(part -> part.stage() == stage)
        .map(Part::process)
        .toList();
  }

  private synchronized void missed(String name, PartProcess process) {
    if (!stopping) {
      told.println(process.endedByItself());
      told.println(
          "  The other parts go on without "
              + name
              + ". Stop the stack and start it again; its data are kept.");
    }
  }
}
