package io.casguard.localstack;

import java.io.IOException;

/// How a part is asked to stop, by the name that `kill` knows.
enum Signal {
  /// Services and Kafka: finish and leave.
  TERM,
  /// PostgreSQL: disconnect everybody, write a checkpoint, leave. Its TERM would wait for the
  /// clients.
  INT;

  void send(long pid) throws IOException {
    new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
