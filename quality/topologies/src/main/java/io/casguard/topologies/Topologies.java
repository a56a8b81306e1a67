package io.casguard.topologies;

import io.casguard.topology.Topology;

/// Topologies that a seed decides: the same seed, the same topology, on every machine.
public final class Topologies {
  private Topologies() {}

  /// Any topology that the table of keys can state: every key said, said to be empty, or left out;
  /// names that are hard to write; references that hold.
  public static Topology random(long seed) {
    return new AnyTopology(seed).topology();
  }

  /// An organization as people run them, with defaults of Setup: sites with Client Access, Hub
  /// Transport and Mailbox servers, links, published names and users.
  ///
  /// @param servers how many servers it has, at least 2
  public static Topology organization(long seed, int servers) {
    return new LikelyOrganization(seed, servers).topology();
  }
}
