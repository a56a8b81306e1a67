package io.casguard.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to the users of an organization was computed for a new revision, and compared with
/// the last.
///
/// Announced by simulator-service, once for each revision that changes somebody's outcome.
public record AccessPathsChanged(
    UUID id, // of this event
    Instant at, // when they were compared, by the clock of simulator-service
    String organization,
    long revision, // the newer one
    @Nullable Long before, // the revision compared with; absent for the first
    @Nullable String commit, // that the newer one came from, where it came from Git
    String verdict, // "SAFE", "CHANGES" or "BREAKS", judged by outcomes alone
    List<PeopleMoved> people,
    long undetermined, // users of whom the newer topology does not say enough
    List<ReachChanged> reach // where more or fewer users than before do not arrive
    ) implements Event {
  public static final String TYPE = "casguard.access-paths.changed.v1";

  public AccessPathsChanged {
    people = List.copyOf(people);
    reach = reach == null ? List.of() : List.copyOf(reach); // an older event has none
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String channel() {
    return Channels.ACCESS_PATH_CHANGES;
  }
}
