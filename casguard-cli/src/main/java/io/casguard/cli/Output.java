package io.casguard.cli;

import io.casguard.reports.Style;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a command prints its result.
final class Output {
  /// The formats that every command has.
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
    return command.commandLine().getColorScheme().ansi().enabled() ? Style.COLOUR : Style.PLAIN;
  }

  /// Prints a result.
  void print(String result) {
    command.commandLine().getOut().print(result);
    command.commandLine().getOut().flush();
  }
}
