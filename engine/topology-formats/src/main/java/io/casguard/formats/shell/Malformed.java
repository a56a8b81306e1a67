package io.casguard.formats.shell;

import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import java.io.IOException;
import java.io.Serial;

/// A file that cannot be read on; it never leaves this package.
final class Malformed extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Problem problem;

  Malformed(String file, int line, String why) {
    super(why);
    this.problem = new Problem(new Position(file, Math.max(1, line), 1), "", why);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this; // an answer about the input, not a fault of ours
  }

  Problem problem() {
    return problem;
  }
}
