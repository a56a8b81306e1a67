package io.casguard.reports;

import io.casguard.accesslogs.Replay;
import io.casguard.accesslogs.Verdict;
import io.casguard.formats.SourceMap;

/// What logs say of the simulator: the answer of `casguard replay`.
public final class ReplayReport {
  private final Replay replay;
  private final SourceMap sources;

  /// @param sources where the organization's statements stand
  public ReplayReport(Replay replay, SourceMap sources) {
    this.replay = replay;
    this.sources = sources;
  }

  /// One line of JSON.
  public String json() {
    return ReplayJson.of(replay, sources);
  }

  /// Text for people.
  public String text(Style style) {
    return new ReplayText(replay, sources, style).written();
  }

  /// A page for a ticket.
  public String markdown() {
    return ReplayPage.of(replay, sources);
  }

  /// What it comes to, in a line.
  static String headline(Replay replay) {
    long contradicted = replay.total(Verdict.CONTRADICTED);
    long confirmed = replay.total(Verdict.CONFIRMED);
    if (contradicted > 0) {
      return Prose.counted(contradicted, "request speaks", "requests speak")
          + " against the prediction, "
          + Prose.number(confirmed)
          + " for it";
    }
    return confirmed == 0
        ? "no request says anything of the prediction"
        : Prose.counted(confirmed, "request confirms", "requests confirm")
            + " the prediction, and none speaks against it";
  }
}
