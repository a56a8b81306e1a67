package io.casguard.simulator.paths;

import io.casguard.simulator.SimulatorRefusal.DeletedOrganization;
import io.casguard.simulator.SimulatorRefusal.FailedRevision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The access paths of the newest revision of an organization that was looked at.
record ComputedRevision(
    String organization,
    long revision,
    @Nullable String digest, // absent where the organization was deleted
    Instant computedAt,
    @Nullable String answer, // the line that `casguard paths -o json` prints
    @Nullable String failure // why it could not be computed
    ) {

  /// The answer; refused where the revision has none.
  String told() {
    if (answer != null) {
      return answer;
    }
    throw failure == null
        ? new DeletedOrganization(organization, revision).asException()
        : new FailedRevision(organization, revision, failure).asException();
  }
}
