package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.formats.SourceMap;
import io.casguard.guidelines.Cmdlets;
import io.casguard.guidelines.Edit;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Violation;
import io.casguard.impact.Fix;
import io.casguard.topology.Known;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The smallest fix of one organization: the answer of `casguard fix`.
public final class FixReport {
  private final Fix fix;
  private final Severity least;
  private final SourceMap sources;

  /// @param least the least severity of the violations that must not be left
  /// @param sources where the organization's statements stand
  public FixReport(Fix fix, Severity least, SourceMap sources) {
    this.fix = fix;
    this.least = least;
    this.sources = sources;
  }

  /// One line of JSON.
  public String json() {
    return Json.line(
        json -> {
          switch (fix) {
            case Fix.NothingToDo(String organization) -> {
              json.writeStringField("organization", organization);
              json.writeStringField("answer", "nothing-to-do");
            }
            case Fix.NoSolution none -> {
              json.writeStringField("organization", none.organization());
              json.writeStringField("answer", "no-solution");
              json.writeBooleanField("makesWorse", none.worse());
              json.writeBooleanField("exhaustive", none.exhaustive());
              Json.texts(json, "left", none.left().stream().map(FixReport::named).toList());
            }
            case Fix.Found found -> found(json, found);
          }
        });
  }

  /// Text for people: what is repaired, the script, its undo script, and what they do to people.
  public String text(Style style) {
    return switch (fix) {
      case Fix.NothingToDo(String organization) ->
          style.bold(organization) + ": " + nothing() + "\n";
      case Fix.NoSolution none -> noSolution(none, style);
      case Fix.Found found -> found(found, style);
    };
  }

  /// The script for the Exchange Management Shell; comments where there is nothing to run.
  public String script() {
    return switch (fix) {
      case Fix.NothingToDo(String organization) ->
          "# " + Prose.harmless(organization) + ": " + nothing() + "\n";
      case Fix.NoSolution none -> comments(noSolution(none, Style.PLAIN));
      case Fix.Found found ->
          comments(headline(found) + "\n" + proof(found) + "\n") + lines(script(found));
    };
  }

  /// The script that takes the other one back.
  public String undoScript() {
    return switch (fix) {
      case Fix.NothingToDo(String organization) ->
          "# " + Prose.harmless(organization) + ": " + nothing() + "\n";
      case Fix.NoSolution none -> comments(noSolution(none, Style.PLAIN));
      case Fix.Found found -> "# takes the fix back\n" + lines(undo(found));
    };
  }

  private String nothing() {
    return "nothing to do: there is no violation of severity " + least.word() + orWorse();
  }

  private String orWorse() {
    return least == Severity.ERROR ? "" : " or a worse one";
  }

  private String noSolution(Fix.NoSolution none, Style style) {
    StringBuilder text = new StringBuilder();
    text.append(style.bold(none.organization()))
        .append(": ")
        .append(style.bad("no solution"))
        .append(
            none.exhaustive()
                ? ", every set of the remedies' edits was tried\n"
                : "; not every set of the remedies' edits was tried\n");
    if (none.worse()) {
      text.append("  all remedies together make somebody's outcome worse\n");
    }
    left(text, none.left());
    return text.toString();
  }

  private static void left(StringBuilder text, List<Violation> left) {
    left.forEach(
        violation ->
            Prose.paragraph(text, "  left  ", named(violation) + " " + violation.message()));
  }

  private static String named(Violation violation) {
    return violation.guideline() + " " + Wording.named(violation.place());
  }

  private String found(Fix.Found found, Style style) {
    StringBuilder text = new StringBuilder();
    Prose.paragraph(text, "", headline(found));
    Prose.paragraph(text, "", proof(found));
    left(text, found.left());
    section(text, style, "script");
    script(found).forEach(line -> text.append("  ").append(Prose.harmless(line)).append('\n'));
    section(text, style, "undo");
    undo(found).forEach(line -> text.append("  ").append(Prose.harmless(line)).append('\n'));
    section(text, style, "what it does");
    return text.append(plan(found).text(style)).toString();
  }

  private static void section(StringBuilder text, Style style, String title) {
    text.append('\n').append(style.bold(title)).append('\n');
  }

  private PlanReport plan(Fix.Found found) {
    return new PlanReport(found.plan(), PlanReport.End.of(sources), PlanReport.End.of(sources));
  }

  private String headline(Fix.Found found) {
    boolean one = found.edits().size() == 1;
    return "%s: %s in %s %s %s violation of severity %s%s and %s nobody's outcome worse"
            .formatted(
                found.plan().after().organization().name(),
                Prose.counted(found.edits().size(), "edit", "edits"),
                Prose.counted(found.steps().size(), "step", "steps"),
                one ? "leaves" : "leave",
                found.isWhole() ? "no" : "no other",
                least.word(),
                orWorse(),
                one ? "makes" : "make")
        + (found.isWhole()
            ? ""
            : "; but "
                + Prose.counted(found.left().size(), "violation is", "violations are")
                + " left that no statement repairs");
  }

  private static String proof(Fix.Found found) {
    Fix.Proof proof = found.proof();
    String tried = Prose.counted(proof.tried(), "set was tried", "sets were tried");
    if (proof.smallest()) {
      return "No smaller set of the remedies' edits does that (%s).".formatted(tried);
    }
    return (proof.irreducible()
            ? "None of them can be left out"
            : "Whether some can be left out was not tried")
        + ", and at least %s needed; whether another set is smaller is not known (%s)."
            .formatted(Prose.counted(proof.atLeast(), "edit is", "edits are"), tried);
  }

  private List<String> script(Fix.Found found) {
    List<String> script = new ArrayList<>();
    for (Fix.Step step : found.steps()) {
      if (!step.safe()) {
        script.add("# Somebody may be worse off between this step and the last one.");
      }
      script.addAll(Cmdlets.of(step.edits()));
      step.edits().stream().filter(FixReport::isByHand).forEach(edit -> script.add(byHand(edit)));
    }
    found.plan().resolved().stream()
        .filter(violation -> violation.severity().compareTo(least) >= 0)
        .flatMap(violation -> violation.steps().stream())
        .distinct()
        .forEach(step -> script.add("# then: " + Prose.flowing(step)));
    return script;
  }

  private static List<String> undo(Fix.Found found) {
    List<String> undo = new ArrayList<>();
    for (Fix.Step step : found.steps().reversed()) {
      List<Edit> edits = step.undo().stream().flatMap(Optional::stream).toList();
      undo.addAll(Cmdlets.of(edits));
      edits.stream().filter(FixReport::isByHand).forEach(edit -> undo.add(byHand(edit)));
      for (int at = 0; at < step.edits().size(); at++) {
        if (step.undo().get(at).isEmpty()) {
          undo.add("# " + step.edits().get(at).path() + ": nobody said what was there before");
        }
      }
    }
    return undo;
  }

  private static boolean isByHand(Edit edit) {
    return Cmdlets.of(List.of(edit)).isEmpty();
  }

  private static String byHand(Edit edit) {
    return "# by hand, since no cmdlet does it: " + edit.path() + " = " + value(edit);
  }

  private static String value(Edit edit) {
    return switch (edit.value()) {
      case Known.Value<?>(Object value) -> value.toString();
      case Known.Absent<?>(), Known.Unsaid<?> _ -> "null";
    };
  }

  private static String comments(String text) {
    StringBuilder comments = new StringBuilder();
    text.lines().forEach(line -> comments.append("# ").append(Prose.harmless(line)).append('\n'));
    return comments.toString();
  }

  private static String lines(List<String> script) {
    StringBuilder lines = new StringBuilder();
    script.forEach(line -> lines.append(Prose.harmless(line)).append('\n'));
    return lines.toString();
  }

  private void found(JsonGenerator json, Fix.Found found) throws IOException {
    json.writeStringField("organization", found.plan().after().organization().name());
    json.writeStringField("answer", found.isWhole() ? "fix" : "part");
    Json.texts(json, "left", found.left().stream().map(FixReport::named).toList());
    Json.objects(
        json,
        "edits",
        found.edits(),
        (each, edit) -> {
          each.writeStringField("path", edit.path().toString());
          each.writeStringField("value", value(edit));
        });
    Json.texts(json, "script", script(found));
    Json.texts(json, "undo", undo(found));
    Json.object(
        json,
        "proof",
        proof -> {
          proof.writeBooleanField("smallest", found.proof().smallest());
          proof.writeBooleanField("irreducible", found.proof().irreducible());
          proof.writeNumberField("atLeast", found.proof().atLeast());
          proof.writeNumberField("tried", found.proof().tried());
        });
    Json.object(json, "plan", new PlanJson(plan(found))::fields);
  }
}
