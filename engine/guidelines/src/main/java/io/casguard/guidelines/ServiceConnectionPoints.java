package io.casguard.guidelines;

import static io.casguard.topology.Vocabulary.SITE_SCOPE;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Server;
import io.casguard.topology.ServiceConnectionPoint;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where Outlook inside finds Autodiscover: each Client Access server has one service connection
/// point, stated at its Autodiscover directory.
final class ServiceConnectionPoints {
  private ServiceConnectionPoints() {}

  /// That of every Exchange 2007 Client Access server that has an Autodiscover directory.
  static Stream<Verdict> each(
      Guideline guideline,
      Organization organization,
      Key<?> key,
      Function<Directory, Verdict> tell) {
    return Each.directoriesTogether(
        guideline,
        organization,
        DirectoryKind.AUTODISCOVER,
        all -> tell.apply(new ServiceConnectionPoint(all.getFirst().host(), all).stating(key)));
  }

  /// Those that are known to exist, of servers of any version: clients read them all.
  static Stream<Directory> known(Organization organization, Key<?> key) {
    return ServiceConnectionPoint.known(organization).map(point -> point.stating(key));
  }

  /// That of a server, where it is known to have one.
  static Stream<Directory> of(Server server, Key<?> key) {
    return ServiceConnectionPoint.of(server).stream().map(point -> point.stating(key));
  }

  /// The address that Setup gives it, where the server's full name is known.
  static Known<Url> ownAddress(Server server) {
    return server
        .fqdn()
        .map(fqdn -> new Url("https://" + fqdn + DirectoryKind.AUTODISCOVER.urlPath()));
  }

  /// The edit that widens the scope by these sites.
  static Edit widened(Directory point, List<Site> by) {
    SortedSet<String> scope =
        new TreeSet<>(point.get(SITE_SCOPE).toOptional().orElseGet(TreeSet::new));
    by.forEach(site -> scope.add(site.name()));
    return Edit.set(point, SITE_SCOPE, scope);
  }

  /// The edit that leaves the rest in the scope; the server's own site where nothing is left.
  static Edit narrowed(Directory point, SortedSet<String> without) {
    SortedSet<String> scope =
        new TreeSet<>(point.get(SITE_SCOPE).toOptional().orElseGet(TreeSet::new));
    scope.removeAll(without);
    if (scope.isEmpty()) {
      point.site().ifPresent(site -> scope.add(site.name()));
    }
    return scope.isEmpty() ? Edit.clear(point, SITE_SCOPE) : Edit.set(point, SITE_SCOPE, scope);
  }
}
