package io.casguard.reports;

import io.casguard.accesspaths.Assumptions;
import io.casguard.accesspaths.MatrixDifference.Verdict;
import io.casguard.formats.Manifest;
import io.casguard.formats.SourceMap;
import io.casguard.impact.Plan;
import io.casguard.topology.Parsed;
import io.casguard.topology.Parsed.Refused;
import io.casguard.topology.Parsed.Understood;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a change does to the organizations that its two ends declare, as the command line and the
/// API ask.
///
/// @param organization the only one to look at; empty where all are
/// @param today the day by which waivers lapse
/// @param assumptions the answers to the open questions
public record PlanQuestion(String organization, LocalDate today, Assumptions assumptions) {
  /// One end of the change.
  ///
  /// @param declared the organizations that it declares
  /// @param revision its number, where it is one of the inventory's
  public record End(List<Manifest.Declared> declared, Optional<Long> revision) {
    public End {
      declared = List.copyOf(declared);
    }

    /// An end that is no revision.
    public static End of(List<Manifest.Declared> declared) {
      return new End(declared, Optional.empty());
    }

    private SortedMap<String, Manifest.Declared> byName() {
      SortedMap<String, Manifest.Declared> byName = new TreeMap<>();
      declared.forEach(one -> byName.put(one.topology().organization(), one));
      return byName;
    }
  }

  /// A report for each organization, in the order of their names.
  ///
  /// @param breaks whether one of the plans says BREAKS
  public record Answer(List<PlanReport> reports, boolean breaks) {
    public Answer {
      reports = List.copyOf(reports);
    }
  }

  /// Plans; refuses, where an organization is not declared, or no longer: it ends by a person's
  /// deed, not by a file that is gone.
  public Parsed<Answer> ask(End before, End after) {
    SortedMap<String, Manifest.Declared> old = before.byName();
    SortedMap<String, Manifest.Declared> young = after.byName();
    if (!organization.isEmpty()) {
      if (!old.containsKey(organization) && !young.containsKey(organization)) {
        return new Refused<>(
            "neither end declares an organization "
                + organization
                + ", only "
                + String.join(", ", young.keySet()));
      }
      old.keySet().retainAll(Set.of(organization));
      young.keySet().retainAll(Set.of(organization));
    }
    Optional<String> gone =
        old.keySet().stream().filter(name -> !young.containsKey(name)).findFirst();
    if (gone.isPresent()) {
      return new Refused<>(
          gone.get()
              + " is no longer declared after the change: an organization ends by a person's deed, not by a file that is gone");
    }
    List<PlanReport> reports = new ArrayList<>();
    young.forEach(
        (name, declared) ->
            reports.add(
                report(
                    before.revision(),
                    Optional.ofNullable(old.get(name)),
                    after.revision(),
                    declared)));
    return new Understood<>(
        new Answer(
            reports,
            reports.stream().anyMatch(report -> report.plan().verdict() == Verdict.BREAKS)));
  }

  private PlanReport report(
      Optional<Long> numberBefore,
      Optional<Manifest.Declared> before,
      Optional<Long> numberAfter,
      Manifest.Declared after) {
    Plan plan =
        Plan.of(
            before
                .map(PlanQuestion::stated)
                .orElseGet(() -> Plan.Declared.nothing(after.topology().organization())),
            stated(after),
            today,
            assumptions);
    return new PlanReport(
        plan,
        new PlanReport.End(
            numberBefore, before.map(Manifest.Declared::sources).orElseGet(SourceMap::none)),
        new PlanReport.End(numberAfter, after.sources()));
  }

  private static Plan.Declared stated(Manifest.Declared declared) {
    return new Plan.Declared(declared.topology(), declared.waivers());
  }
}
