package io.casguard.accesspaths;

import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.util.List;

/// The user classes of an organization: disjoint, and together everybody.
public final class UserClasses {
  private UserClasses() {}

  /// The classes of one protocol, in the order of mailboxes, networks and doors.
  public static List<UserClass> of(Organization organization, Protocol protocol) {
    return List.of();
  }
}
