package io.casguard.reports;

import io.casguard.formats.Position;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Path;
import io.casguard.topology.Waiver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks as JUnit's test results: a suite for each organization, a case for each guideline at each
/// place where it applies.
///
/// A case fails by a violation of the least severity that fails, or a worse one; a milder one, and
/// one that a baseline holds, is told in its output. It is skipped where the guideline could not be
/// checked, or is waived. Readers know one failure or skip a case, so that several verdicts of a
/// guideline at a place are told together. Names stay the same while messages, counts and lines
/// change.
final class JunitResults {
  private record Case(String guideline, Path place) {}

  private final Severity failing;
  private final String folder;
  private final Set<String> known = new HashSet<>();
  private final StringBuilder xml = new StringBuilder();

  JunitResults(Severity failing, String folder) {
    this.failing = failing;
    this.folder = folder;
  }

  String of(List<CheckReport> reports) {
    xml.append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"casguard check\">\n");
    reports.forEach(this::suite);
    return xml.append("</testsuites>\n").toString();
  }

  private void suite(CheckReport report) {
    known.clear();
    report.review().known().forEach(violation -> known.add(violation.fingerprint()));
    Map<Case, List<Verdict>> cases = cases(report.findings());
    xml.append("  <testsuite")
        .append(Xml.attribute("name", report.organization().name()))
        .append(Xml.attribute("tests", cases.size()))
        .append(Xml.attribute("failures", count(cases, this::fails)))
        .append(Xml.attribute("errors", 0))
        .append(Xml.attribute("skipped", count(cases, this::skips)))
        .append(Xml.attribute("time", 0))
        .append(">\n");
    properties(report.findings().summary());
    cases.values().forEach(verdicts -> testCase(report, verdicts));
    idleWaivers(report.review());
    xml.append("  </testsuite>\n");
  }

  private static Map<Case, List<Verdict>> cases(Findings findings) {
    Map<Case, List<Verdict>> cases = new LinkedHashMap<>();
    findings.verdicts().stream()
        .filter(verdict -> !(verdict instanceof Verdict.NotApplicable))
        .forEach(
            verdict ->
                cases
                    .computeIfAbsent(
                        new Case(verdict.guideline(), verdict.place().path()),
                        _ -> new ArrayList<>())
                    .add(verdict));
    return cases;
  }

  private void properties(Findings.Summary summary) {
    xml.append("    <properties>\n");
    property("conforms", summary.conforms());
    property("departs", summary.departs());
    property("notApplicable", summary.notApplicable());
    property("notChecked", summary.notChecked());
    property("waived", summary.waived());
    xml.append("    </properties>\n");
  }

  private void property(String name, int value) {
    xml.append("      <property")
        .append(Xml.attribute("name", name))
        .append(Xml.attribute("value", value))
        .append("/>\n");
  }

  private void idleWaivers(Review review) {
    List<String> lines =
        IdleWaivers.of(review).stream()
            .map(
                idle ->
                    Prose.harmless(
                        "%s waiver of %s at %s, %s; %s"
                            .formatted(
                                idle.state(),
                                idle.waiver().guideline(),
                                idle.waiver().place(),
                                Wording.terms(idle.waiver()),
                                idle.why())))
            .toList();
    if (!lines.isEmpty()) {
      xml.append("    <system-out>\n")
          .append(Xml.lines(String.join("\n", lines)))
          .append("    </system-out>\n");
    }
  }

  private void testCase(CheckReport report, List<Verdict> verdicts) {
    Verdict first = verdicts.getFirst();
    xml.append("    <testcase")
        .append(Xml.attribute("name", first.guideline() + " at " + Wording.named(first.place())))
        .append(Xml.attribute("classname", report.organization().name() + "." + first.guideline()))
        .append(
            report
                .sources()
                .find(first.path())
                .map(Position::file)
                .map(file -> Xml.attribute("file", folder + file))
                .orElse(""))
        .append(Xml.attribute("time", 0));
    String inside = failure(report, verdicts) + skipped(verdicts) + told(report, verdicts);
    xml.append(inside.isEmpty() ? "/>\n" : ">\n" + inside + "    </testcase>\n");
  }

  private String failure(CheckReport report, List<Verdict> verdicts) {
    List<Violation> violations = violations(verdicts).filter(this::fails).toList();
    if (violations.isEmpty()) {
      return "";
    }
    return "      <failure"
        + Xml.attribute(
            "message",
            violations.stream()
                .map(violation -> Grade.of(violation).word() + ": " + violation.message())
                .collect(Collectors.joining("; ")))
        + Xml.attribute("type", violations.getFirst().severity().word())
        + ">"
        + text(report, violations)
        + "</failure>\n";
  }

  private String skipped(List<Verdict> verdicts) {
    return skips(verdicts)
        ? "      <skipped"
            + Xml.attribute(
                "message",
                verdicts.stream()
                    .map(JunitResults::reason)
                    .filter(reason -> !reason.isEmpty())
                    .distinct()
                    .collect(Collectors.joining("; ")))
            + "/>\n"
        : "";
  }

  private String told(CheckReport report, List<Verdict> verdicts) {
    List<Violation> milder = violations(verdicts).filter(violation -> !fails(violation)).toList();
    return milder.isEmpty() ? "" : "      <system-out>" + text(report, milder) + "</system-out>\n";
  }

  private static String reason(Verdict verdict) {
    return switch (verdict) {
      case Verdict.NotChecked open -> "not checked: " + open.why();
      case Verdict.Waived(Violation violation, Waiver waiver) ->
          "it "
              + violation.message()
              + "; waived "
              + Wording.terms(waiver)
              + ": "
              + waiver.reason();
      case Verdict.Departs _, Verdict.Conforms _, Verdict.NotApplicable _ -> "";
    };
  }

  private static String text(CheckReport report, List<Violation> violations) {
    return Xml.lines(
        violations.stream()
            .map(violation -> "\n" + new CheckText(report, Style.PLAIN).one(violation))
            .collect(Collectors.joining()));
  }

  private boolean fails(List<Verdict> verdicts) {
    return violations(verdicts).anyMatch(this::fails);
  }

  private boolean fails(Violation violation) {
    return violation.severity().compareTo(failing) >= 0 && !known.contains(violation.fingerprint());
  }

  private boolean skips(List<Verdict> verdicts) {
    return !fails(verdicts) && verdicts.stream().anyMatch(verdict -> !reason(verdict).isEmpty());
  }

  private static Stream<Violation> violations(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Verdict.Departs.class::isInstance)
        .map(verdict -> ((Verdict.Departs) verdict).violation());
  }

  private static long count(Map<Case, List<Verdict>> cases, Predicate<List<Verdict>> which) {
    return cases.values().stream().filter(which).count();
  }
}
