package io.casguard.cli;

import io.casguard.reports.Style;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a command prints its result, where it has the two formats of every command.
final class Output {
  /// For people, and for programs.
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: text).")
  Format format = Format.TEXT;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /// Whether text may be coloured.
  Style style() {
    return StandardOutput.style(command);
  }

  /// Prints a result.
  void print(String result) {
    StandardOutput.print(command, result);
  }
}
