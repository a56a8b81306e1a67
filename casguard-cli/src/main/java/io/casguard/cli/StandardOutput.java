package io.casguard.cli;

import io.casguard.reports.Style;
import picocli.CommandLine.Model.CommandSpec;

/// Where results go.
final class StandardOutput {
  private StandardOutput() {}

  /// Whether text may be coloured.
  static Style style(CommandSpec command) {
    return command.commandLine().getColorScheme().ansi().enabled() ? Style.COLOUR : Style.PLAIN;
  }

  /// Prints a result.
  static void print(CommandSpec command, String result) {
    command.commandLine().getOut().print(result);
    command.commandLine().getOut().flush();
  }
}
