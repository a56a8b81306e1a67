package io.casguard.cli;

import io.casguard.guidelines.Severity;
import io.casguard.reports.CheckReport;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How `check` prints what it found.
final class CheckOutput {
  /// For people, for programs, for code scanning, for test reports, and for pull requests.
  enum Format {
    TEXT,
    JSON,
    SARIF,
    JUNIT,
    MARKDOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /// Prints the reports: SARIF, JUnit and Markdown as one document.
  ///
  /// @param failing the least severity that makes the answer no
  /// @param folder where the files lie, as [CheckReport#sarif(List, String)] takes it
  void print(List<CheckReport> reports, Severity failing, String folder) {
    StandardOutput.print(
        command,
        switch (format) {
          case TEXT ->
              StandardOutput.each(reports, report -> report.text(StandardOutput.style(command)));
          case JSON -> StandardOutput.each(reports, CheckReport::json);
          case SARIF -> CheckReport.sarif(reports, folder);
          case JUNIT -> CheckReport.junit(reports, failing, folder);
          case MARKDOWN -> CheckReport.markdown(reports);
        });
  }
}
