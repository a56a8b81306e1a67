package io.casguard.reports;

import io.casguard.guidelines.Violation;
import io.casguard.topology.Site;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The violations of one site, the worst first.
///
/// @param site none for what belongs to no site
record SiteViolations(Optional<Site> site, List<Violation> violations) {
  private static final Comparator<SiteViolations> WORST_FIRST =
      Comparator.comparing((SiteViolations of) -> Grade.of(of.violations().getFirst()))
          .thenComparing(of -> of.site().map(Site::name).orElse(""));

  SiteViolations {
    violations = List.copyOf(violations);
  }

  /// The sites with violations; first those with the worst, then by name.
  static List<SiteViolations> of(List<Violation> violations) {
    Map<Optional<Site>, List<Violation>> bySite =
        violations.stream()
            .sorted(Comparator.comparing(Grade::of))
            .collect(
                Collectors.groupingBy(
                    violation -> violation.place().site(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return bySite.entrySet().stream()
        .map(entry -> new SiteViolations(entry.getKey(), entry.getValue()))
        .sorted(WORST_FIRST)
        .toList();
  }

  /// What it stands under in a report.
  String title() {
    return site.map(Site::name).orElse("the organization");
  }
}
