package io.casguard.accesspaths;

import io.casguard.accesspaths.SiteDirectories.Candidate;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Version.Product;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is asked of the servers of a site under one supposition, whatever the protocol.
final class Candidates {
  private Candidates() {}

  /// Those that serve the protocol of their directories.
  static List<Candidate> serving(SiteDirectories site, Supposition supposition) {
    return site.candidates().stream()
        .filter(
            candidate ->
                candidate.unsaid().isEmpty()
                    || supposition.suppose(
                        candidate.server().name() + " serves " + site.kind().protocol().title(),
                        candidate.unsaid(),
                        List.of(true, false)))
        .toList();
  }

  /// The addresses that they give to clients.
  static List<Target> published(List<Candidate> servers, Supposition supposition) {
    List<Target> published = new ArrayList<>();
    for (Candidate candidate : servers) {
      if (supposition.holds(candidate.externalUrl(), _ -> true)) {
        published.add(
            new Target(
                candidate.server().name(),
                candidate.externalUrl().toOptional().orElseGet(Wordings::unsaid)));
      }
    }
    return published;
  }

  /// Where the address of one of them is stated.
  static Evidence publishes(Target target, List<Candidate> servers) {
    Candidate publisher =
        servers.stream()
            .filter(candidate -> candidate.server().name().equals(target.server()))
            .findFirst()
            .orElseThrow();
    return TrailDraft.at(
        publisher.key(Vocabulary.EXTERNAL_URL.name()),
        target.server() + " publishes " + target.url());
  }

  /// The names of those that some addresses are of.
  static List<String> names(List<Target> targets) {
    return targets.stream().map(Target::server).distinct().toList();
  }

  /// The addresses that the Exchange 2010 servers of a site give to clients.
  static List<Target> publishedOn2010(
      Optional<Site> site, DirectoryKind kind, Supposition supposition) {
    return site.stream()
        .flatMap(there -> there.servers().stream())
        .filter(server -> server.is(Role.CLIENT_ACCESS) != Holds.NO)
        .filter(
            server ->
                Holds.of(server.version(), v -> v.product() == Product.EXCHANGE_2010) == Holds.YES)
        .flatMap(server -> published(server, kind, supposition).stream())
        .toList();
  }

  /// Whether a server gives clients an address for a kind of directory.
  static boolean publishes(Server server, DirectoryKind kind, Supposition supposition) {
    return server.directories(kind) instanceof Known.Unsaid<List<Directory>>(Path what)
        ? supposition.either(what.key(Vocabulary.EXTERNAL_URL.name()))
        : !published(server, kind, supposition).isEmpty();
  }

  private static List<Target> published(
      Server server, DirectoryKind kind, Supposition supposition) {
    List<Target> targets = new ArrayList<>();
    for (Directory directory : server.directories(kind).toOptional().orElse(List.of())) {
      Known<Url> external = directory.get(Vocabulary.EXTERNAL_URL);
      if (supposition.holds(external, _ -> true)) {
        targets.add(new Target(server.name(), external.toOptional().orElseGet(Wordings::unsaid)));
      }
    }
    return targets;
  }

  /// Whether a server's service pack is that of another or a later one.
  static boolean isNotOlder(Server one, Server other, Supposition supposition) {
    Optional<Version> left = one.version().toOptional();
    Optional<Version> right = other.version().toOptional();
    if (left.isPresent() && right.isPresent()) {
      return left.get().compareServicePack(right.get()) >= 0;
    }
    List<Path> unsaid = new ArrayList<>();
    for (Server server : List.of(one, other)) {
      if (server.version().toOptional().isEmpty()) {
        unsaid.add(server.path().key(Vocabulary.VERSION.name()));
      }
    }
    return supposition.suppose(
        one.name() + " is not older than " + other.name(), unsaid, List.of(true, false));
  }
}
