package io.casguard.inventory.revision;

import io.casguard.contracts.Change;
import io.casguard.contracts.TopologyChanged;
import io.casguard.topology.Difference;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What leads from one revision of an organization to another.
public record Changes(String organization, long since, long revision, List<Change> changes) {
  /// What is longer has no short form, so that an event stays small whatever was put.
  private static final int LONGEST_SHORT_FORM = 200;

  /// Keeps its own copy of the list.
  public Changes {
    changes = List.copyOf(changes);
  }

  /// Every change, in full, ordered by path.
  public static List<Change> between(Stated before, Stated after) {
    return Stream.concat(
            Difference.between(before.topology(), after.topology()).stream(),
            Difference.between(before.waivers(), after.waivers()).stream())
        .sorted(Comparator.comparing(change -> change.path().folded()))
        .map(
            change ->
                new Change(
                    change.path().toString(),
                    change.kind().word(),
                    text(change.before()),
                    text(change.after())))
        .toList();
  }

  /// As many as an event lists, each in its short form; one whose path has none is not listed.
  public static List<Change> inShort(List<Change> changes) {
    return changes.stream()
        .filter(change -> isShort(change.path()))
        .limit(TopologyChanged.LISTED_CHANGES)
        .map(
            change ->
                new Change(
                    change.path(),
                    change.kind(),
                    inShort(change.before()),
                    inShort(change.after())))
        .toList();
  }

  private static @Nullable String inShort(@Nullable String text) {
    return text != null && isShort(text) ? text : null;
  }

  private static boolean isShort(String text) {
    return text.length() <= LONGEST_SHORT_FORM;
  }

  private static @Nullable String text(Optional<String> text) {
    return text.orElse(null);
  }
}
