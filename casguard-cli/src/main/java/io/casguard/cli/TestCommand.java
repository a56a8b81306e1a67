package io.casguard.cli;

import io.casguard.accesspaths.Matrix;
import io.casguard.formats.Manifest;
import io.casguard.formats.Problem;
import io.casguard.impact.AssertedPaths;
import io.casguard.reports.AssertionNames;
import io.casguard.reports.AssertionReport;
import io.casguard.topology.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `casguard test`: the path assertions that people write beside their topology.
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Whether what people expect of their access paths is so.",
      "They write it in documents of kind PathAssertions beside the topology. The share of user",
      "classes that these are about is printed too."
    },
    footer = {
      "",
      "Examples:",
      "  casguard test topology/",
      "  casguard test topology/ --fail-under 80",
      "  casguard test topology/ -o junit > casguard.xml"
    })
final class TestCommand implements Callable<Integer> {
  private static final int WHOLE = 100;

  /// For people, for programs, and for test reports.
  enum Format {
    TEXT,
    JSON,
    JUNIT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private TopologyInput input = new TopologyInput();
  @Mixin private AssumedAnswers assumed = new AssumedAnswers();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-under",
      paramLabel = "PERCENT",
      description = "Exit with 1 where fewer user classes are covered, from 0 to 100 (default: 0).")
  private int failUnder;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    if (failUnder < 0 || failUnder > WHOLE) {
      throw new WrongInput("--fail-under is a share in percent, from 0 to 100");
    }
    List<Manifest.Declared> all = input.read();
    refuseUnfit(all);
    boolean failed = false;
    List<AssertionReport> reports = new ArrayList<>();
    for (Manifest.Declared declared : all) {
      AssertedPaths paths =
          AssertedPaths.of(
              Matrix.of(Organization.of(declared.topology()), assumed.assumptions()),
              declared.assertions());
      failed |= !paths.hold() || paths.coverage() < failUnder;
      reports.add(new AssertionReport(paths, declared.sources()));
    }
    StandardOutput.print(
        command,
        switch (format) {
          case TEXT ->
              StandardOutput.each(reports, report -> report.text(StandardOutput.style(command)));
          case JSON -> StandardOutput.each(reports, AssertionReport::json);
          case JUNIT -> AssertionReport.junit(reports, failUnder, input.folder());
        });
    return failed ? ExitCode.NO : ExitCode.FINE;
  }

  private void refuseUnfit(List<Manifest.Declared> all) {
    if (all.stream().allMatch(declared -> declared.assertions().isEmpty())) {
      throw new WrongInput(
          input.path
              + " has no path assertions: write them in a document of kind: PathAssertions beside the topology");
    }
    List<Problem> problems =
        all.stream()
            .flatMap(
                declared ->
                    AssertionNames.problems(
                        Organization.of(declared.topology()),
                        declared.assertions(),
                        declared.sources())
                        .stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new WrongInput(
          problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))
              + "\n"
              + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
              + ": nothing was tested");
    }
  }
}
