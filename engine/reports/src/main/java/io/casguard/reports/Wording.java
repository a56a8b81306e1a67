package io.casguard.reports;

import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Directory;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.OutlookProvider;
import io.casguard.topology.Part;
import io.casguard.topology.Place;
import io.casguard.topology.Population;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Waiver;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What every report for people says in the same words.
final class Wording {
  private Wording() {}

  /// `1 error, 2 questions`, or that there is none, and whether all could be checked.
  static String headline(Review review) {
    if (!review.violations().isEmpty()) {
      return Grade.counted(review.violations());
    }
    boolean accepted = !review.known().isEmpty() || !review.findings().waived().isEmpty();
    if (!review.findings().notChecked().isEmpty()) {
      return "no violation found"
          + (accepted ? " but those that are known or waived" : "")
          + ", but not everything could be checked";
    }
    return accepted
        ? "no violation found but those that are known or waived"
        : "every guideline is kept";
  }

  /// The five counts; and how many of the departures a baseline holds, where it holds any.
  static String counts(Review review) {
    Findings.Summary summary = review.findings().summary();
    String known = review.known().isEmpty() ? "" : Prose.number(review.known().size()) + " known";
    return Stream.of(
            Prose.counted(summary.conforms(), "conforms", "conform"),
            Prose.counted(summary.departs(), "departs", "depart"),
            Prose.counted(summary.notApplicable(), "does not apply", "do not apply"),
            Prose.counted(summary.notChecked(), "not checked", "not checked"),
            Prose.counted(summary.waived(), "waived", "waived"),
            known)
        .filter(count -> !count.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /// What people call a place.
  static String named(Place place) {
    return switch (place) {
      case Directory directory -> directory.identity();
      case Server server -> server.name();
      case Site site -> "site " + site.name();
      case Organization all -> all.name();
      case Part part -> part.host().name() + " " + part.key();
      case SiteLink link -> "site link " + link;
      case PublishedName name -> name.name();
      case Population people -> people.name();
      case OutlookProvider provider -> "Outlook provider " + provider.name();
    };
  }

  /// Whom a violation hits; blank where it hits nobody.
  static String people(Violation violation) {
    String counted =
        violation.users().entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().toOptional().stream()
                        .filter(count -> count > 0)
                        .map(count -> Prose.number(count) + " by " + entry.getKey().title()))
            .collect(Collectors.joining(", "));
    boolean uncounted =
        violation.users().values().stream().anyMatch(Known.Unsaid.class::isInstance);
    return counted.isEmpty() && uncounted ? "people that nobody counted (state users)" : counted;
  }

  /// The violations that a baseline holds, by guideline: `CAP-103 (12), CAP-104 (3)`.
  static String known(List<Violation> known) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    known.forEach(violation -> counts.merge(violation.guideline(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + Prose.number(entry.getValue()) + ")")
        .collect(Collectors.joining(", "));
  }

  /// Until when, who answers for it, and where it was agreed.
  static String terms(Waiver waiver) {
    return Stream.of("until " + waiver.expires(), waiver.owner(), waiver.ticket())
        .filter(term -> !term.isBlank())
        .collect(Collectors.joining(", "));
  }
}
