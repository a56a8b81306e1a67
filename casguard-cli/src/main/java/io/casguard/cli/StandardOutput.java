package io.casguard.cli;

import io.casguard.reports.Style;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/// Where results go.
final class StandardOutput {
  private StandardOutput() {}

  /// Whether text may be coloured.
  static Style style(CommandSpec command) {
    return command.commandLine().getColorScheme().ansi().enabled() ? Style.COLOUR : Style.PLAIN;
  }

  /// The reports of several organizations, one after the other.
  static <R> String each(List<R> reports, Function<R, String> written) {
    return reports.stream().map(written).collect(Collectors.joining());
  }

  /// Prints a result.
  static void print(CommandSpec command, String result) {
    command.commandLine().getOut().print(result);
    command.commandLine().getOut().flush();
  }
}
