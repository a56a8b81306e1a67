package io.casguard.reports;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.MatrixDifference.CounterExample;
import io.casguard.accesspaths.MatrixDifference.PeopleChange;
import io.casguard.accesspaths.Trail;
import io.casguard.guidelines.Violation;
import io.casguard.impact.Plan;
import io.casguard.reports.MarkdownCut.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Plans as a page of Markdown for a pull request or a ticket.
///
/// The verdicts of all organizations come first, then people, then violations, so that what has no
/// room is what matters least.
final class PlanPage {
  private final PlanReport report;
  private final Plan plan;

  private PlanPage(PlanReport report) {
    this.report = report;
    this.plan = report.plan();
  }

  static String of(List<PlanReport> reports) {
    List<PlanPage> pages = reports.stream().map(PlanPage::new).toList();
    List<Block> blocks = new ArrayList<>();
    for (PlanPage page : pages) {
      blocks.add(Block.of((blocks.isEmpty() ? "" : "\n") + page.head()));
    }
    for (PlanPage page : pages) {
      List<Block> body = page.body();
      if (pages.size() > 1 && !body.isEmpty()) {
        blocks.add(Block.of("\n# " + page.name() + " in detail\n"));
      }
      blocks.addAll(body);
    }
    return MarkdownCut.of(blocks, "casguard plan");
  }

  private String name() {
    return MarkdownText.escaped(report.organization());
  }

  private String head() {
    return "# %s: %s\n\nSince %s. %s, %s, %s.\n"
        .formatted(
            name(),
            plan.verdict().word(),
            PlanWording.reasons(plan),
            Prose.counted(plan.people().size(), "change of outcome", "changes of outcome"),
            Prose.counted(
                plan.opened().size() + plan.worsened().size(),
                "violation opened or worsened",
                "violations opened or worsened"),
            Prose.counted(plan.resolved().size(), "resolved", "resolved"));
  }

  private List<Block> body() {
    List<Block> blocks = new ArrayList<>();
    people(blocks);
    examples(blocks);
    settling(blocks);
    PlanWording.notes(plan)
        .forEach(note -> blocks.add(Block.of("\n" + MarkdownText.escaped(note) + "\n")));
    violations(blocks, "Opened", plan.opened());
    violations(
        blocks, "Worse than before", plan.worsened().stream().map(Plan.Worsened::after).toList());
    resolved(blocks);
    return blocks;
  }

  private void people(List<Block> blocks) {
    String above =
        "\n## People\n\n| | who | before → after | what that means |\n|---|---|---|---|\n";
    for (PeopleChange change : plan.people()) {
      blocks.add(
          Block.of(
              above
                  + "| "
                  + PlanWording.heading(change.effect())
                  + " | "
                  + cell(PlanWording.people(change))
                  + " | "
                  + cell(PlanWording.turn(change))
                  + " | "
                  + cell(PlanWording.story(change))
                  + " |\n"));
      above = "";
    }
  }

  private void settling(List<Block> blocks) {
    String above = "\n## Until Active Directory has settled (assumed)\n\n";
    for (String sentence : PlanWording.settling(plan)) {
      blocks.add(Block.of(above + "- " + MarkdownText.escaped(sentence) + "\n"));
      above = "";
    }
  }

  private static String cell(String text) {
    return MarkdownText.escaped(text).replace("|", "\\|").replace("\\\\|", "\\|");
  }

  private void violations(List<Block> blocks, String title, List<Violation> violations) {
    String above = "\n## " + title + "\n";
    for (Violation violation : violations) {
      blocks.add(new Block(above + "\n" + MarkdownPage.of(report.checkAfter(), violation), 1));
      above = "";
    }
  }

  private void resolved(List<Block> blocks) {
    String above = "\n## Resolved\n\n";
    for (Violation violation : plan.resolved()) {
      blocks.add(
          new Block(
              above
                  + "- "
                  + Grade.of(violation).word()
                  + " "
                  + violation.guideline()
                  + " "
                  + MarkdownText.code(Wording.named(violation.place()))
                  + " "
                  + MarkdownText.escaped(violation.message())
                  + "\n",
              1));
      above = "";
    }
  }

  private void examples(List<Block> blocks) {
    String above = "\n## For example\n";
    for (CounterExample example : plan.counterExamples()) {
      AccessPath shown = example.after().or(example::before).orElseThrow();
      blocks.add(
          Block.of(
              above
                  + "\n"
                  + MarkdownText.code(shown.request().mailbox().name())
                  + " by "
                  + shown.request().protocol().title()
                  + " from the "
                  + shown.request().from().word()
                  + shown
                      .request()
                      .entry()
                      .map(Door::name)
                      .map(door -> ", at " + MarkdownText.code(door))
                      .orElse("")
                  + "\n\n| | outcome | steps |\n|---|---|---|\n"
                  + row("before", example.before())
                  + row("after", example.after())));
      above = "";
    }
  }

  private static String row(String title, Optional<AccessPath> path) {
    return path.map(
            found ->
                "| "
                    + title
                    + " | "
                    + cell(found.outcome().word())
                    + " | "
                    + found.trail().steps().stream()
                        .map(PlanPage::step)
                        .collect(Collectors.joining("<br>"))
                    + " |\n")
        .orElse("");
  }

  private static String step(Trail.Step step) {
    String label =
        switch (step) {
          case Trail.Passed _ -> step.clause().id();
          case Trail.Decided _ -> "**" + step.clause().id() + "**";
        };
    return label + " " + cell(step.text());
  }
}
