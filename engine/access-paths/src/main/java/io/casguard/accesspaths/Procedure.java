package io.casguard.accesspaths;

/// The decision procedure of one protocol: gathers facts, asks its table, tells the trail.
interface Procedure {
  /// What happens to a request of this protocol.
  Simulation simulate(Request request);
}
