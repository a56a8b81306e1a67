package io.casguard.cli;

import io.casguard.formats.Limits;
import io.casguard.formats.Manifest;
import io.casguard.formats.ManifestFiles;
import io.casguard.formats.ManifestWriter;
import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import io.casguard.formats.SourceFile;
import io.casguard.formats.imports.Imported;
import io.casguard.formats.imports.Questions;
import io.casguard.topology.Names;
import io.casguard.topology.Organization;
import io.casguard.topology.Parsed;
import io.casguard.topology.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The folder that an import writes: `topology.yaml`, anew each time, and `answers.yaml`, which
/// belongs to the person who fills it in.
final class ImportFolder {
  private static final String TOPOLOGY = "topology.yaml";
  private static final String ANSWERS = "answers.yaml";

  private final Path folder;

  /// What was written.
  ///
  /// @param files in the order of the report
  /// @param questions how many questions were asked that were not asked before
  /// @param notes what a person should look at
  record Written(List<String> files, int questions, List<String> notes) {
    Written {
      files = List.copyOf(files);
      notes = List.copyOf(notes);
    }
  }

  ImportFolder(Path folder) {
    this.folder = folder;
  }

  /// The organization that an earlier import wrote here.
  Optional<String> organization() {
    return read(TOPOLOGY)
        .flatMap(
            file ->
                Manifest.read(List.of(file)) instanceof Manifest.Reading.Accepted(var declared, _)
                    ? declared.stream().findFirst().map(it -> it.topology().organization())
                    : Optional.empty());
  }

  /// A name that a manifest takes.
  static String checkedName(String name) {
    if (!name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")) {
      throw new WrongInput(
          "an organization's name has small letters, digits and hyphens, like contoso-europe, not \""
              + name
              + "\"");
    }
    return name;
  }

  /// Writes what was imported, and asks what is not answered. Nothing is written where the folder
  /// would not be one topology afterwards.
  Written write(Imported imported, List<String> sources) throws IOException {
    SourceFile topology =
        new SourceFile(TOPOLOGY, head(sources) + ManifestWriter.write(imported.topology()));
    String name = imported.topology().organization();
    organization()
        .filter(held -> !held.equals(name))
        .ifPresent(
            held -> {
              throw new WrongInput(
                  folder
                      + " holds the organization "
                      + held
                      + ", not "
                      + name
                      + ": choose another");
            });
    Optional<SourceFile> before = read(ANSWERS);
    Optional<Questions.Asked> asked =
        before.isPresent()
            ? Questions.more(imported.topology(), askedSoFar(before.get(), imported))
            : Optional.of(Questions.first(imported.topology()));
    SourceFile answers =
        new SourceFile(
            ANSWERS,
            before.map(SourceFile::text).orElse("") + asked.map(Questions.Asked::text).orElse(""));
    List<Manifest.Declared> together = check(topology, answers);
    Files.createDirectories(folder);
    replace(topology);
    if (asked.isPresent()) {
      replace(answers);
    }
    return new Written(
        List.of(folder.resolve(TOPOLOGY).toString(), folder.resolve(ANSWERS).toString()),
        asked.map(Questions.Asked::count).orElse(0),
        gone(together, imported));
  }

  /// Servers that answers speak of and exports do not have.
  private static List<String> gone(List<Manifest.Declared> together, Imported imported) {
    Set<String> exported =
        Organization.of(imported.topology()).servers().stream()
            .map(server -> Names.folded(server.name()))
            .collect(Collectors.toSet());
    return together.stream()
        .filter(one -> one.topology().organization().equals(imported.topology().organization()))
        .flatMap(
            one ->
                Organization.of(one.topology()).servers().stream()
                    .filter(server -> !exported.contains(Names.folded(server.name())))
                    .map(
                        server ->
                            one.sources()
                                    .find(server.path())
                                    .map(Position::toString)
                                    .orElse(ANSWERS)
                                + "  "
                                + server.name()
                                + " is in no export: if the server is gone, remove it here"))
        .toList();
  }

  private static String head(List<String> sources) {
    String named =
        sources.size() <= 5
            ? String.join(", ", sources)
            : String.join(", ", sources.subList(0, 5)) + " and " + (sources.size() - 5) + " more";
    return "# Written by `casguard import` from "
        + named.replaceAll("\\p{Cntrl}", "?")
        + ".\n# The next import writes this file anew; what the shell cannot tell stands in answers.yaml.\n";
  }

  /// What an earlier import has asked about: everything that its two files name.
  private Topology askedSoFar(SourceFile answers, Imported imported) {
    List<SourceFile> files = new ArrayList<>(List.of(answers));
    read(TOPOLOGY).ifPresent(files::add);
    return switch (Manifest.read(files)) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) ->
          declared.stream()
              .map(Manifest.Declared::topology)
              .filter(it -> it.organization().equals(imported.topology().organization()))
              .findFirst()
              .orElseGet(imported::topology);
      // What is wrong in them is told where the new file is read together with the answers.
      case Manifest.Reading.Rejected _ -> imported.topology();
    };
  }

  private List<Manifest.Declared> check(SourceFile topology, SourceFile answers)
      throws IOException {
    List<SourceFile> files = new ArrayList<>(List.of(topology, answers));
    if (Files.isDirectory(folder)) {
      others().stream()
          .filter(file -> !file.name().equals(TOPOLOGY) && !file.name().equals(ANSWERS))
          .forEach(files::add);
    }
    return switch (Manifest.read(files)) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) -> declared;
      case Manifest.Reading.Rejected(List<Problem> problems) ->
          throw new WrongInput(
              problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))
                  + "\nnothing was written: what was imported does not fit what stands in "
                  + folder
                  + "; change or remove the lines above");
    };
  }

  private List<SourceFile> others() throws IOException {
    return switch (ManifestFiles.read(folder, Limits.DEFAULT)) {
      case Parsed.Understood<List<SourceFile>>(List<SourceFile> files) -> files;
      case Parsed.Refused<List<SourceFile>> _ -> List.of(); // it holds no manifest yet
    };
  }

  private Optional<SourceFile> read(String name) {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return switch (SourceFile.decode(name, Files.readAllBytes(file))) {
        case Parsed.Understood<SourceFile>(SourceFile source) -> Optional.of(source);
        case Parsed.Refused<SourceFile>(String why) -> throw new WrongInput(file + ": " + why);
      };
    } catch (IOException unreadable) {
      throw new WrongInput("cannot read " + file + ": " + unreadable.getMessage());
    }
  }

  /// A file is there whole or not at all.
  private void replace(SourceFile file) throws IOException {
    Path beside = folder.resolve("." + file.name() + ".new");
    Files.writeString(beside, file.text(), StandardCharsets.UTF_8);
    Files.move(beside, folder.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
  }
}
