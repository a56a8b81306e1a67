package io.casguard.reports;

import io.casguard.formats.Position;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.reports.MarkdownCut.Block;
import io.casguard.topology.Path;
import io.casguard.topology.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Checks as a page of Markdown for a pull request or a ticket.
///
/// It ends before the number of characters that such places take; what has no room is counted. The
/// headlines, tables and counts of all organizations come first, so that they are never what is
/// missing.
final class MarkdownPage {
  private final CheckReport report;
  private final Findings findings;

  private MarkdownPage(CheckReport report) {
    this.report = report;
    this.findings = report.findings();
  }

  static String of(List<CheckReport> reports) {
    List<MarkdownPage> pages = reports.stream().map(MarkdownPage::new).toList();
    List<Block> blocks = new ArrayList<>();
    for (MarkdownPage page : pages) {
      blocks.add(new Block((blocks.isEmpty() ? "" : "\n") + page.head(), 0));
    }
    for (MarkdownPage page : pages) {
      List<Block> body = page.body();
      if (pages.size() > 1 && !body.isEmpty()) {
        blocks.add(new Block("\n# " + page.name() + " in detail\n", 0));
      }
      blocks.addAll(body);
    }
    return MarkdownCut.of(blocks, "casguard check");
  }

  /// One violation, as it stands in the whole.
  static String of(CheckReport report, Violation violation) {
    return new MarkdownPage(report).violation(violation);
  }

  private String name() {
    return MarkdownText.escaped(report.organization().name());
  }

  private String head() {
    StringBuilder text = new StringBuilder();
    text.append("# ")
        .append(name())
        .append(": ")
        .append(Wording.headline(report.review()))
        .append('\n');
    if (!report.review().violations().isEmpty()) {
      text.append("\n| severity | violations | guidelines |\n|---|---:|---|\n");
      report.review().violations().stream()
          .collect(Collectors.groupingBy(Grade::of, TreeMap::new, Collectors.toList()))
          .forEach((grade, violations) -> row(text, grade, violations));
    }
    return text.append('\n').append(Wording.counts(report.review())).append(".\n").toString();
  }

  private static void row(StringBuilder text, Grade grade, List<Violation> violations) {
    text.append("| ")
        .append(grade.word())
        .append(" | ")
        .append(Prose.number(violations.size()))
        .append(" | ")
        .append(
            violations.stream()
                .map(Violation::guideline)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ")))
        .append(" |\n");
  }

  private List<Block> body() {
    Map<Site, String> intents = new HashMap<>();
    SiteIntent.usedBy(findings, report.organization().sites())
        .forEach(intent -> intents.put(intent.site(), intent.words()));
    List<Block> blocks = new ArrayList<>();
    for (SiteViolations of : SiteViolations.of(report.review().violations())) {
      String heading = "\n## " + MarkdownText.escaped(of.title()) + "\n";
      Optional<String> intent = of.site().map(intents::get);
      String above =
          heading + intent.map(words -> "\n" + MarkdownText.escaped(words) + "\n").orElse("");
      for (Violation violation : of.violations()) {
        blocks.add(new Block(above + "\n" + violation(violation), 1));
        above = "";
      }
    }
    waived(blocks);
    idleWaivers(blocks);
    if (!report.review().known().isEmpty()) {
      blocks.add(
          new Block(
              "\n## Known, held by the baseline\n\n"
                  + Wording.known(report.review().known())
                  + "\n",
              0));
    }
    notChecked(blocks);
    return blocks;
  }

  private String violation(Violation violation) {
    StringBuilder text = new StringBuilder();
    text.append("**")
        .append(Grade.of(violation).word())
        .append(' ')
        .append(violation.guideline())
        .append("**")
        .append(at(violation.path()))
        .append(": ")
        .append(MarkdownText.code(Wording.named(violation.place())))
        .append(' ')
        .append(MarkdownText.escaped(violation.message()))
        .append('\n');
    labelled(text, "Why", violation.because());
    labelled(text, "Hits", Wording.people(violation));
    report
        .review()
        .lapsedFor(violation)
        .ifPresent(waiver -> labelled(text, "Was", "waived " + Wording.terms(waiver)));
    if (!violation.cmdlets().isEmpty()) {
      text.append("\nFix:\n\n")
          .append(MarkdownText.block("powershell", violation.cmdlets()))
          .append('\n');
    }
    if (!violation.steps().isEmpty()) {
      text.append(violation.cmdlets().isEmpty() ? "\nFix:\n\n" : "\nThen:\n\n");
      violation
          .steps()
          .forEach(step -> text.append("- ").append(MarkdownText.escaped(step)).append('\n'));
    }
    return text.toString();
  }

  private static void labelled(StringBuilder text, String label, String body) {
    if (!body.isBlank()) {
      text.append("\n**")
          .append(label)
          .append(":** ")
          .append(MarkdownText.escaped(body))
          .append('\n');
    }
  }

  private String at(Path path) {
    Optional<Position> position = report.sources().find(path);
    return position.map(at -> " in " + MarkdownText.code(at.file() + ":" + at.line())).orElse("");
  }

  private void waived(List<Block> blocks) {
    String above = "\n## Waived\n\n";
    for (Verdict.Waived waived : findings.waived()) {
      blocks.add(
          new Block(
              above
                  + "- "
                  + waived.guideline()
                  + " "
                  + MarkdownText.code(Wording.named(waived.place()))
                  + " "
                  + MarkdownText.escaped(
                      Wording.terms(waived.waiver()) + ": " + waived.waiver().reason())
                  + "\n",
              0));
      above = "";
    }
  }

  private void idleWaivers(List<Block> blocks) {
    String above = "\n## Waivers that waive nothing\n\n";
    for (IdleWaivers.Idle idle : IdleWaivers.of(report.review())) {
      blocks.add(
          new Block(
              above
                  + "- "
                  + idle.state()
                  + ": "
                  + idle.waiver().guideline()
                  + " "
                  + MarkdownText.code(idle.waiver().place().toString())
                  + at(idle.waiver().path())
                  + ", "
                  + MarkdownText.escaped(Wording.terms(idle.waiver()) + "; " + idle.why())
                  + "\n",
              0));
      above = "";
    }
  }

  private void notChecked(List<Block> blocks) {
    String above = "\n## Not checked\n\n";
    for (String sentence : OpenQuestions.of(findings.notChecked())) {
      blocks.add(new Block(above + "- " + MarkdownText.escaped(sentence) + "\n", 0));
      above = "";
    }
  }
}
