package io.casguard.cli;

import io.casguard.formats.Manifest;
import io.casguard.guidelines.Severity;
import io.casguard.impact.Fix;
import io.casguard.impact.FixSearch;
import io.casguard.impact.Plan;
import io.casguard.reports.FixReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `casguard fix`: the smallest script that makes a topology conform.
@Command(
    name = "fix",
    mixinStandardHelpOptions = true,
    description = {
      "The smallest script that repairs a topology and makes nobody's outcome worse.",
      "It is ordered, verified by guidelines and simulator, and comes with its undo script. Nothing is",
      "run and nothing is written. Exits with 1 where there is no solution, or only a part of one."
    },
    footer = {
      "",
      "Examples:",
      "  casguard fix topology/",
      "  casguard fix topology/ --severity warning",
      "  casguard fix topology/ -o powershell > fix.ps1",
      "  casguard fix topology/ -o powershell --undo > undo.ps1"
    })
final class FixCommand implements Callable<Integer> {
  /// For people, for programs, and for the shell.
  enum Format {
    TEXT,
    JSON,
    POWERSHELL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private TopologyInput input = new TopologyInput();
  @Mixin private AssumedAnswers assumed = new AssumedAnswers();

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      description =
          "Leave no violation from this severity on: ${COMPLETION-CANDIDATES} (default: error).")
  private CheckCommand.FailOn severity = CheckCommand.FailOn.ERROR;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Option(names = "--undo", description = "With -o powershell: the script that takes it back.")
  private boolean undo;

  @Mixin private WaiverDay day = new WaiverDay();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    if (undo && format != Format.POWERSHELL) {
      throw new WrongInput("--undo goes with -o powershell; the other formats have both scripts");
    }
    Severity least = severity.severity();
    boolean failed = false;
    List<FixReport> reports = new ArrayList<>();
    for (Manifest.Declared declared : input.read()) {
      Fix fix =
          FixSearch.of(
              new Plan.Declared(declared.topology(), declared.waivers()),
              least,
              day.at,
              assumed.assumptions());
      failed |= !isWhole(fix);
      reports.add(new FixReport(fix, least, declared.sources()));
    }
    StandardOutput.print(
        command,
        switch (format) {
          case TEXT ->
              StandardOutput.each(reports, report -> report.text(StandardOutput.style(command)));
          case JSON -> StandardOutput.each(reports, FixReport::json);
          case POWERSHELL ->
              StandardOutput.each(reports, undo ? FixReport::undoScript : FixReport::script);
        });
    return failed ? ExitCode.NO : ExitCode.FINE;
  }

  private static boolean isWhole(Fix fix) {
    return switch (fix) {
      case Fix.NothingToDo _ -> true;
      case Fix.NoSolution _ -> false;
      case Fix.Found found -> found.isWhole();
    };
  }
}
