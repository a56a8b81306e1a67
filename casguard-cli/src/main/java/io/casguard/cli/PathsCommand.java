package io.casguard.cli;

import io.casguard.accesspaths.Assumptions;
import io.casguard.accesspaths.Dependence;
import io.casguard.accesspaths.Matrix;
import io.casguard.formats.Manifest;
import io.casguard.reports.DependenceReport;
import io.casguard.reports.MatrixReport;
import io.casguard.topology.Organization;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
      "  casguard paths contoso.yaml -o csv",
      "  casguard paths topology/ --assumptions",
      "  casguard paths topology/ --assume Q11=fail",
      "  casguard paths topology/ --without LEE-CAS1",
      "  casguard paths topology/ --without seattle-leeds --without certificate:mail.contoso.com",
      "  casguard paths topology/ --single-failures"
    })
final class PathsCommand implements Callable<Integer> {
  /// For people, for programs, for spreadsheets, and for pull requests.
  enum Format {
    TEXT,
    JSON,
    CSV,
    MARKDOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private TopologyInput input = new TopologyInput();
  @Mixin private AssumedAnswers assumed = new AssumedAnswers();

  @Option(
      names = "--assumptions",
      description = "Show which people's outcome depends on something that is assumed.")
  private boolean showAssumptions;

  @Mixin private WhatFails fails = new WhatFails();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    Assumptions assumptions = assumed.assumptions();
    for (Manifest.Declared declared : input.read()) {
      Organization organization = Organization.of(declared.topology());
      StandardOutput.print(command, answer(organization, assumptions));
    }
    return ExitCode.FINE;
  }

  private String answer(Organization organization, Assumptions assumptions) {
    if (fails.isAsked()) {
      return fails.answer(
          organization,
          assumptions,
          switch (format) {
            case TEXT -> Optional.of(StandardOutput.style(command));
            case JSON -> Optional.empty();
            case CSV, MARKDOWN ->
                throw new WrongInput(
                    "--without and --single-failures are written as text or json only");
          });
    }
    return showAssumptions
        ? written(
            new DependenceReport(organization.name(), Dependence.of(organization, assumptions)))
        : written(new MatrixReport(Matrix.of(organization, assumptions)));
  }

  private String written(MatrixReport report) {
    return switch (format) {
      case TEXT -> report.text(StandardOutput.style(command));
      case JSON -> report.json();
      case CSV -> report.csv();
      case MARKDOWN -> report.markdown();
    };
  }

  private String written(DependenceReport report) {
    return switch (format) {
      case TEXT -> report.text(StandardOutput.style(command));
      case JSON -> report.json();
      case CSV, MARKDOWN -> throw new WrongInput("--assumptions is written as text or json only");
    };
  }
}
