package io.casguard.cli;

import io.casguard.formats.Manifest;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Severity;
import io.casguard.impact.Check;
import io.casguard.reports.CheckReport;
import io.casguard.topology.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `casguard check`: the guidelines over a topology.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Which guidelines of CAS-to-CAS proxying a topology breaks, and the commands that repair it.",
    footer = {
      "",
      "Examples:",
      "  casguard check topology/",
      "  casguard check contoso.yaml --fail-on warning -o json",
      "  casguard check topology/ --baseline baseline.json --write-baseline",
      "  casguard check topology/ --baseline baseline.json",
      "  casguard check topology/ --at 2027-01-31",
      "  casguard check topology/ -o sarif > casguard.sarif       # GitHub code scanning",
      "  casguard check topology/ -o junit > casguard.xml         # GitLab, Jenkins",
      "  casguard check topology/ -o markdown > comment.md        # a pull request or a ticket"
    })
final class CheckCommand implements Callable<Integer> {
  /// The least severity that makes the answer no.
  enum FailOn {
    ERROR(Severity.ERROR),
    WARNING(Severity.WARNING);

    private final Severity least;

    FailOn(Severity least) {
      this.least = least;
    }

    @Override
    public String toString() {
      return least.word();
    }

    /// The severity itself.
    Severity severity() {
      return least;
    }

    boolean includes(Severity severity) {
      return severity.compareTo(least) >= 0;
    }
  }

  @Mixin private TopologyInput input = new TopologyInput();
  @Mixin private CheckOutput output = new CheckOutput();
  @Mixin private KnownViolations known = new KnownViolations();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 1 from this severity on: ${COMPLETION-CANDIDATES} (default: error).")
  private FailOn failOn = FailOn.ERROR;

  @Mixin private WaiverDay day = new WaiverDay();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    boolean failed = false;
    List<CheckReport> reports = new ArrayList<>();
    List<Manifest.Declared> all = input.read();
    known.open();
    for (Manifest.Declared declared : all) {
      Organization organization = Organization.of(declared.topology());
      Review review =
          known.apply(organization.name(), Check.review(organization, declared.waivers(), day.at));
      reports.add(new CheckReport(organization, review, declared.sources()));
      failed |= review.violations().stream().anyMatch(v -> failOn.includes(v.severity()));
    }
    output.print(reports, failOn.least, input.folder());
    known.close(command.commandLine().getErr());
    return failed ? ExitCode.NO : ExitCode.FINE;
  }
}
