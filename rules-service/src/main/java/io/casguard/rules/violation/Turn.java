package io.casguard.rules.violation;

import io.casguard.contracts.ViolationFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a decision does to the standing violations of an organization.
///
///     nothing ── opened ──▶ open ── resolved ──▶ resolved
///        │                  │  ▲                    ▲
///        │           waived │  │ exposed            │ ended
///        │                  ▼  │                    │
///        └──── excused ──▶ waived ──────────────────┘
final class Turn {
  /// Open ones that it no longer has.
  final List<Episode> resolved = new ArrayList<>();

  /// Open ones whose severity or remedy it changes, as it tells them now.
  final List<Episode> changed = new ArrayList<>();

  /// Those that it still has and tells in other words, lines or counts: kept without an event.
  final List<Episode> retold = new ArrayList<>();

  /// Those that it has and none before it had.
  final List<Found> opened = new ArrayList<>();

  /// Open ones that somebody accepts now, as it tells them now.
  final List<Episode> waived = new ArrayList<>();

  /// Waived ones that are so no longer, as it tells them now.
  final List<Episode> exposed = new ArrayList<>();

  /// Those that are waived from the first: kept without an event.
  final List<Found> excused = new ArrayList<>();

  /// Waived ones that it no longer has: nobody was told of them.
  final List<Episode> ended = new ArrayList<>();

  private Turn() {}

  /// Compares what stood with what a decision finds. A violation is the same one as long as its
  /// fingerprint is.
  static Turn from(List<Episode> standing, List<Found> found) {
    Map<String, Found> now = new LinkedHashMap<>();
    found.forEach(one -> now.putIfAbsent(one.facts().fingerprint(), one));
    Turn turn = new Turn();
    for (Episode episode : standing) {
      Found after = now.remove(episode.found().facts().fingerprint());
      if (after == null) {
        (episode.isWaived() ? turn.ended : turn.resolved).add(episode);
      } else if (!after.document().equals(episode.found().document())) {
        Found told = isAChange(episode, after) ? after : after.since(episode.found());
        turn.listFor(episode, after).add(episode.told(told));
      }
    }
    now.values().forEach(one -> (one.waiver().isPresent() ? turn.excused : turn.opened).add(one));
    return turn;
  }

  private List<Episode> listFor(Episode before, Found after) {
    if (before.isWaived() != after.waiver().isPresent()) {
      return before.isWaived() ? exposed : waived;
    }
    return isAChange(before, after) ? changed : retold;
  }

  private static boolean isAChange(Episode before, Found after) {
    return !before.isWaived()
        && after.waiver().isEmpty()
        && !sameMeaning(before.found().facts(), after.facts());
  }

  private static boolean sameMeaning(ViolationFacts before, ViolationFacts after) {
    return before.severity().equals(after.severity()) && before.remedy().equals(after.remedy());
  }
}
