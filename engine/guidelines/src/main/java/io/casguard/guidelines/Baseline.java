package io.casguard.guidelines;

import io.casguard.topology.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The violations that were there when somebody began to check, of any number of organizations: a
/// check does not fail for them. It only ever loses entries, unless it is asked for anew.
///
/// @param entries ordered by organization, guideline and path
public record Baseline(List<Entry> entries) {
  /// A baseline that holds nothing.
  public static final Baseline EMPTY = new Baseline(List.of());

  /// A violation that is known.
  ///
  /// @param fingerprint what tells it from others of its organization; guideline and path are for
  ///   people
  public record Entry(String organization, String guideline, Path path, String fingerprint) {
    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::organization)
            .thenComparing(Entry::guideline)
            .thenComparing(entry -> entry.path().folded())
            .thenComparing(Entry::fingerprint);
  }

  public Baseline {
    entries = entries.stream().distinct().sorted(Entry.ORDER).toList();
  }

  /// The review with its known violations set apart.
  public Review applied(String organization, Review review) {
    Set<String> known =
        of(organization).map(Entry::fingerprint).collect(Collectors.toUnmodifiableSet());
    return new Review(
        review.findings(),
        review.lapsed(),
        review.unmatched(),
        review.refused(),
        review.findings().violations().stream()
            .filter(violation -> known.contains(violation.fingerprint()))
            .toList());
  }

  /// The entries of an organization whose violation is gone. One that is waived is not gone, nor is
  /// one that can no longer be told because something is unsaid.
  public List<Entry> resolved(String organization, Findings findings) {
    Set<String> standing =
        Stream.concat(
                findings.violations().stream(),
                findings.waived().stream().map(Verdict.Waived::violation))
            .map(Violation::fingerprint)
            .collect(Collectors.toUnmodifiableSet());
    return of(organization)
        .filter(entry -> !standing.contains(entry.fingerprint()))
        .filter(entry -> findings.notChecked().stream().noneMatch(open -> concerns(open, entry)))
        .toList();
  }

  /// The baseline without some entries.
  public Baseline without(Collection<Entry> gone) {
    Set<Entry> leaving = Set.copyOf(gone);
    return new Baseline(entries.stream().filter(entry -> !leaving.contains(entry)).toList());
  }

  /// The baseline with an organization's entries replaced by the violations that it has now and
  /// nobody waived.
  public Baseline renewed(String organization, Findings findings) {
    return new Baseline(
        Stream.concat(
                entries.stream().filter(entry -> !entry.organization().equals(organization)),
                findings.violations().stream()
                    .map(
                        violation ->
                            new Entry(
                                organization,
                                violation.guideline(),
                                violation.path(),
                                violation.fingerprint())))
            .toList());
  }

  private Stream<Entry> of(String organization) {
    return entries.stream().filter(entry -> entry.organization().equals(organization));
  }

  private static boolean concerns(Verdict.NotChecked open, Entry entry) {
    return open.guideline().equals(entry.guideline())
        && (open.place().path().contains(entry.path())
            || open.unsaid().stream().anyMatch(unsaid -> unsaid.equals(entry.path())));
  }
}
