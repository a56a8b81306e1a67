package io.casguard.contracts;

import java.time.Instant;
import java.util.UUID;

/// Something that happened to an organization, announced once it can no longer be undone.
///
/// Events of one organization are in order on their channel; a receiver drops an [#id()] it has
/// seen and ignores a type it does not know.
public sealed interface Event
    permits TopologyChanged, OrganizationDeleted, ViolationEvent, AccessPathsChanged {

  /// Of this event, set by its producer; the same in every delivery.
  UUID id();

  /// When it happened, by the producer's clock.
  Instant at();

  /// The organization it happened to: the key of every event.
  String organization();

  /// The revision that brought it about.
  long revision();

  /// The name of its record on the wire, such as `casguard.topology.changed.v1`.
  String type();

  /// One of [Channels].
  String channel();
}
