package io.casguard.cli;

import java.io.PrintWriter;
import java.util.Locale;

/// How far a long command has come, on one line of a terminal; nothing elsewhere.
final class ProgressBar {
  private static final int WIDTH = 40;
  private static final int PERCENT = 100;

  private final PrintWriter terminal;
  private final boolean shown;
  private final long total;
  private long done;
  private int shownPercent = -1;

  /// @param shown whether somebody is looking
  /// @param total what there is to do, in bytes
  ProgressBar(PrintWriter terminal, boolean shown, long total) {
    this.terminal = terminal;
    this.shown = shown;
    this.total = Math.max(total, 1);
  }

  /// So much more is done.
  void add(long bytes) {
    done = Math.min(done + bytes, total);
    int percent = (int) (done * PERCENT / total);
    if (shown && percent > shownPercent) {
      shownPercent = percent;
      int filled = percent * WIDTH / PERCENT;
      terminal.print(
          String.format(
              Locale.ROOT,
              "\rreading logs [%s%s] %3d %%",
              "#".repeat(filled),
              " ".repeat(WIDTH - filled),
              percent));
      terminal.flush();
    }
  }

  /// Leaves the line as if nothing had been there.
  void end() {
    if (shown && shownPercent >= 0) {
      terminal.print("\r" + " ".repeat(WIDTH + "reading logs [] 100 %".length()) + "\r");
      terminal.flush();
    }
  }
}
