package io.casguard.cli;

import io.casguard.formats.Limits;
import io.casguard.formats.Manifest;
import io.casguard.formats.Manifest.Reading;
import io.casguard.formats.ManifestFiles;
import io.casguard.formats.Problem;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Parsed;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Reads manifests for a command: all of it, or a refusal with every problem.
final class DeclaredTopologies {
  private DeclaredTopologies() {}

  /// The organizations that a file or the files of a directory declare, in the order of their
  /// names.
  ///
  /// @throws WrongInput with every problem, where something cannot be read
  static List<Manifest.Declared> below(Path path) {
    return of(files(path), path.toString());
  }

  /// The organizations that files declare, in the order of their names.
  ///
  /// @param where what people call the place of the files
  /// @throws WrongInput with every problem, where something cannot be read
  static List<Manifest.Declared> of(List<SourceFile> files, String where) {
    return switch (Manifest.read(files)) {
      case Reading.Rejected(List<Problem> problems) ->
          throw new WrongInput(
              problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))
                  + "\n"
                  + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
                  + ": nothing was taken from "
                  + where);
      case Reading.Accepted(List<Manifest.Declared> declared, _) -> declared;
    };
  }

  private static List<SourceFile> files(Path path) {
    try {
      return switch (ManifestFiles.read(path, Limits.DEFAULT)) {
        case Parsed.Understood<List<SourceFile>>(List<SourceFile> files) -> files;
        case Parsed.Refused<List<SourceFile>>(String why) -> throw new WrongInput(why);
      };
    } catch (NoSuchFileException missing) {
      throw new WrongInput(path + " does not exist");
    } catch (IOException unreadable) {
      throw new WrongInput("cannot read " + path + ": " + unreadable.getMessage());
    }
  }
}
