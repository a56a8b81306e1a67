package io.casguard.cli;

import io.casguard.accesspaths.MatrixDifference.Verdict;
import io.casguard.formats.Manifest;
import io.casguard.formats.SourceMap;
import io.casguard.impact.Plan;
import io.casguard.reports.PlanReport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `casguard plan`: what a change does, in violations and in people.
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "What a change does: violations opened and resolved, and people by change of outcome.",
      "It scores the change, never what was wrong before, and exits with 1 where it BREAKS."
    },
    footer = {
      "",
      "Examples:",
      "  casguard plan before/ after/",
      "  casguard plan --git origin/main..HEAD topology/",
      "  casguard plan --git HEAD topology/                       # what is not committed yet",
      "  casguard plan --git origin/main..HEAD topology/ -o markdown > comment.md"
    })
final class PlanCommand implements Callable<Integer> {
  /// For people, for programs, and for pull requests.
  enum Format {
    TEXT,
    JSON,
    MARKDOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private PlanInput input = new PlanInput();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      converter = Day.class,
      description = "The day by which waivers lapse, like 2027-03-31 (default: today, in UTC).")
  private LocalDate at = LocalDate.now(ZoneOffset.UTC);

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    boolean breaks = false;
    List<PlanReport> reports = new ArrayList<>();
    for (PlanInput.Change change : input.read()) {
      Plan plan = plan(change);
      breaks |= plan.verdict() == Verdict.BREAKS;
      reports.add(
          new PlanReport(
              plan,
              PlanReport.End.of(
                  change.before().map(Manifest.Declared::sources).orElseGet(SourceMap::none)),
              PlanReport.End.of(change.after().sources())));
    }
    StandardOutput.print(
        command,
        switch (format) {
          case TEXT -> each(reports, report -> report.text(StandardOutput.style(command)));
          case JSON -> each(reports, PlanReport::json);
          case MARKDOWN -> PlanReport.markdown(reports);
        });
    return breaks ? ExitCode.NO : ExitCode.FINE;
  }

  private Plan plan(PlanInput.Change change) {
    Plan.Declared after = declared(change.after());
    return Plan.of(
        change
            .before()
            .map(PlanCommand::declared)
            .orElseGet(() -> Plan.Declared.nothing(after.topology().organization())),
        after,
        at);
  }

  private static Plan.Declared declared(Manifest.Declared declared) {
    return new Plan.Declared(declared.topology(), declared.waivers());
  }

  private static String each(List<PlanReport> reports, Function<PlanReport, String> written) {
    return reports.stream().map(written).collect(Collectors.joining());
  }
}
