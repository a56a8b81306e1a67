package io.casguard.cli;

import io.casguard.formats.Problem;
import io.casguard.formats.imports.Imported;
import io.casguard.formats.imports.ShellImport;
import io.casguard.formats.shell.ExportFiles;
import io.casguard.formats.shell.ExportLimits;
import io.casguard.formats.shell.ShellExports;
import io.casguard.reports.ImportReport;
import java.io.Console;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `casguard import`: what the shell exported, as a manifest.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Turns exports of the Exchange Management Shell into a topology manifest: Export-Clixml, Export-Csv,",
      "Format-List, tables whose columns line up, ConvertTo-Json, and folders or zip files of them.",
      "What the exports do not say stays unsaid and is listed; questions that the shell cannot answer are",
      "asked in answers.yaml, which later imports keep."
    },
    footer = {
      "",
      "Examples:",
      "  casguard collect > collect.ps1                  # run it in the Exchange Management Shell",
      "  casguard import casguard-export.zip -o contoso/ --organization contoso",
      "  casguard import owa.txt servers.csv exports/ -o contoso/",
      "  casguard check contoso/"
    })
final class ImportCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Exports: files, zip files, folders of them. Each is told by its content.")
  private List<Path> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "The folder that topology.yaml and answers.yaml are written to.")
  private Path output = Path.of("");

  @Option(
      names = "--organization",
      paramLabel = "NAME",
      description =
          "What the organization is called, like contoso (default: as DIR has it, else it is asked).")
  private Optional<String> organization = Optional.empty();

  @Option(names = "--all", description = "List everything that is not said, however long.")
  private boolean all;

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    ShellImport shellImport = new ShellImport();
    ShellExports.Reading reading = read(shellImport);
    List<Problem> problems =
        Stream.concat(reading.problems().stream(), shellImport.problems().stream()).toList();
    if (!problems.isEmpty()) {
      throw new WrongInput(
          problems.stream().map(ImportCommand::told).collect(Collectors.joining("\n"))
              + "\n"
              + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
              + ": nothing was written");
    }
    ImportFolder folder = new ImportFolder(output);
    Imported imported = shellImport.finish(name(folder));
    if (imported.counts().servers() == 0) {
      throw new WrongInput(nothing(reading, imported));
    }
    ImportFolder.Written written = folder.write(imported, names());
    StandardOutput.print(
        command,
        new ImportReport(imported, reading.skipped())
            .text(
                StandardOutput.style(command),
                all,
                written.files(),
                written.questions(),
                written.notes(),
                "casguard check " + output));
    return ExitCode.FINE;
  }

  private ShellExports.Reading read(ShellImport shellImport) throws IOException {
    try {
      return ShellExports.read(ExportFiles.at(files), ExportLimits.DEFAULT, shellImport);
    } catch (NoSuchFileException missing) {
      throw new WrongInput(Optional.ofNullable(missing.getMessage()).orElse("a file is missing"));
    }
  }

  /// The name that was given, that the folder has already, or that somebody types.
  private String name(ImportFolder folder) {
    String name =
        organization
            .or(folder::organization)
            .or(this::asked)
            .orElseThrow(
                () ->
                    new WrongInput(
                        "what is the organization called? Say it with --organization contoso"));
    return ImportFolder.checkedName(name);
  }

  private Optional<String> asked() {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> console.readLine("What is the organization called (like contoso)? "));
  }

  private String nothing(ShellExports.Reading reading, Imported imported) {
    List<String> lines = new ArrayList<>();
    lines.add("no server in " + String.join(", ", names()) + ": nothing was written");
    imported.remarks().forEach(remark -> lines.add(told(remark)));
    reading.skipped().forEach(name -> lines.add(name + ": no export of the shell"));
    return String.join("\n", lines);
  }

  private List<String> names() {
    return files.stream().map(file -> file.toString().replace('\\', '/')).toList();
  }

  private static String told(Problem problem) {
    return problem.at().file() + ":" + problem.at().line() + ": " + problem.message();
  }
}
