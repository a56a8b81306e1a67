package io.casguard.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// One running part: a process in its own session, writing to one log file, that does not outlive
/// this process.
///
/// Its standard input stays open for as long as this process lives; parts of ours leave when it
/// ends.
final class PartProcess {
  private static final int LINES_TOLD = 15;

  private final String name;
  private final Process process;
  private final Path log;
  private final Signal signal;

  private PartProcess(String name, Process process, Path log, Signal signal) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.signal = signal;
  }

  static PartProcess start(
      String name, List<String> command, Map<String, String> environment, Path log, Signal signal)
      throws IOException {
    Folders.makeFor(log);
    var builder =
        new ProcessBuilder(Session.own(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    Watcher.watch(process, signal);
    return new PartProcess(name, process, log, signal);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  Process process() {
    return process;
  }

  /// Asks it to stop, and does not wait.
  void askToStop() throws IOException {
    if (process.isAlive()) {
      signal.send(process.pid());
    }
  }

  /// Asks it to stop, and waits for its end.
  void stop(Duration patience) throws IOException {
    askToStop();
    awaitEnd(patience);
  }

  /// Waits, and kills it when the patience is at its end or this thread is interrupted.
  void awaitEnd(Duration patience) {
    try {
      process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /// Waits until the question is answered with yes; a process that ends first, or a deadline that
  /// passes, is a failure.
  void awaitReady(Question isReady, Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!isReady.ask()) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw failed("ended with exit code " + process.exitValue());
      }
      if (System.nanoTime() > deadline) {
        throw failed("was not ready within " + patience.toSeconds() + " s");
      }
    }
  }

  PartFailed failed(String why) {
    return new PartFailed(name + " " + why + "; the end of " + log + ":\n" + endOfLog());
  }

  /// What to say of a process that nobody asked to stop.
  String endedByItself() {
    return name
        + " ended by itself with exit code "
        + process.exitValue()
        + "; the end of "
        + log
        + ":\n"
        + endOfLog();
  }

  private String endOfLog() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return lines.stream()
          .skip(Math.max(0, lines.size() - LINES_TOLD))
          .map(line -> "  | " + line)
          .collect(Collectors.joining("\n"));
    } catch (IOException unreadable) {
      return "  (it cannot be read: " + unreadable.getMessage() + ")";
    }
  }

  /// Whether a part is ready, asked again and again.
  interface Question {
    boolean ask() throws IOException;
  }
}
