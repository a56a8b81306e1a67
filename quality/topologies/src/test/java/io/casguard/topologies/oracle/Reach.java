package io.casguard.topologies.oracle;

import io.casguard.guidelines.Edit;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Where names lead, and where RPC gets to.
final class Reach {
  private final Organization organization;

  Reach(Organization organization) {
    this.organization = organization;
  }

  /// The servers that a host leads to for clients of a network; empty where nobody says anything of
  /// the host, an empty list where it leads nowhere.
  Optional<List<Server>> servers(String host, Network from) {
    for (PublishedName name : organization.publishedNames()) {
      if (name.name().equalsIgnoreCase(host)) {
        return Optional.of(
            name.get(Vocabulary.PUBLISHED_FROM).toOptional().orElse(new TreeSet<>()).contains(from)
                ? name.servers()
                : List.of());
      }
    }
    for (Server server : organization.servers()) {
      boolean own = isOwnName(host, server) || hasAddress(host, server);
      if (own) {
        return from == Network.INTRANET ? Optional.of(List.of(server)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// The server that a host leads to by its own name, or as the first behind a published name.
  Optional<Server> named(String host) {
    for (PublishedName name : organization.publishedNames()) {
      if (name.name().equalsIgnoreCase(host)) {
        return byName(name.servers()).stream().findFirst();
      }
    }
    return organization.servers().stream()
        .filter(server -> isOwnName(host, server) || hasAddress(host, server))
        .findFirst();
  }

  /// C6: whether a server's computer account answers to a host.
  static boolean kerberosWorks(String host, Server target) {
    if (host.matches("[0-9.]+") || host.startsWith("[")) {
      return false;
    }
    if (isOwnName(host, target)) {
      return true;
    }
    return switch (target.get(Vocabulary.SERVICE_PRINCIPAL_NAMES)) {
      case Known.Value<SortedSet<String>>(SortedSet<String> names) ->
          names.stream()
              .anyMatch(
                  name ->
                      name.equalsIgnoreCase("HTTP/" + host)
                          || name.equalsIgnoreCase("HOST/" + host));
      case Known.Absent<SortedSet<String>>() -> false;
      case Known.Unsaid<SortedSet<String>> _ -> {
        SortedSet<String> registered = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        registered.add("HTTP/" + host);
        throw new NotSaid(
            List.of(
                Edit.clear(target, Vocabulary.SERVICE_PRINCIPAL_NAMES),
                Edit.set(target, Vocabulary.SERVICE_PRINCIPAL_NAMES, registered)));
      }
    };
  }

  static boolean isOwnName(String host, Server server) {
    return host.equalsIgnoreCase(server.name())
        || host.equalsIgnoreCase(server.fqdn().toOptional().orElse(""));
  }

  private static boolean hasAddress(String host, Server server) {
    return server
        .get(Vocabulary.ADDRESSES)
        .toOptional()
        .map(addresses -> addresses.contains(host))
        .orElse(false);
  }

  /// Whether RPC passes from a site to another: by site links that let it. Where no way of links
  /// leads there at all, nobody said that it does not.
  boolean rpc(Site from, Site to) {
    if (from.equals(to)) {
      return true;
    }
    Set<Site> open = spread(from, false);
    if (open.contains(to)) {
      return true;
    }
    return !spread(from, true).contains(to);
  }

  private Set<Site> spread(Site from, boolean throughAll) {
    Set<Site> reached = new HashSet<>(Set.of(from));
    boolean more = true;
    while (more) {
      more = false;
      for (SiteLink link : organization.siteLinks()) {
        boolean touches = link.sites().stream().anyMatch(reached::contains);
        boolean leadsOn = !reached.containsAll(link.sites());
        if (touches
            && leadsOn
            && (throughAll || link.get(Vocabulary.RPC).toOptional().orElse(true))) {
          reached.addAll(link.sites());
          more = true;
        }
      }
    }
    return reached;
  }

  /// Servers by name.
  static List<Server> byName(List<Server> servers) {
    List<Server> sorted = new ArrayList<>(servers);
    sorted.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
    return sorted;
  }
}
