package io.casguard.localstack;

import java.io.IOException;
import java.util.List;

/// A part of the stack did not start: which, why, and the last lines that it wrote.
public final class PartFailed extends IOException {
  private static final long serialVersionUID = 1;

  private final transient List<String> lastLines;

  PartFailed(String part, String why, List<String> lastLines) {
    super(part + " " + why + (lastLines.isEmpty() ? "" : "\n  " + String.join("\n  ", lastLines)));
    this.lastLines = List.copyOf(lastLines);
  }

  /// The end of its log, oldest line first; empty where it wrote nothing.
  public List<String> lastLines() {
    return lastLines;
  }
}
