package io.casguard.impact;

import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Verdict;
import io.casguard.topology.Path;
import io.casguard.topology.Site;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What the guidelines have said by themselves, looked up by site and by path.
///
/// @param told the guidelines that are broken somewhere in a site, or that cannot be checked there
/// @param unsaid what would have to be stated
record Said(Set<Told> told, Set<Path> unsaid) {
  private record Told(String guideline, Path site) {}

  static Said of(Findings findings) {
    Set<Told> told = new HashSet<>();
    Set<Path> unsaid = new HashSet<>();
    for (Verdict verdict : findings.verdicts()) {
      switch (verdict) {
        case Verdict.Departs _, Verdict.Waived _ -> add(told, verdict);
        case Verdict.NotChecked it -> {
          add(told, verdict);
          unsaid.addAll(it.unsaid());
        }
        case Verdict.Conforms _, Verdict.NotApplicable _ -> {}
      }
    }
    return new Said(told, unsaid);
  }

  /// Whether one of these guidelines is named in one of these sites, as broken or as not checked.
  boolean names(List<String> guidelines, Site... sites) {
    return Stream.of(sites)
        .anyMatch(
            site ->
                guidelines.stream()
                    .anyMatch(number -> told.contains(new Told(number, site.path()))));
  }

  /// Whether one of these values, or what holds it, is asked for.
  boolean asksFor(List<Path> values) {
    return values.stream()
        .anyMatch(
            value ->
                Stream.iterate(value, at -> !at.isRoot(), Path::parent).anyMatch(unsaid::contains));
  }

  private static void add(Set<Told> told, Verdict verdict) {
    verdict.place().site().ifPresent(site -> told.add(new Told(verdict.guideline(), site.path())));
  }
}
