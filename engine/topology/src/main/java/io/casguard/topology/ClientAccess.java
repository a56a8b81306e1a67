package io.casguard.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The Exchange 2007 Client Access servers of an organization and their virtual directories, listed
/// once, by server and by kind: every guideline walks them, and a list spares it the way from
/// server to server to kind to directory, of which thousands do not fit into a processor's caches.
public final class ClientAccess {
  private final List<Server> unclear;
  private final List<Server> servers;
  private final Map<Set<DirectoryKind>, List<Directory>> directories = new ConcurrentHashMap<>();

  ClientAccess(List<Server> all) {
    this.unclear = all.stream().filter(ClientAccess::isUnclear).toList();
    this.servers =
        all.stream()
            .filter(server -> server.is2007ClientAccess() == Holds.YES && !isUnclear(server))
            .toList();
  }

  /// The servers that are, or may be, Exchange 2007 Client Access servers, and of which more is
  /// unsaid: whether they are, in which site, or which directories they have.
  public List<Server> unclear() {
    return unclear;
  }

  /// All others: their sites and their directories are known.
  public List<Server> servers() {
    return servers;
  }

  /// The virtual directories of some kinds at those others.
  public List<Directory> directories(Set<DirectoryKind> kinds) {
    return directories.computeIfAbsent(
        kinds,
        wanted ->
            servers.stream()
                .flatMap(
                    server ->
                        wanted.stream()
                            .sorted(Comparator.comparing(DirectoryKind::folded))
                            .flatMap(kind -> of(server, kind)))
                .toList());
  }

  private static Stream<Directory> of(Server server, DirectoryKind kind) {
    return server.directories(kind).toOptional().orElse(List.of()).stream();
  }

  private static boolean isUnclear(Server server) {
    return switch (server.is2007ClientAccess()) {
      case NO -> false;
      case UNSAID -> true;
      case YES ->
          server.site().isEmpty()
              || Stream.of(DirectoryKind.values())
                  .anyMatch(
                      kind -> server.directories(kind) instanceof Known.Unsaid<List<Directory>>);
    };
  }
}
