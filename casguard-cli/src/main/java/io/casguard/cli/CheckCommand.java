package io.casguard.cli;

import io.casguard.formats.Manifest;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Waivers;
import io.casguard.impact.Check;
import io.casguard.reports.CheckReport;
import io.casguard.topology.Organization;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
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
      "  casguard check topology/ --at 2027-01-31"
    })
final class CheckCommand implements Callable<Integer> {
  /// The least severity that makes the answer no.
  enum FailOn {
    ERROR,
    WARNING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean includes(Severity severity) {
      return switch (this) {
        case ERROR -> severity == Severity.ERROR;
        case WARNING -> severity == Severity.ERROR || severity == Severity.WARNING;
      };
    }
  }

  @Mixin private TopologyInput input = new TopologyInput();
  @Mixin private Output output = new Output();
  @Mixin private KnownViolations known = new KnownViolations();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 1 from this severity on: ${COMPLETION-CANDIDATES} (default: error).")
  private FailOn failOn = FailOn.ERROR;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      converter = Day.class,
      description = "The day by which waivers lapse, like 2027-03-31 (default: today, in UTC).")
  private LocalDate at = LocalDate.now(ZoneOffset.UTC);

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    boolean failed = false;
    List<Manifest.Declared> all = input.read();
    known.open();
    for (Manifest.Declared declared : all) {
      Organization organization = Organization.of(declared.topology());
      Review review =
          known.apply(
              organization.name(), Waivers.apply(Check.of(organization), declared.waivers(), at));
      CheckReport report = new CheckReport(organization, review, declared.sources());
      output.print(
          switch (output.format) {
            case TEXT -> report.text(output.style());
            case JSON -> report.json();
          });
      failed |= review.violations().stream().anyMatch(v -> failOn.includes(v.severity()));
    }
    known.close(command.commandLine().getErr());
    return failed ? ExitCode.NO : ExitCode.FINE;
  }
}
