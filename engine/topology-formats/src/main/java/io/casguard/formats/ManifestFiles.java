package io.casguard.formats;

import io.casguard.topology.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The files of a manifest on disk: one file, or a directory read recursively (`*.yaml`, `*.yml`,
/// `*.json`; hidden ones skipped).
public final class ManifestFiles {
  private ManifestFiles() {}

  /// Reads the files below a path, named relative to it, in alphabetical order.
  ///
  /// @throws IOException where the path is missing or a file cannot be read; the message is fit for
  ///   people
  public static Parsed<List<SourceFile>> read(Path path, Limits limits) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path + " does not exist");
    }
    List<Path> files = Files.isDirectory(path) ? below(path) : List.of(path);
    if (files.isEmpty()) {
      return new Parsed.Refused<>(path + " holds no *.yaml, *.yml or *.json");
    }
    long size = 0;
    List<SourceFile> sources = new ArrayList<>();
    for (Path file : files) {
      size += Files.size(file);
      if (size > limits.bytes()) {
        return new Parsed.Refused<>(
            file + ": larger than the limit of " + limits.bytes() + " bytes");
      }
      String name =
          Files.isDirectory(path)
              ? path.relativize(file).toString()
              : path.getFileName().toString();
      switch (SourceFile.decode(name.replace('\\', '/'), Files.readAllBytes(file))) {
        case Parsed.Understood<SourceFile>(SourceFile source) -> sources.add(source);
        case Parsed.Refused<SourceFile>(String why) -> {
          return new Parsed.Refused<>(file + ": " + why);
        }
      }
    }
    return new Parsed.Understood<>(List.copyOf(sources));
  }

  private static List<Path> below(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> isManifest(directory.relativize(file)))
          .sorted()
          .toList();
    }
  }

  /// Whether a file below a directory is one of its manifest: by its ending, and neither hidden nor
  /// in a hidden directory.
  ///
  /// @param relative its path below that directory
  public static boolean isManifest(Path relative) {
    String folded = relative.toString().toLowerCase(Locale.ROOT);
    boolean isTyped =
        folded.endsWith(".yaml") || folded.endsWith(".yml") || folded.endsWith(".json");
    return isTyped && !isHidden(relative);
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
