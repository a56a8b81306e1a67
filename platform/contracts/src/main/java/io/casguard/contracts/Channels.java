package io.casguard.contracts;

/// The channels that events travel on. Which topic a channel is, only configuration knows.
public final class Channels {
  /// Inventory-service announces revisions and deletions here.
  public static final String TOPOLOGY_CHANGES = "topology-changes";

  /// Rules-service announces violations here.
  public static final String VIOLATIONS = "violations";

  /// Simulator-service announces changed access paths here.
  public static final String ACCESS_PATH_CHANGES = "access-path-changes";

  private Channels() {}
}
