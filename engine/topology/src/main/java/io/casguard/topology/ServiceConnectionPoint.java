package io.casguard.topology;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/// Where Outlook inside finds Autodiscover: each Client Access server has one service connection
/// point in Active Directory, stated at its Autodiscover directories.
///
/// @param host the server it belongs to
/// @param directories the server's Autodiscover directories; never empty
public record ServiceConnectionPoint(Server host, List<Directory> directories) {
  public ServiceConnectionPoint {
    if (directories.isEmpty()) {
      throw new IllegalArgumentException("a service connection point without a directory: " + host);
    }
    directories = List.copyOf(directories);
  }

  /// That of a server, where it is known to have one.
  public static Optional<ServiceConnectionPoint> of(Server server) {
    return server
        .directories(DirectoryKind.AUTODISCOVER)
        .toOptional()
        .filter(all -> !all.isEmpty())
        .map(all -> new ServiceConnectionPoint(server, all));
  }

  /// Those that are known to exist, of servers of any version: clients read them all.
  public static Stream<ServiceConnectionPoint> known(Organization organization) {
    return organization.servers().stream()
        .map(ServiceConnectionPoint::of)
        .flatMap(Optional::stream);
  }

  /// The directory that states a key, else one that may.
  public Directory stating(Key<?> key) {
    Directory open = directories.getFirst();
    for (Directory directory : directories) {
      Known<?> known = directory.get(key);
      if (known instanceof Known.Value<?>) {
        return directory;
      }
      if (known instanceof Known.Unsaid<?> && !(open.get(key) instanceof Known.Unsaid<?>)) {
        open = directory;
      }
    }
    return open;
  }

  /// What it states under a key.
  public <T> Known<T> get(Key<T> key) {
    return stating(key).get(key);
  }

  /// Whether clients in a site prefer it.
  public Holds isPreferredIn(Site site) {
    return Holds.of(get(Vocabulary.SITE_SCOPE), scope -> names(scope, site));
  }

  /// Whether a scope names a site, compared without case.
  public static boolean names(SortedSet<String> scope, Site site) {
    return scope.stream().anyMatch(site.name()::equalsIgnoreCase);
  }
}
