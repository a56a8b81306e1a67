package io.casguard.formats;

import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Path;
import io.casguard.topology.Population;
import io.casguard.topology.Type;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names by which one part of a topology refers to another, looked up when the whole is read.
final class References {
  private record Use(Type.Reference reference, String name, Position at, Path path) {}

  private final Draft spec;
  private final SourceMap sources;
  private final Problems problems;
  private final List<Use> uses = new ArrayList<>();

  /// @param spec the topology that declares what is named, complete once it is checked
  References(Draft spec, SourceMap sources, Problems problems) {
    this.spec = spec;
    this.sources = sources;
    this.problems = problems;
  }

  /// Remembers a word for the check, where it names something at all.
  void add(Type.Reference reference, String name, Position at, Path path) {
    switch (reference) {
      case SERVER, SITE, SITE_OR_INTERNET -> uses.add(new Use(reference, name, at, path));
      case NOTHING, ITSELF -> {}
    }
  }

  /// Finds servers that are declared twice, and names that nothing declares. The latter only where
  /// all was read: what seems missing may stand in what could not be.
  void check() {
    List<Path> servers = servers();
    checkUnique(servers);
    if (problems.isComplete()) {
      checkUses(servers);
    }
  }

  private void checkUnique(List<Path> servers) {
    Map<String, Path> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Path place : servers) {
      Path before = places.putIfAbsent(place.name(), place);
      if (before != null) {
        problems.add(
            sources.find(place).orElseThrow(),
            place.toString(),
            "the server is declared twice: also as "
                + before
                + " at "
                + sources.find(before).orElseThrow());
      }
    }
  }

  private List<Path> servers() {
    List<Path> places = new ArrayList<>();
    Path sites = Path.SPEC.key(Vocabulary.SITES.name());
    items(spec, Vocabulary.SITES)
        .forEach(
            (site, draft) -> places.addAll(servers(draft, Vocabulary.SERVERS, sites.key(site))));
    places.addAll(servers(spec, Vocabulary.SERVERS_WITHOUT_SITE, Path.SPEC));
    return places;
  }

  private static List<Path> servers(Draft of, Key<SortedMap<String, Entity>> key, Path at) {
    return items(of, key).keySet().stream().map(at.key(key.name())::key).toList();
  }

  private static SortedMap<String, Draft> items(Draft of, Key<SortedMap<String, Entity>> key) {
    return of.get(key.name()) instanceof SortedMap<?, ?> ? of.items(key.name()) : new TreeMap<>();
  }

  private void checkUses(List<Path> declaredServers) {
    SortedSet<String> servers = named(declaredServers.stream().map(Path::name));
    SortedSet<String> sites = named(items(spec, Vocabulary.SITES).keySet().stream());
    SortedSet<String> places = named(Stream.concat(Stream.of(Population.INTERNET), sites.stream()));
    for (Use use : uses) {
      switch (use.reference()) {
        case SERVER -> checkDeclared(use, "server", servers);
        case SITE -> checkDeclared(use, "site", sites);
        case SITE_OR_INTERNET -> checkDeclared(use, "site", places);
        case NOTHING, ITSELF -> throw new IllegalStateException(use + " names nothing else");
      }
    }
  }

  private static SortedSet<String> named(Stream<String> names) {
    return names.collect(
        Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
  }

  private void checkDeclared(Use use, String what, SortedSet<String> declared) {
    if (!declared.contains(use.name())) {
      problems.add(
          use.at(),
          use.path().toString(),
          "no "
              + what
              + " "
              + Problem.shortened(use.name())
              + " is declared"
              + problems.hint(() -> NearestName.hint(use.name(), declared)));
    }
  }
}
