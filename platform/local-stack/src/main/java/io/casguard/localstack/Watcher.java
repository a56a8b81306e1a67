package io.casguard.localstack;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The one process that outlives this one, if only to stop the parts that this one started.
///
/// It reads what it must stop from a pipe; the pipe ends when this process ends, by whatever cause,
/// SIGKILL included. A parent-death signal would not do: it does not reach another user's process,
/// and PostgreSQL runs as another user where this process is root's.
final class Watcher {
  private static final Watcher OF_THIS_PROCESS = new Watcher();

  private final Writer orders;

  private Watcher() {
    try (var script = Watcher.class.getResourceAsStream("watch.sh")) {
      if (script == null) {
        throw new IllegalStateException("watch.sh is not beside " + Watcher.class.getName());
      }
      String program = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      Process process =
          new ProcessBuilder(Session.own(List.of("sh", "-c", program, "casguard-watcher")))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      orders = process.outputWriter(StandardCharsets.US_ASCII);
    } catch (IOException cause) {
      throw new IllegalStateException("cannot start the watcher", cause);
    }
  }

  /// From now on the process does not outlive this one.
  static void watch(Process process, Signal signal) throws IOException {
    OF_THIS_PROCESS.order("watch " + process.pid() + " " + signal);
    var _ = process.onExit().thenRun(() -> OF_THIS_PROCESS.forget(process.pid()));
  }

  private synchronized void order(String line) throws IOException {
    orders.write(line + "\n");
    orders.flush();
  }

  /// A number that the system may give to somebody else's process must not be stopped.
  private void forget(long pid) {
    try {
      order("forget " + pid);
    } catch (IOException watcherIsGone) {
      // then nobody is left who could stop the wrong process
    }
  }
}
