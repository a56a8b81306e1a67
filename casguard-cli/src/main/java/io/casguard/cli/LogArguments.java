package io.casguard.cli;

import io.casguard.accesslogs.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The logs that paths name: files, and in folders whatever is called like a log.
final class LogArguments {
  private static final int DEPTH = 16;

  private LogArguments() {}

  /// The logs, in the order of their paths.
  ///
  /// @throws WrongInput where there is none, or one is an archive
  static List<LogFile> below(List<Path> paths) throws IOException {
    List<LogFile> logs = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new WrongInput(path + ": no such file or folder");
      }
      int before = logs.size();
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.walk(path, DEPTH)) {
          for (Path file : files.filter(LogArguments::isLog).sorted().toList()) {
            logs.add(log(file, path.relativize(file).toString()));
          }
        }
      } else {
        logs.add(log(path, path.toString()));
      }
      if (logs.size() == before) {
        throw new WrongInput(path + ": no log (*.log, *.log.gz) in this folder or one below it");
      }
    }
    return logs;
  }

  private static boolean isLog(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(path) && (name.endsWith(".log") || name.endsWith(".gz"));
  }

  private static LogFile log(Path path, String name) throws IOException {
    try {
      return LogFile.at(path, name);
    } catch (LogFile.Unfit unfit) {
      throw new WrongInput(unfit.why());
    }
  }
}
