package io.casguard.reports;

import io.casguard.guidelines.Review;
import io.casguard.topology.Waiver;
import java.util.List;
import java.util.stream.Stream;

/// The waivers that waive nothing, for people.
final class IdleWaivers {
  /// One of them.
  ///
  /// @param state `lapsed`, `unmatched` or `refused`
  /// @param why what that means, in words
  record Idle(String state, Waiver waiver, String why) {}

  private IdleWaivers() {}

  /// The refused, then the lapsed, then those that may go.
  static List<Idle> of(Review review) {
    return Stream.of(
            review.refused().stream()
                .map(refused -> new Idle("refused", refused.waiver(), refused.why())),
            review.lapsed().stream()
                .map(waiver -> new Idle("lapsed", waiver, "it waives nothing any more")),
            review.unmatched().stream()
                .map(waiver -> new Idle("unmatched", waiver, "it covers no violation and may go")))
        .flatMap(each -> each)
        .toList();
  }
}
