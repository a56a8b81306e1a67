package io.casguard.guidelines;

import io.casguard.topology.Path;
import io.casguard.topology.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides which waivers are in force and what they waive: for command line, services and reports
/// alike.
public final class Waivers {
  private record Subject(String guideline, Path place) {}

  private static final Comparator<Waiver> ORDER =
      Comparator.comparing(Waiver::guideline)
          .thenComparing(waiver -> waiver.place().folded())
          .thenComparing(Waiver::expires);

  private final Set<String> known;
  private final List<Waiver> lapsed = new ArrayList<>();
  private final List<Review.Refused> refused = new ArrayList<>();
  private final Map<Subject, Waiver> inForce = new HashMap<>();
  private final Set<Subject> matched = new HashSet<>();

  private Waivers(List<Waiver> waivers, LocalDate today, List<Guideline> known) {
    this.known = known.stream().map(Guideline::number).collect(Collectors.toUnmodifiableSet());
    waivers.stream().distinct().sorted(ORDER).forEach(waiver -> sort(waiver, today));
  }

  /// Turns each departure that a waiver in force covers into a waived one.
  ///
  /// @param today the day by which waivers lapse, in UTC
  /// @param known every guideline that was asked
  public static Review apply(
      Findings findings, List<Waiver> waivers, LocalDate today, List<Guideline> known) {
    return new Waivers(waivers, today, known).review(findings);
  }

  /// True where a violation is meant by a waiver, whatever the day: it offends, or its place is, in
  /// the waiver's place.
  public static boolean covers(Waiver waiver, Violation violation) {
    return waiver.covers(violation.guideline(), violation.path())
        || waiver.covers(violation.guideline(), violation.place().path());
  }

  /// The first day after today on which one of the waivers comes into force or lapses, so that what
  /// was decided must be decided again; empty where time alone changes nothing.
  public static Optional<LocalDate> nextChange(List<Waiver> waivers, LocalDate today) {
    return waivers.stream()
        .flatMap(waiver -> Stream.of(firstDay(waiver), waiver.expires().plusDays(1)))
        .filter(day -> day.isAfter(today))
        .min(Comparator.naturalOrder());
  }

  /// The day from which a waiver is not more than a year ahead.
  private static LocalDate firstDay(Waiver waiver) {
    LocalDate day = waiver.expires().minusYears(1);
    return waiver.expires().isAfter(day.plusYears(1)) ? day.plusDays(1) : day;
  }

  private void sort(Waiver waiver, LocalDate today) {
    Optional<String> why = refusal(waiver, today);
    if (why.isPresent()) {
      refused.add(new Review.Refused(waiver, why.get()));
    } else if (waiver.expires().isBefore(today)) {
      lapsed.add(waiver);
    } else {
      // of two for the same place the one that lasts longer, which comes later
      inForce.put(subject(waiver), waiver);
    }
  }

  private Optional<String> refusal(Waiver waiver, LocalDate today) {
    String number = waiver.guideline();
    if (!known.contains(number)) {
      return Optional.of(
          Catalog.retired().stream()
              .filter(retired -> retired.number().equals(number))
              .map(retired -> number + " is retired: " + retired.why())
              .findFirst()
              .orElse("there is no guideline " + number));
    }
    LocalDate latest = today.plusYears(1);
    return waiver.expires().isAfter(latest)
        ? Optional.of(
            "it expires on "
                + waiver.expires()
                + ", more than a year ahead: "
                + latest
                + " is the latest")
        : Optional.empty();
  }

  private Review review(Findings findings) {
    List<Verdict> verdicts = findings.verdicts().stream().map(this::decided).toList();
    List<Waiver> unmatched =
        inForce.entrySet().stream()
            .filter(entry -> !matched.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .sorted(ORDER)
            .toList();
    return new Review(new Findings(verdicts), lapsed, unmatched, refused, List.of());
  }

  private Verdict decided(Verdict verdict) {
    if (!(verdict instanceof Verdict.Departs(Violation violation))) {
      return verdict;
    }
    List<Subject> covering =
        Stream.of(violation.path(), violation.place().path())
            .flatMap(Waivers::outwards)
            .map(place -> new Subject(violation.guideline(), place))
            .filter(inForce::containsKey)
            .distinct()
            .toList();
    matched.addAll(covering);
    return covering.stream()
        .map(inForce::get)
        .max(Comparator.comparing(Waiver::expires).thenComparing(ORDER.reversed()))
        .<Verdict>map(waiver -> new Verdict.Waived(violation, waiver))
        .orElse(verdict);
  }

  /// A path and all that hold it.
  private static Stream<Path> outwards(Path path) {
    return Stream.concat(
        Stream.iterate(path, at -> !at.isRoot(), Path::parent), Stream.of(Path.ROOT));
  }

  private static Subject subject(Waiver waiver) {
    return new Subject(waiver.guideline(), waiver.place());
  }
}
