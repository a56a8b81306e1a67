package io.casguard.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A session of its own for each part, where the system has `setsid`.
///
/// A Ctrl-C at the terminal then reaches the launcher only, and the launcher decides the order in
/// which parts stop.
final class Session {
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private Session() {}

  /// The same command, in its own session and under the same process number.
  static List<String> own(List<String> command) {
    if (!Files.isExecutable(SETSID)) {
      return command;
    }
    var inSession = new ArrayList<>(List.of(SETSID.toString()));
    inSession.addAll(command);
    return inSession;
  }
}
