package io.casguard.accesspaths;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The servers of a site that a first server elsewhere may turn to for one kind of directory,
/// looked up once for a site.
///
/// @param site the site
/// @param kind which directories
/// @param candidates by the name of the server
record SiteDirectories(Site site, DirectoryKind kind, List<Candidate> candidates) {
  /// A server that is, or may be, a 2007 Client Access server with such a directory.
  ///
  /// @param stated the directory; empty where the topology does not say what directories there are
  /// @param unsaid what leaves open whether it is one; empty where it is
  record Candidate(
      Server server,
      Optional<Directory> stated,
      List<Path> unsaid,
      Known<Url> externalUrl,
      Known<Url> internalUrl,
      Holds integrated,
      Path directory) {
    /// The path of one of the directory's keys.
    Path key(String name) {
      return directory.key(name);
    }
  }

  static SiteDirectories of(Site site, DirectoryKind kind) {
    return new SiteDirectories(
        site,
        kind,
        site.servers().stream()
            .filter(server -> server.is(Role.CLIENT_ACCESS).and(server.is2007()) != Holds.NO)
            .flatMap(server -> candidates(server, kind))
            .sorted(
                Comparator.comparing(
                    candidate -> candidate.server().name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  private static Stream<Candidate> candidates(Server server, DirectoryKind kind) {
    List<Path> unsaid = new ArrayList<>();
    if (server.is(Role.CLIENT_ACCESS) == Holds.UNSAID) {
      unsaid.add(server.path().key(Vocabulary.ROLES.name()));
    }
    if (server.is2007() == Holds.UNSAID) {
      unsaid.add(server.path().key(Vocabulary.VERSION.name()));
    }
    return switch (server.directories(kind)) {
      case Known.Absent<List<Directory>>() -> Stream.empty();
      case Known.Value<List<Directory>>(List<Directory> all) ->
          all.stream()
              .filter(SiteDirectories::isOf2007)
              .map(directory -> candidate(directory, unsaid));
      case Known.Unsaid<List<Directory>>(Path what) -> {
        unsaid.add(what);
        yield Stream.of(
            new Candidate(
                server,
                Optional.empty(),
                unsaid,
                new Known.Unsaid<>(what.key(Vocabulary.EXTERNAL_URL.name())),
                new Known.Unsaid<>(what.key(Vocabulary.INTERNAL_URL.name())),
                Holds.UNSAID,
                what));
      }
    };
  }

  private static Candidate candidate(Directory directory, List<Path> unsaid) {
    return new Candidate(
        directory.host(),
        Optional.of(directory),
        List.copyOf(unsaid),
        directory.get(Vocabulary.EXTERNAL_URL),
        directory.get(Vocabulary.INTERNAL_URL),
        directory.acceptsIntegrated(),
        directory.path());
  }

  /// The directory of a kind that a request at a server arrives at: the one with Setup's name, else
  /// the first.
  static Optional<Directory> at(Server server, DirectoryKind kind) {
    Optional<Directory> first = Optional.empty();
    for (Directory directory : server.directories(kind).toOptional().orElse(List.of())) {
      if (isOf2007(directory)) {
        if (directory.name().equalsIgnoreCase(kind.defaultName())) {
          return Optional.of(directory);
        }
        first = first.or(() -> Optional.of(directory));
      }
    }
    return first;
  }

  /// True for a directory of Exchange 2007, which those of older versions, listed among those of
  /// Outlook Web Access, are not.
  private static boolean isOf2007(Directory directory) {
    return directory.kind() != DirectoryKind.OWA
        || !DirectoryKind.isOfOlderVersions(directory.name());
  }
}
