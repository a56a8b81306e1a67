package io.casguard.inventory.capture;

import io.casguard.contracts.Change;
import io.casguard.contracts.Event;
import io.casguard.formats.SourceFile;
import io.casguard.inventory.organization.Standing;
import io.casguard.inventory.revision.Revision;
import java.util.List;

/// What is to be written about an organization.
sealed interface Entry {
  /// Nothing: the same topology is there, in the same words.
  record Nothing(Standing.Present at, String digest) implements Entry {}

  /// The same topology in other words. Nobody but readers of the files will notice.
  record Rewording(Standing.Present at, String digest, List<SourceFile> files) implements Entry {}

  /// The next revision, and the event that announces it.
  ///
  /// @param files those that state it; none of a deletion
  record NewRevision(
      Standing from,
      Standing to,
      Revision revision,
      List<SourceFile> files,
      List<Change> changes,
      Event event)
      implements Entry {}
}
