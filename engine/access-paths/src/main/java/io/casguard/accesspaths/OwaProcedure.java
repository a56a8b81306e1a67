package io.casguard.accesspaths;

import io.casguard.topology.Organization;

/// Outlook Web Access: specification 2.1.
final class OwaProcedure implements Procedure {
  OwaProcedure(Organization organization, Assumptions assumptions) {}

  @Override
  public Simulation simulate(Request request) {
    return new Simulation.UnsupportedEntry(request, "not written yet");
  }
}
