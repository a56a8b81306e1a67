package io.casguard.rules.violation;

import io.casguard.contracts.ViolationFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a revision does to the open violations of an organization.
///
/// @param resolved those that it no longer has
/// @param changed those whose severity or remedy it changes, as it tells them now
/// @param retold those that it still has and tells in other words, lines or counts: kept without an
///   event
/// @param opened those that it has and none before it had
record Turn(
    List<Episode> resolved, List<Episode> changed, List<Episode> retold, List<Found> opened) {
  /// Compares what was open with what a revision has. A violation is the same one as long as its
  /// fingerprint is.
  static Turn from(List<Episode> open, List<Found> found) {
    Map<String, Found> now = new LinkedHashMap<>();
    found.forEach(one -> now.putIfAbsent(one.facts().fingerprint(), one));
    List<Episode> resolved = new ArrayList<>();
    List<Episode> changed = new ArrayList<>();
    List<Episode> retold = new ArrayList<>();
    for (Episode episode : open) {
      ViolationFacts before = episode.found().facts();
      Found after = now.remove(before.fingerprint());
      if (after == null) {
        resolved.add(episode);
      } else if (!after.document().equals(episode.found().document())) {
        boolean same = sameMeaning(before, after.facts());
        Found told = same ? after.since(episode.found()) : after;
        (same ? retold : changed).add(new Episode(episode.id(), told, episode.openedAtRevision()));
      }
    }
    return new Turn(resolved, changed, retold, List.copyOf(now.values()));
  }

  private static boolean sameMeaning(ViolationFacts before, ViolationFacts after) {
    return before.severity().equals(after.severity()) && before.remedy().equals(after.remedy());
  }
}
