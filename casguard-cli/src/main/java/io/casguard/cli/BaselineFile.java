package io.casguard.cli;

import io.casguard.formats.Limits;
import io.casguard.formats.SourceFile;
import io.casguard.guidelines.Baseline;
import io.casguard.reports.BaselineText;
import io.casguard.topology.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/// A baseline on disk. What is no baseline is never read as an empty one and never overwritten.
record BaselineFile(Path path) {
  /// Reads it.
  ///
  /// @throws WrongInput where it is missing, or is something else
  Baseline read() {
    try {
      if (Files.size(path) > Limits.DEFAULT.bytes()) {
        throw new WrongInput(
            path + ": larger than the limit of " + Limits.DEFAULT.bytes() + " bytes");
      }
      return switch (SourceFile.decode(path.toString(), Files.readAllBytes(path))) {
        case Parsed.Understood<SourceFile>(SourceFile file) -> read(file.text());
        case Parsed.Refused<SourceFile>(String why) -> throw new WrongInput(path + ": " + why);
      };
    } catch (NoSuchFileException missing) {
      throw new WrongInput(
          "the baseline "
              + path
              + " does not exist: write it once with --write-baseline, and commit it");
    } catch (IOException unreadable) {
      throw new WrongInput("cannot read the baseline " + path + ": " + unreadable.getMessage());
    }
  }

  /// Reads it; what does not exist yet holds nothing.
  Baseline readOrBegin() {
    return Files.exists(path) ? read() : Baseline.EMPTY;
  }

  /// Replaces it as a whole: a reader sees the one or the other, whenever the machine stops.
  void write(Baseline baseline) throws IOException {
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    Path next =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.write(next, BaselineText.write(baseline).getBytes(StandardCharsets.UTF_8));
      keepPermissions(target, next);
      Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null && Files.exists(from)) {
      view.setPermissions(Files.getPosixFilePermissions(from));
    }
  }

  private Baseline read(String text) {
    return switch (BaselineText.read(text)) {
      case Parsed.Understood<Baseline>(Baseline baseline) -> baseline;
      case Parsed.Refused<Baseline>(String why) ->
          throw new WrongInput("the baseline " + path + " cannot be used: " + why);
    };
  }
}
