package io.casguard.contracts;

import java.util.Map;
import java.util.Optional;

/// The record of each event type.
public final class EventTypes {
  private static final Map<String, Class<? extends Event>> ALL =
      Map.of(
          TopologyChanged.TYPE, TopologyChanged.class,
          OrganizationDeleted.TYPE, OrganizationDeleted.class,
          ViolationOpened.TYPE, ViolationOpened.class,
          ViolationWaiverLapsed.TYPE, ViolationWaiverLapsed.class,
          ViolationChanged.TYPE, ViolationChanged.class,
          ViolationResolved.TYPE, ViolationResolved.class,
          AccessPathsChanged.TYPE, AccessPathsChanged.class);

  private EventTypes() {}

  /// Empty for a type that is not known here: a newer producer's, to be ignored.
  public static Optional<Class<? extends Event>> named(String type) {
    return Optional.ofNullable(ALL.get(type));
  }

  /// Every record, by the name of its type.
  public static Map<String, Class<? extends Event>> all() {
    return ALL;
  }
}
