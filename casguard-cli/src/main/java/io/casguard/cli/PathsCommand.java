package io.casguard.cli;

import io.casguard.accesspaths.Matrix;
import io.casguard.formats.Manifest;
import io.casguard.reports.MatrixReport;
import io.casguard.topology.Organization;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `casguard paths`: the matrix of all user classes.
@Command(
    name = "paths",
    mixinStandardHelpOptions = true,
    description =
        "What happens to every class of user, through every door, and to how many people.",
    footer = {
      "",
      "Examples:",
      "  casguard paths topology/",
      "  casguard paths contoso.yaml -o json"
    })
final class PathsCommand implements Callable<Integer> {
  @Mixin private TopologyInput input = new TopologyInput();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    for (Manifest.Declared declared : input.read()) {
      MatrixReport report = new MatrixReport(Matrix.of(Organization.of(declared.topology())));
      output.print(
          switch (output.format) {
            case TEXT -> report.text(output.style());
            case JSON -> report.json();
          });
    }
    return ExitCode.FINE;
  }
}
