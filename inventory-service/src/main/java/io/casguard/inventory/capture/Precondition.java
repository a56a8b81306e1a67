package io.casguard.inventory.capture;

import io.casguard.inventory.InventoryRefusal.NotCurrent;
import io.casguard.inventory.organization.Standing;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a caller presumes of the topology that he is about to change, so that nobody's change is
/// lost.
sealed interface Precondition {
  Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

  /// Nothing: the last writer wins.
  record Anything() implements Precondition {}

  /// There is none yet, or none any more: `If-None-Match: *`.
  record Nothing() implements Precondition {}

  /// There is one: `If-Match: *`.
  record Something() implements Precondition {}

  /// It is one of these: `If-Match: "3"`. A weak tag never matches, as RFC 9110 has it.
  record OneOf(Set<String> tags) implements Precondition {}

  /// It is none of these: `If-None-Match: "3"`.
  record NoneOf(Set<String> tags) implements Precondition {}

  /// What the two headers say; If-Match counts where both are there.
  static Precondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    if (ifMatch != null) {
      return ifMatch.strip().equals("*") ? new Something() : new OneOf(tags(ifMatch, false));
    }
    if (ifNoneMatch != null) {
      return ifNoneMatch.strip().equals("*") ? new Nothing() : new NoneOf(tags(ifNoneMatch, true));
    }
    return new Anything();
  }

  /// Refused where the presumption is wrong.
  default void check(Standing standing) {
    var tag = standing instanceof Standing.Present present ? present.tag() : null;
    var holds =
        switch (this) {
          case Anything _ -> true;
          case Nothing _ -> tag == null;
          case Something _ -> tag != null;
          case OneOf(var tags) -> tag != null && tags.contains(tag);
          case NoneOf(var tags) -> tag == null || !tags.contains(tag);
        };
    if (!holds) {
      throw new NotCurrent(
              standing.organization(), tag == null ? "" : '"' + tag + '"', standing.revision())
          .asException();
    }
  }

  private static Set<String> tags(String header, boolean weakOnes) {
    return TAG.matcher(header)
        .results()
        .filter(tag -> weakOnes || tag.group(1) == null)
        .map(tag -> tag.group(2))
        .collect(Collectors.toUnmodifiableSet());
  }
}
