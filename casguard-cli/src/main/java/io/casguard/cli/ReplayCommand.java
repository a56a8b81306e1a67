package io.casguard.cli;

import io.casguard.accesslogs.LogFile;
import io.casguard.accesslogs.LogLayout;
import io.casguard.accesslogs.Replay;
import io.casguard.formats.Manifest;
import io.casguard.reports.ReplayReport;
import io.casguard.topology.Organization;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `casguard replay`: IIS logs held against the simulator.
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Holds IIS logs against the simulator: what they confirm, and what they speak against.",
    footer = {
      "",
      "Examples:",
      "  casguard replay topology/ --logs logs/",
      "  casguard replay contoso.yaml --logs SEA-CAS1/W3SVC1 LEE-CAS1/W3SVC1 -o markdown",
      "",
      "A log is the server's whose address (addresses in the topology) stands under s-ip, whose name",
      "stands under s-computername, or after whom its folder is called. Exit code 1: a contradiction."
    })
final class ReplayCommand implements Callable<Integer> {
  /// For people, for programs, and for tickets.
  enum Format {
    TEXT,
    JSON,
    MARKDOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private TopologyInput input = new TopologyInput();
  @Mixin private AssumedAnswers assumed = new AssumedAnswers();

  @Option(
      names = "--logs",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "Logs, plain or packed by gzip, and folders of them (*.log, *.gz).")
  private List<Path> logs = new ArrayList<>();

  @Option(
      names = "--fields",
      paramLabel = "COLUMNS",
      description = "The columns of logs whose #Fields line is missing, as it would name them.")
  private String fields = "";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many logs, or parts of one, are read at once (default: one a core).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: text).")
  private Format format = Format.TEXT;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Manifest.Declared declared = input.readOne();
    List<LogFile> files = LogArguments.below(logs);
    Replay replay = replayed(Organization.of(declared.topology()), files);
    ReplayReport report = new ReplayReport(replay, declared.sources());
    StandardOutput.print(
        command,
        switch (format) {
          case TEXT -> report.text(StandardOutput.style(command));
          case JSON -> report.json();
          case MARKDOWN -> report.markdown();
        });
    return replay.contradictions().isEmpty() ? ExitCode.FINE : ExitCode.NO;
  }

  private Replay replayed(Organization organization, List<LogFile> files)
      throws IOException, InterruptedException {
    if (threads < 1) {
      throw new WrongInput("--threads: at least one");
    }
    long total = files.stream().mapToLong(LogFile::size).sum();
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    ProgressBar progress = new ProgressBar(command.commandLine().getErr(), terminal, total);
    try {
      return Replay.of(
          organization,
          files,
          new Replay.Way(assumed.assumptions(), presumed(), threads, progress::add));
    } catch (LogFile.Unfit unfit) {
      throw new WrongInput(unfit.why());
    } finally {
      progress.end();
    }
  }

  private Optional<LogLayout> presumed() {
    if (fields.isBlank()) {
      return Optional.empty();
    }
    LogLayout layout = LogLayout.of(fields);
    if (!layout.missing().isEmpty()) {
      throw new WrongInput("--fields lacks " + String.join(", ", layout.missing()));
    }
    return Optional.of(layout);
  }
}
