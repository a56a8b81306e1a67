package io.casguard.cli;

import io.casguard.formats.Manifest;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Severity;
import io.casguard.impact.Check;
import io.casguard.reports.CheckReport;
import io.casguard.topology.Organization;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      "  casguard check contoso.yaml --fail-on warning -o json"
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

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "Exit with 1 from this severity on: ${COMPLETION-CANDIDATES} (default: error).")
  private FailOn failOn = FailOn.ERROR;

  @Override
  public Integer call() {
    boolean failed = false;
    for (Manifest.Declared declared : input.read()) {
      Organization organization = Organization.of(declared.topology());
      Findings findings = Check.of(organization);
      CheckReport report = new CheckReport(organization, findings, declared.sources());
      output.print(
          switch (output.format) {
            case TEXT -> report.text(output.style());
            case JSON -> report.json();
          });
      failed |= findings.violations().stream().anyMatch(v -> failOn.includes(v.severity()));
    }
    return failed ? ExitCode.NO : ExitCode.FINE;
  }
}
