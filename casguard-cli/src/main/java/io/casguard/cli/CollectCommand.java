package io.casguard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `casguard collect`: the script that exports everything an import reads.
@Command(
    name = "collect",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a PowerShell script that exports what `casguard import` reads. It only reads, runs in the",
      "Exchange Management Shell of Exchange 2007 (PowerShell 1.0) and later, and takes no names of people."
    },
    footer = {
      "",
      "Examples:",
      "  casguard collect > collect.ps1",
      "  [PS] C:\\>.\\collect.ps1                         # in the Exchange Management Shell",
      "  casguard import casguard-export -o contoso/     # the folder that it made, or a zip of it"
    })
final class CollectCommand implements Callable<Integer> {
  private static final String SCRIPT = "collect.ps1";

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    StandardOutput.print(command, script());
    return ExitCode.FINE;
  }

  private static String script() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(CollectCommand.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      return new String(script.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
