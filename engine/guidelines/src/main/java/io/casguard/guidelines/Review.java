package io.casguard.guidelines;

import io.casguard.topology.Waiver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a check comes to once waivers, and a baseline where there is one, are counted in.
///
/// Each waiver that waives stands with its verdicts; each other one stands in exactly one of the
/// lists, ordered by guideline and place.
///
/// @param findings every verdict, the accepted departures as [Verdict.Waived]
/// @param lapsed waivers whose last day is over: they waive nothing
/// @param unmatched waivers in force that cover no violation: they may go
/// @param refused waivers that waive nothing because they cannot be honoured
/// @param known violations that a baseline holds: they depart, but are no news and do not fail
public record Review(
    Findings findings,
    List<Waiver> lapsed,
    List<Waiver> unmatched,
    List<Refused> refused,
    List<Violation> known) {
  /// A waiver that cannot be honoured.
  ///
  /// @param why in words that end a sentence: "there is no guideline CAP-999"
  public record Refused(Waiver waiver, String why) {}

  public Review {
    lapsed = List.copyOf(lapsed);
    unmatched = List.copyOf(unmatched);
    refused = List.copyOf(refused);
    known = List.copyOf(known);
  }

  /// A check without waivers and without a baseline.
  public static Review of(Findings findings) {
    return new Review(findings, List.of(), List.of(), List.of(), List.of());
  }

  /// The violations that count: neither waived nor known, in the order of the verdicts. Exit codes,
  /// headlines and tickets are about these.
  public List<Violation> violations() {
    Set<String> old = known.stream().map(Violation::fingerprint).collect(Collectors.toSet());
    return old.isEmpty()
        ? findings.violations()
        : findings.violations().stream()
            .filter(violation -> !old.contains(violation.fingerprint()))
            .toList();
  }

  /// The waiver that covered a violation until it lapsed, where there was one.
  public Optional<Waiver> lapsedFor(Violation violation) {
    return lapsed.stream().filter(waiver -> Waivers.covers(waiver, violation)).findFirst();
  }
}
