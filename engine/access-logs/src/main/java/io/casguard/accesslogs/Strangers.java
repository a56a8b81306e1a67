package io.casguard.accesslogs;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What logs tell of and the topology does not know, with how often. So many names are kept and no
/// more.
public final class Strangers {
  private static final int MOST = 256;

  private final SortedMap<String, Long> servers = new TreeMap<>();
  private final SortedMap<String, Long> proxies = new TreeMap<>();
  private final SortedMap<String, Long> networks = new TreeMap<>();

  void server(String address) {
    count(servers, address, 1);
  }

  void proxy(String name) {
    count(proxies, name, 1);
  }

  void network(String network) {
    count(networks, network, 1);
  }

  void add(Strangers other) {
    other.servers.forEach((name, count) -> count(servers, name, count));
    other.proxies.forEach((name, count) -> count(proxies, name, count));
    other.networks.forEach((name, count) -> count(networks, name, count));
  }

  /// The addresses under which servers write logs that are of no server of the topology.
  public Map<String, Long> servers() {
    return Collections.unmodifiableSortedMap(servers);
  }

  /// Who proxies and is no server of the topology.
  public Map<String, Long> proxies() {
    return Collections.unmodifiableSortedMap(proxies);
  }

  /// Networks of the Internet that reach servers of sites that are stated not to face it.
  public Map<String, Long> networks() {
    return Collections.unmodifiableSortedMap(networks);
  }

  private static void count(SortedMap<String, Long> counts, String name, long count) {
    if (counts.containsKey(name) || counts.size() < MOST) {
      counts.merge(name, count, Long::sum);
    }
  }
}
