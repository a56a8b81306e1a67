package io.casguard.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Expected texts, one file each, in one folder; `-Dupdate` writes what is, for the reviewer of the
/// difference.
public final class GoldenFiles {
  private static final boolean UPDATE = System.getProperty("update") != null;

  private final Path folder;
  private final boolean update;
  private final Set<Path> used = new TreeSet<>();

  GoldenFiles(Path folder, boolean update) {
    this.folder = folder;
    this.update = update;
  }

  /// The files of a folder, whose path starts at the module.
  public static GoldenFiles in(Path folder) {
    return new GoldenFiles(folder, UPDATE);
  }

  /// The text is what the file says; the file's name may hold folders.
  public void check(String file, String text) throws IOException {
    Path golden = folder.resolve(file).normalize();
    used.add(golden);
    if (update) {
      Path parent = golden.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(golden, text);
    }
    assertThat(golden).as("run with -Dupdate to write it").exists();
    assertThat(text).as("%s (-Dupdate rewrites it)", golden).isEqualTo(Files.readString(golden));
  }

  /// A file is read as an input, so that it is not left over.
  public String read(String file) throws IOException {
    Path input = folder.resolve(file).normalize();
    used.add(input);
    return Files.readString(input);
  }

  /// No file of the folder is left over, without a check or a reader.
  public void assertAllUsed() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Set<Path> present =
          files
              .filter(Files::isRegularFile)
              .map(Path::normalize)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(present).as("files of %s", folder).isSubsetOf(used);
    }
  }
}
