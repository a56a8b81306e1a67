package io.casguard.impact;

import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Path;
import io.casguard.topology.Site;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the guidelines have said by themselves, looked up by site and by path.
///
/// @param broken the guidelines that are broken somewhere in a site
/// @param unsaid what would have to be stated
record Said(Set<Broken> broken, Set<Path> unsaid) {
  private record Broken(String guideline, Path site) {}

  static Said of(Findings findings) {
    Set<Broken> broken = new HashSet<>();
    Stream.concat(
            findings.violations().stream(), findings.waived().stream().map(it -> it.violation()))
        .forEach(violation -> site(violation).forEach(site -> broken.add(at(violation, site))));
    Set<Path> unsaid = new HashSet<>();
    findings.notChecked().forEach(it -> unsaid.addAll(it.unsaid()));
    return new Said(broken, unsaid);
  }

  /// Whether one of these guidelines is named in one of these sites.
  boolean names(List<String> guidelines, Site... sites) {
    return Stream.of(sites)
        .anyMatch(
            site ->
                guidelines.stream()
                    .anyMatch(number -> broken.contains(new Broken(number, site.path()))));
  }

  /// Whether one of these values, or what holds it, is asked for.
  boolean asksFor(List<Path> values) {
    return values.stream()
        .anyMatch(
            value ->
                Stream.iterate(value, at -> !at.isRoot(), Path::parent).anyMatch(unsaid::contains));
  }

  private static Stream<Site> site(Violation violation) {
    return violation.place().site().stream();
  }

  private static Broken at(Violation violation, Site site) {
    return new Broken(violation.guideline(), site.path());
  }
}
