package io.casguard.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The project on disk: the modules that the root POM lists, and the classes that were built from
/// them.
final class House {
  /// Tests run in the module's folder, two below the root.
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  private House() {}

  /// The folders of all modules that exist.
  static List<String> modules() {
    try {
      return MODULE
          .matcher(Files.readString(ROOT.resolve("pom.xml")))
          .results()
          .map(found -> found.group(1))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The rooms of the plan that exist, and have classes other than tests.
  static List<Room> rooms() {
    return Arrays.stream(Room.values()).filter(House::hasClasses).toList();
  }

  /// True where the room exists and has sources other than tests.
  static boolean hasClasses(Room room) {
    return modules().contains(room.folder)
        && Files.isDirectory(ROOT.resolve(room.folder).resolve("src/main/java"));
  }

  /// The classes of one room, without its tests; empty only where it was not built before this
  /// module.
  static JavaClasses classesOf(Room room) {
    return ours().importPath(ROOT.resolve(room.folder).resolve("target").resolve("classes"));
  }

  /// The classes of all rooms, without tests.
  static JavaClasses classes() {
    return ours()
        .importPaths(
            rooms().stream()
                .map(room -> ROOT.resolve(room.folder).resolve("target").resolve("classes"))
                .toList());
  }

  /// What JMH makes of benchmarks is not written by us.
  private static ClassFileImporter ours() {
    return new ClassFileImporter()
        .withImportOption(location -> !location.contains("/jmh_generated/"));
  }
}
