package io.casguard.reports;

import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Path;
import io.casguard.topology.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A check as text for people: by site, the worst first, each violation with whom it hits and the
/// lines that repair it.
final class CheckText {
  private static final String BODY = "          ";

  private final CheckReport report;
  private final Findings findings;
  private final Style style;
  private final StringBuilder text = new StringBuilder();

  CheckText(CheckReport report, Style style) {
    this.report = report;
    this.findings = report.findings();
    this.style = style;
  }

  String all() {
    text.append(style.bold(report.organization().name()))
        .append(": ")
        .append(Wording.headline(report.review()))
        .append('\n');
    Map<Site, String> intents = new LinkedHashMap<>();
    SiteIntent.usedBy(findings, report.organization().sites())
        .forEach(intent -> intents.put(intent.site(), intent.words()));
    for (SiteViolations of : SiteViolations.of(report.review().violations())) {
      section(of.title(), of.site().map(intents::remove).map(words -> "  " + words).orElse(""));
      of.violations().forEach(this::violation);
    }
    waived();
    idleWaivers();
    known();
    notChecked();
    intents(intents);
    return text.append('\n')
        .append(style.dim(Wording.counts(report.review())))
        .append('\n')
        .toString();
  }

  /// One violation, as it stands in the whole.
  String one(Violation violation) {
    violation(violation);
    return text.toString();
  }

  private void section(String title, String aside) {
    text.append('\n')
        .append(style.bold(Prose.harmless(title)))
        .append(style.dim(aside))
        .append('\n');
  }

  private void violation(Violation violation) {
    text.append("  ")
        .append(severity(violation))
        .append(' ')
        .append(style.bold(violation.guideline()))
        .append("  ")
        .append(Prose.harmless(Wording.named(violation.place())))
        .append(at(violation.path()))
        .append('\n');
    Prose.paragraph(text, BODY, violation.message());
    Prose.paragraph(text, BODY + "why   ", violation.because());
    Prose.paragraph(text, BODY + "hits  ", Wording.people(violation));
    report
        .review()
        .lapsedFor(violation)
        .ifPresent(
            waiver -> Prose.paragraph(text, BODY + "was   ", "waived " + Wording.terms(waiver)));
    violation
        .cmdlets()
        .forEach(
            line -> text.append(BODY).append("fix   ").append(Prose.harmless(line)).append('\n'));
    violation.steps().forEach(step -> Prose.paragraph(text, BODY + "then  ", step));
  }

  private String severity(Violation violation) {
    String word = "%-7s".formatted(violation.asks() ? "asks" : violation.severity().word());
    return switch (violation.severity()) {
      case ERROR -> style.bad(word);
      case WARNING -> style.doubtful(word);
      case INFO -> style.dim(word);
    };
  }

  private String at(Path path) {
    return report
        .sources()
        .find(path)
        .map(at -> style.dim("  " + Prose.harmless(at.file()) + ":" + at.line()))
        .orElse("");
  }

  private void waived() {
    if (findings.waived().isEmpty()) {
      return;
    }
    section("waived", "");
    for (Verdict.Waived waived : findings.waived()) {
      text.append("  ")
          .append(style.bold(waived.guideline()))
          .append("  ")
          .append(Prose.harmless(Wording.named(waived.place())))
          .append(at(waived.path()))
          .append('\n');
      Prose.paragraph(text, BODY + " ", Wording.terms(waived.waiver()));
      Prose.paragraph(text, BODY + " ", waived.waiver().reason());
    }
  }

  private void idleWaivers() {
    List<IdleWaivers.Idle> idle = IdleWaivers.of(report.review());
    if (idle.isEmpty()) {
      return;
    }
    section("waivers that waive nothing", "");
    for (IdleWaivers.Idle one : idle) {
      text.append("  ")
          .append("%-9s ".formatted(one.state()))
          .append(style.bold(one.waiver().guideline()))
          .append("  ")
          .append(Prose.harmless(one.waiver().place().toString()))
          .append(at(one.waiver().path()))
          .append('\n');
      Prose.paragraph(text, BODY + "  ", Wording.terms(one.waiver()) + "; " + one.why());
    }
  }

  private void known() {
    if (!report.review().known().isEmpty()) {
      section("known, held by the baseline", "");
      Prose.paragraph(text, "  ", Wording.known(report.review().known()));
    }
  }

  private void notChecked() {
    if (findings.notChecked().isEmpty()) {
      return;
    }
    section("not checked", "");
    OpenQuestions.of(findings.notChecked())
        .forEach(sentence -> Prose.paragraph(text, "  ", sentence));
  }

  /// The sites without a violation whose intent was used, those of the same intent together.
  private void intents(Map<Site, String> intents) {
    if (intents.isEmpty()) {
      return;
    }
    section(report.review().violations().isEmpty() ? "intent" : "intent of the other sites", "");
    Map<String, List<String>> sites = new LinkedHashMap<>();
    intents.forEach(
        (site, words) -> sites.computeIfAbsent(words, _ -> new ArrayList<>()).add(site.name()));
    sites.forEach(
        (words, names) -> Prose.paragraph(text, "  ", String.join(", ", names) + ": " + words));
  }
}
