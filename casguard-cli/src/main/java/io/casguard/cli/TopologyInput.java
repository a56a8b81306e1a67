package io.casguard.cli;

import io.casguard.formats.Manifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The topology that a command looks at: a file, or a directory of files.
final class TopologyInput {
  @Parameters(
      paramLabel = "PATH",
      description = "A topology manifest, or a directory of them (*.yaml, *.yml, *.json).")
  Path path = Path.of(".");

  @Option(
      names = "--organization",
      paramLabel = "NAME",
      description = "Only this organization, where PATH declares several.")
  String organization = "";

  /// The organizations, in the order of their names.
  ///
  /// @throws WrongInput with every problem, where something cannot be read
  List<Manifest.Declared> read() {
    return chosen(DeclaredTopologies.below(path));
  }

  /// The one organization that a question is about.
  Manifest.Declared readOne() {
    List<Manifest.Declared> declared = read();
    if (declared.size() > 1) {
      throw new WrongInput(
          path
              + " declares several organizations: choose one with --organization ("
              + names(declared)
              + ")");
    }
    return declared.getFirst();
  }

  /// What stands before the names of the files to make them relative to the current directory, with
  /// a slash at its end; empty where they are, and where they lie elsewhere.
  String folder() {
    Path here = Path.of("").toAbsolutePath();
    Path there = path.toAbsolutePath().normalize();
    Optional<Path> directory =
        Files.isDirectory(there) ? Optional.of(there) : Optional.ofNullable(there.getParent());
    return directory
        .filter(it -> it.startsWith(here))
        .map(it -> here.relativize(it).toString().replace('\\', '/'))
        .filter(it -> !it.isEmpty())
        .map(it -> it + "/")
        .orElse("");
  }

  private List<Manifest.Declared> chosen(List<Manifest.Declared> declared) {
    if (organization.isEmpty()) {
      return declared;
    }
    List<Manifest.Declared> chosen =
        declared.stream()
            .filter(one -> one.topology().organization().equals(organization))
            .toList();
    if (chosen.isEmpty()) {
      throw new WrongInput(
          path + " declares no organization " + organization + ", only " + names(declared));
    }
    return chosen;
  }

  private static String names(List<Manifest.Declared> declared) {
    return declared.stream()
        .map(one -> one.topology().organization())
        .collect(Collectors.joining(", "));
  }
}
