package io.casguard.accesspaths;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the names and addresses of an organization lead.
final class Names {
  private final Organization organization;
  private final Map<String, PublishedName> published = new HashMap<>();
  private final Map<String, Server> byAddress = new HashMap<>();
  private final Map<DirectoryKind, Map<String, List<Server>>> byExternalHost =
      new EnumMap<>(DirectoryKind.class);

  Names(Organization organization) {
    this.organization = organization;
    for (PublishedName name : organization.publishedNames()) {
      published.put(name.name().toLowerCase(Locale.ROOT), name);
    }
    for (Server server : organization.servers()) {
      server
          .get(Vocabulary.ADDRESSES)
          .toOptional()
          .ifPresent(all -> all.forEach(address -> byAddress.putIfAbsent(address, server)));
    }
    for (DirectoryKind kind : DirectoryKind.values()) {
      Map<String, List<Server>> hosts = new HashMap<>();
      organization.directories(kind).forEach(directory -> addExternalHost(directory, hosts));
      byExternalHost.put(kind, hosts);
    }
  }

  /// The published name that a host is.
  Optional<PublishedName> published(String host) {
    return Optional.ofNullable(published.get(host.toLowerCase(Locale.ROOT)));
  }

  /// The server whose own name a host is.
  Optional<Server> computer(String host) {
    return organization.serversAtHost(host).stream().findFirst();
  }

  /// The server that has an IP address; IPv6 in brackets is understood.
  Optional<Server> atAddress(String host) {
    String address = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return Optional.ofNullable(byAddress.get(address));
  }

  /// The servers that publish a kind of directory under this host, in the order of the
  /// organization.
  List<Server> withExternalHost(DirectoryKind kind, String host) {
    return byExternalHost
        .getOrDefault(kind, Map.of())
        .getOrDefault(host.toLowerCase(Locale.ROOT), List.of());
  }

  /// The published names that clients of a network may reach for a protocol.
  List<PublishedName> openTo(Network network, Protocol protocol) {
    return organization.publishedNames().stream()
        .filter(name -> name.isOpenTo(network) != Holds.NO && name.passes(protocol))
        .toList();
  }

  /// True where the topology says which names clients on the Internet reach: at least one.
  boolean saysWhatTheInternetReaches() {
    return organization.publishedNames().stream()
        .anyMatch(name -> name.isOpenTo(Network.INTERNET) != Holds.NO);
  }

  private static void addExternalHost(Directory directory, Map<String, List<Server>> hosts) {
    directory
        .get(Vocabulary.EXTERNAL_URL)
        .toOptional()
        .flatMap(Url::host)
        .ifPresent(
            host -> {
              List<Server> at = hosts.computeIfAbsent(host, _ -> new ArrayList<>());
              if (!at.contains(directory.host())) {
                at.add(directory.host());
              }
            });
  }
}
