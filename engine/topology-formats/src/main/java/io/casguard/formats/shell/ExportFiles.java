package io.casguard.formats.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The files that somebody names on a command line: files, and folders of them.
public final class ExportFiles {
  private ExportFiles() {}

  /// The files at these paths, those of a folder in alphabetical order, hidden ones left out. Each
  /// is called what the caller typed, and below a folder by the way to it.
  ///
  /// @throws IOException where a path is missing or cannot be read; the message is fit for people
  public static List<ExportFile> at(List<Path> paths) throws IOException {
    List<ExportFile> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path + " does not exist");
      }
      if (Files.isDirectory(path)) {
        below(path).forEach(file -> files.add(file(file, false)));
      } else {
        files.add(file(path, true));
      }
    }
    return List.copyOf(files);
  }

  private static ExportFile file(Path file, boolean mustBeRead) {
    return new ExportFile(
        file.toString().replace('\\', '/'), mustBeRead, () -> Files.newInputStream(file));
  }

  /// Links are not followed.
  private static List<Path> below(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !isHidden(directory.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
