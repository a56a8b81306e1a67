package io.casguard.cli;

import io.casguard.reports.PlanQuestion;
import io.casguard.reports.PlanReport;
import io.casguard.topology.Parsed;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
  @Mixin private AssumedAnswers assumed = new AssumedAnswers();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--organization",
      paramLabel = "NAME",
      description = "Only this organization, where several are declared.")
  private String organization = "";

  @Mixin private WaiverDay day = new WaiverDay();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    PlanInput.Ends ends = input.read();
    PlanQuestion.Answer answer =
        switch (new PlanQuestion(organization, day.at, assumed.assumptions())
            .ask(PlanQuestion.End.of(ends.before()), PlanQuestion.End.of(ends.after()))) {
          case Parsed.Understood<PlanQuestion.Answer>(PlanQuestion.Answer found) -> found;
          case Parsed.Refused<PlanQuestion.Answer>(String why) -> throw new WrongInput(why);
        };
    List<PlanReport> reports = answer.reports();
    StandardOutput.print(
        command,
        switch (format) {
          case TEXT ->
              StandardOutput.each(reports, report -> report.text(StandardOutput.style(command)));
          case JSON -> StandardOutput.each(reports, PlanReport::json);
          case MARKDOWN -> PlanReport.markdown(reports);
        });
    return answer.breaks() ? ExitCode.NO : ExitCode.FINE;
  }
}
