package io.casguard.reports;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.MatrixDifference.CounterExample;
import io.casguard.accesspaths.MatrixDifference.Effect;
import io.casguard.accesspaths.MatrixDifference.PeopleChange;
import io.casguard.accesspaths.Trail;
import io.casguard.guidelines.Violation;
import io.casguard.impact.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A plan as text for people: the verdict, people, violations, and paths that show what happens.
final class PlanText {
  private static final String BODY = "      ";

  private final PlanReport report;
  private final Plan plan;
  private final Style style;
  private final StringBuilder text = new StringBuilder();

  PlanText(PlanReport report, Style style) {
    this.report = report;
    this.plan = report.plan();
    this.style = style;
  }

  String all() {
    text.append(style.bold(report.organization()))
        .append(": ")
        .append(verdict())
        .append(", since ")
        .append(PlanWording.reasons(plan))
        .append('\n');
    for (Effect effect : Effect.values()) {
      people(effect);
    }
    opened("opened", plan.opened());
    opened("worse than before", plan.worsened().stream().map(Plan.Worsened::after).toList());
    resolved();
    List<CounterExample> examples = plan.counterExamples();
    for (int at = 0; at < examples.size(); at++) {
      section("for example" + (examples.size() == 1 ? "" : " " + (at + 1)));
      example(examples.get(at));
    }
    List<String> settling = PlanWording.settling(plan);
    if (!settling.isEmpty()) {
      section("until Active Directory has settled (assumed)");
      settling.forEach(sentence -> Prose.paragraph(text, "  ", sentence));
    }
    List<String> notes = PlanWording.notes(plan);
    if (!notes.isEmpty()) {
      text.append('\n');
      notes.forEach(note -> Prose.paragraph(text, "", note));
    }
    return text.toString();
  }

  private String verdict() {
    String word = plan.verdict().word();
    return switch (plan.verdict()) {
      case SAFE -> style.good(word);
      case CHANGES -> style.doubtful(word);
      case BREAKS -> style.bad(word);
    };
  }

  private void section(String title) {
    text.append('\n').append(style.bold(title)).append('\n');
  }

  private void people(Effect effect) {
    List<PeopleChange> changes =
        plan.people().stream().filter(change -> change.effect() == effect).toList();
    if (changes.isEmpty()) {
      return;
    }
    section(PlanWording.heading(effect));
    for (PeopleChange change : changes) {
      Prose.paragraph(text, "  ", PlanWording.people(change) + ": " + PlanWording.turn(change));
      Prose.paragraph(text, BODY, PlanWording.story(change));
    }
  }

  private void opened(String title, List<Violation> violations) {
    if (violations.isEmpty()) {
      return;
    }
    section(title);
    violations.forEach(
        violation -> text.append(new CheckText(report.checkAfter(), style).one(violation)));
  }

  private void resolved() {
    if (plan.resolved().isEmpty()) {
      return;
    }
    section("resolved");
    plan.resolved()
        .forEach(
            violation ->
                Prose.paragraph(
                    text,
                    "  %-7s %s  ".formatted(Grade.of(violation).word(), violation.guideline()),
                    Wording.named(violation.place()) + " " + violation.message()));
  }

  /// The steps that both trails begin with are told once.
  private void example(CounterExample example) {
    AccessPathReport before = example.before().map(report::pathBefore).orElse(null);
    AccessPathReport after = example.after().map(report::pathAfter).orElse(null);
    List<Trail.Step> was = steps(example.before());
    List<Trail.Step> is = steps(example.after());
    int shared = shared(was, is);
    if (after != null) {
      text.append("  ").append(after.request(style)).append('\n');
      is.subList(0, shared).forEach(step -> after.step(text, style, step));
    } else if (before != null) {
      text.append("  ").append(before.request(style)).append('\n');
    }
    if (before != null) {
      branch("before", before, was.subList(shared, was.size()));
    }
    if (after != null) {
      branch("after", after, is.subList(shared, is.size()));
    }
  }

  private void branch(String title, AccessPathReport path, List<Trail.Step> steps) {
    text.append(style.dim("  " + title)).append('\n');
    StringBuilder verdict = new StringBuilder();
    steps.forEach(step -> path.step(verdict, style, step));
    path.verdict(verdict, style);
    verdict.toString().lines().forEach(line -> text.append("  ").append(line).append('\n'));
  }

  private static List<Trail.Step> steps(Optional<AccessPath> path) {
    return path.map(found -> new ArrayList<>(found.trail().steps())).orElseGet(ArrayList::new);
  }

  private static int shared(List<Trail.Step> was, List<Trail.Step> is) {
    int shared = 0;
    while (shared < Math.min(was.size(), is.size())
        && was.get(shared) instanceof Trail.Passed passed
        && is.get(shared) instanceof Trail.Passed still
        && passed.clause() == still.clause()
        && passed.text().equals(still.text())) {
      shared++;
    }
    return shared;
  }
}
