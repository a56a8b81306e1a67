package io.casguard.contracts;

import java.time.Instant;
import java.util.UUID;

/// An organization was deleted: its topology is gone, and what was open about it is over.
///
/// Announced by inventory-service in order with [TopologyChanged]. An organization that is made
/// again goes on counting.
public record OrganizationDeleted(
    UUID id, // of this event
    Instant at, // when it was deleted, by the inventory's clock
    String organization,
    long revision, // the deletion is a revision too, the one after the last topology
    Provenance provenance)
    implements Event {
  public static final String TYPE = "casguard.organization.deleted.v1";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String channel() {
    return Channels.TOPOLOGY_CHANGES;
  }
}
