package io.casguard.inventory.capture;

import static java.util.Objects.requireNonNull;

import io.casguard.contracts.Change;
import io.casguard.inventory.organization.Standing;
import java.util.List;

/// What became of a topology that was put, or would have become of it.
record Captured(
    String organization,
    long revision, // the current one now
    String digest,
    boolean dryRun, // whether nothing was stored
    boolean unchanged, // whether the topology is the one that was there
    boolean filesReplaced, // whether that topology is written in other words now
    List<Change> changes) {
  static Captured of(Entry entry, boolean dryRun) {
    return switch (entry) {
      case Entry.Nothing(var at, var digest) ->
          new Captured(at.organization(), at.revision(), digest, dryRun, true, false, List.of());
      case Entry.Rewording(var at, var digest, _) ->
          new Captured(at.organization(), at.revision(), digest, dryRun, true, true, List.of());
      case Entry.NewRevision(_, var to, var revision, _, var changes, _) ->
          new Captured(
              to.organization(),
              to.revision(),
              requireNonNull(revision.digest()),
              dryRun,
              false,
              false,
              changes);
    };
  }

  /// The tag of the topology as it is after the entry.
  static String tag(Entry entry) {
    return switch (entry) {
      case Entry.Nothing(var at, _) -> at.tag();
      case Entry.Rewording(var at, _, _) -> at.reworded().tag();
      case Entry.NewRevision(_, var to, _, _, _, _) -> Long.toString(to.revision());
    };
  }

  /// Whether the organization had no topology before.
  static boolean isFirst(Entry entry) {
    return entry instanceof Entry.NewRevision next && !(next.from() instanceof Standing.Present);
  }
}
