package io.casguard.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `casguard`: the command line.
@Command(
    name = "casguard",
    subcommands = {
      CheckCommand.class,
      SimulateCommand.class,
      PathsCommand.class,
      PlanCommand.class,
      ReplayCommand.class,
      AboutCommand.class,
      TestCommand.class,
      FixCommand.class,
      CollectCommand.class,
      ImportCommand.class,
      UpCommand.class,
      GenerateCompletion.class,
      HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = ReleasedVersion.class,
    description = "Keeps Exchange Server 2007 Client Access topologies correct.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  casguard collect > collect.ps1",
      "  casguard import casguard-export.zip -o topology/",
      "  casguard check topology/",
      "  casguard up --examples",
      "  source <(casguard generate-completion)",
      "",
      "Exit codes: 0 fine, 1 the answer is no, 2 the input or the call is wrong, 3 casguard itself failed."
    })
public final class Casguard implements Callable<Integer> {
  private static final int WIDTH = 100;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours, as with NO_COLOR in the environment or away from a terminal.")
  boolean noColor;

  @Spec private CommandSpec command = CommandSpec.create();

  /// Runs a command and leaves with its exit code.
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = run(out, err, arguments);
    out.flush();
    err.flush();
    if (out.checkError()) {
      code = code == ExitCode.FINE ? ExitCode.FAILED : code;
    }
    System.exit(code);
  }

  /// Runs a command.
  ///
  /// @param out where results go
  /// @param err where everything else goes
  /// @return the exit code
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    boolean colours = colours(terminal, System.getenv(), arguments);
    return new CommandLine(new Casguard())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(WIDTH)
        .setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(Casguard::refuse)
        .setExecutionExceptionHandler(Casguard::fail)
        .execute(arguments);
  }

  /// Without a command, says which there are.
  @Override
  public Integer call() {
    command.commandLine().usage(command.commandLine().getErr());
    return ExitCode.WRONG_INPUT;
  }

  /// True where escape sequences may be written: to a terminal, unless somebody said no.
  static boolean colours(boolean terminal, Map<String, String> environment, String... arguments) {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !List.of(arguments).contains("--no-color");
  }

  private static int refuse(CommandLine.ParameterException wrong, String[] arguments) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println("casguard: " + wrong.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("Try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.WRONG_INPUT;
  }

  private static int fail(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof WrongInput) {
      command.getErr().println(failure.getMessage());
      return ExitCode.WRONG_INPUT;
    }
    command.getErr().println("casguard failed, which is a mistake of its own: " + failure);
    failure.printStackTrace(command.getErr());
    return ExitCode.FAILED;
  }
}
