package io.casguard.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The project on disk, as far as manifests must agree with it.
final class Project {
  /// Tests run in the module's folder, two below the root.
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>casguard</artifactId>\\s*<version>([^<]+)</version>");
  private static final Pattern KEY = Pattern.compile("(?m)^(?:%\\w+\\.)?([\\w.\"-]+)=");
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([\\w.\"-]+)");
  private static final Pattern MAPPING =
      Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
  private static final Pattern METHOD = Pattern.compile("(?m)^ {2}[\\w<>., ]+ (\\w+)\\(\\);");

  private Project() {}

  static Path folder(String path) {
    return ROOT.resolve(path);
  }

  static String text(String path) {
    return read(folder(path));
  }

  static String version() {
    return matches(VERSION, text("pom.xml")).findFirst().orElseThrow();
  }

  /// The modules that run in a cluster.
  static List<String> services() {
    return matches(MODULE, text("pom.xml")).filter(name -> name.endsWith("-service")).toList();
  }

  /// The configuration properties that the product names: keys of its properties files, what their
  /// expressions ask for, and the methods of its `@ConfigMapping` interfaces. Written as
  /// environment variables.
  static Set<String> settings() {
    return Stream.concat(
            files(".properties")
                .flatMap(text -> Stream.concat(matches(KEY, text), matches(EXPRESSION, text))),
            files("Config.java").flatMap(Project::mapped))
        .map(name -> name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static Stream<String> mapped(String source) {
    return matches(MAPPING, source)
        .flatMap(
            prefix ->
                matches(METHOD, source)
                    .map(name -> prefix + "." + name.replaceAll("(?=[A-Z])", "-")));
  }

  private static Stream<String> files(String ending) {
    return matches(MODULE, text("pom.xml"))
        .filter(module -> module.startsWith("platform/") || module.endsWith("-service"))
        .map(module -> folder(module).resolve("src/main"))
        .flatMap(Project::below)
        .filter(file -> file.toString().endsWith(ending))
        .map(Project::read);
  }

  private static Stream<Path> below(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
