package io.casguard.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// An organization has a new revision of its topology, and it can be fetched from the inventory.
///
/// Announced by inventory-service, once for each revision and in their order.
public record TopologyChanged(
    UUID id, // of this event; receivers drop one they have seen
    Instant at, // when the revision was accepted, by the inventory's clock
    String organization,
    long revision, // fetch it at GET /organizations/{organization}/revisions/{revision}
    String digest, // of the canonical topology; the same as before where only waivers changed
    Provenance provenance,
    List<Change> changes, // since the revision before, the first 100 of them
    int changesInAll // how many there are, the unlisted ones included
    ) implements Event {
  public static final String TYPE = "casguard.topology.changed.v1";

  /// How many changes an event lists at most.
  public static final int LISTED_CHANGES = 100;

  public TopologyChanged {
    changes = List.copyOf(changes);
    if (changes.size() > LISTED_CHANGES || changes.size() > changesInAll) {
      throw new IllegalArgumentException(
          "lists %d of %d changes".formatted(changes.size(), changesInAll));
    }
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String channel() {
    return Channels.TOPOLOGY_CHANGES;
  }
}
