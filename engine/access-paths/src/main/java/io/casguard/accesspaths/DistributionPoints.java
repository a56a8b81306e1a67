package io.casguard.accesspaths;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.SiteDistances;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/// The Client Access servers that hold the files of an offline address book, and which of them is
/// closest to a mailbox server.
///
/// Which of several books somebody uses is no part of a topology: a point of any of them counts.
final class DistributionPoints {
  /// What is closest.
  sealed interface Closest {
    /// These directories, equally close, by the name of their server; never empty.
    record Found(List<Directory> directories) implements Closest {
      public Found {
        directories = List.copyOf(directories);
      }
    }

    /// The topology does not say.
    record Open(List<Path> unsaid) implements Closest {
      public Open {
        unsaid = List.copyOf(unsaid);
      }
    }

    /// There are points, and none has such an address.
    record Unadvertised() implements Closest {}

    /// There is no point.
    record Undistributed() implements Closest {}
  }

  private record Asked(Optional<Site> site, Key<Url> address, boolean farToo) {}

  private final SiteDistances distances;
  private final Set<Server> points = new LinkedHashSet<>();
  private final List<Path> unsaid = new ArrayList<>();
  private final Map<Asked, Closest> known = new HashMap<>();

  DistributionPoints(Organization organization, SiteDistances distances) {
    this.distances = distances;
    switch (organization.get(Vocabulary.OFFLINE_ADDRESS_BOOKS)) {
      case Known.Absent<SortedMap<String, Entity>>() -> {}
      case Known.Unsaid<SortedMap<String, Entity>>(Path what) -> unsaid.add(what);
      case Known.Value<SortedMap<String, Entity>>(SortedMap<String, Entity> books) ->
          books.forEach((name, book) -> add(organization, name, book));
    }
  }

  private void add(Organization organization, String name, Entity book) {
    Path path =
        Path.SPEC
            .key(Vocabulary.OFFLINE_ADDRESS_BOOKS.name())
            .key(name)
            .key(Vocabulary.DISTRIBUTION_POINTS.name());
    switch (book.stated(Vocabulary.DISTRIBUTION_POINTS).orElseGet(() -> new Known.Unsaid<>(path))) {
      case Known.Absent<SortedSet<String>>() -> {}
      case Known.Unsaid<SortedSet<String>>(Path what) -> unsaid.add(what);
      case Known.Value<SortedSet<String>>(SortedSet<String> servers) ->
          servers.stream()
              .map(organization::serverNamed)
              .flatMap(Optional::stream)
              .forEach(points::add);
    }
  }

  /// Whether a server holds the files.
  Holds areHeldBy(Server server) {
    return points.contains(server) ? Holds.YES : unsaid.isEmpty() ? Holds.NO : Holds.UNSAID;
  }

  /// What would have to be stated to know all points.
  Path unsaid() {
    return unsaid.isEmpty()
        ? Path.SPEC.key(Vocabulary.OFFLINE_ADDRESS_BOOKS.name())
        : unsaid.getFirst();
  }

  /// The points closest to a site that have an address; of a mailbox server without a site all are
  /// equally close.
  ///
  /// @param farToo whether those of other sites are given too
  Closest closest(Optional<Site> site, Key<Url> address, boolean farToo) {
    return known.computeIfAbsent(new Asked(site, address, farToo), this::find);
  }

  private Closest find(Asked asked) {
    if (points.isEmpty()) {
      return unsaid.isEmpty() ? new Closest.Undistributed() : new Closest.Open(unsaid);
    }
    List<Server> near =
        points.stream()
            .filter(point -> asked.farToo() || point.site().equals(asked.site()))
            .filter(point -> !point.isDown())
            .sorted(
                Comparator.comparingInt((Server point) -> cost(asked.site(), point))
                    .thenComparing(point -> point.name().toLowerCase(Locale.ROOT)))
            .toList();
    List<Directory> found = new ArrayList<>();
    List<Path> open = new ArrayList<>();
    int reached = Integer.MAX_VALUE;
    for (Server point : near) {
      int cost = cost(asked.site(), point);
      if (!found.isEmpty() && cost > reached) {
        break;
      }
      Optional<Directory> directory = SiteDirectories.at(point, DirectoryKind.OAB);
      switch (address(point, directory, asked.address())) {
        case Known.Value<Url> _ -> {
          found.add(directory.orElseThrow());
          reached = cost;
        }
        case Known.Absent<Url>() -> {}
        case Known.Unsaid<Url>(Path what) -> open.add(what);
      }
    }
    if (!found.isEmpty() && open.isEmpty()) {
      return new Closest.Found(found);
    }
    return open.isEmpty() ? new Closest.Unadvertised() : new Closest.Open(open);
  }

  private static Known<Url> address(Server point, Optional<Directory> directory, Key<Url> address) {
    return directory
        .map(oab -> oab.get(address))
        .orElseGet(
            () ->
                point.directories(DirectoryKind.OAB) instanceof Known.Unsaid<?>(Path what)
                    ? new Known.Unsaid<>(what)
                    : new Known.Absent<>());
  }

  private int cost(Optional<Site> from, Server point) {
    if (from.isEmpty() || point.site().isEmpty()) {
      return from.equals(point.site()) || from.isEmpty() ? 0 : Integer.MAX_VALUE;
    }
    OptionalInt cost = distances.between(from.get(), point.site().get());
    return cost.orElse(Integer.MAX_VALUE);
  }
}
