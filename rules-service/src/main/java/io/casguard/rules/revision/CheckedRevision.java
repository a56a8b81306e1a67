package io.casguard.rules.revision;

import io.casguard.rules.RulesRefusal.DeletedOrganization;
import io.casguard.rules.RulesRefusal.FailedRevision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the guidelines said of the newest revision of an organization that was looked at.
public record CheckedRevision(
    String organization,
    long revision,
    @Nullable String digest, // absent where the organization was deleted
    Instant checkedAt,
    @Nullable String answer, // the line that `casguard check -o json` prints
    @Nullable String failure // why it could not be checked
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
