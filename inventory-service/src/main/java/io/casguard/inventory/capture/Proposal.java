package io.casguard.inventory.capture;

import io.casguard.contracts.Provenance;
import io.casguard.contracts.TopologyChanged;
import io.casguard.formats.SourceFile;
import io.casguard.inventory.organization.Standing;
import io.casguard.inventory.revision.Changes;
import io.casguard.inventory.revision.Revision;
import io.casguard.inventory.revision.Stated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A topology, with its waivers, that an organization may be given.
record Proposal(
    List<SourceFile> files, Stated stated, Precondition precondition, Provenance provenance) {
  Proposal {
    files = List.copyOf(files);
  }

  String organization() {
    return stated.topology().organization();
  }

  /// What it would do to the organization.
  ///
  /// @param kept the files of the topology that is there now; none where there is none
  Entry after(Standing standing, List<SourceFile> kept, Instant now) {
    precondition.check(standing);
    var digest = stated.topology().digest();
    if (standing instanceof Standing.Present present && kept.equals(files)) {
      return new Entry.Nothing(present, digest);
    }
    var before = Stated.by(organization(), kept);
    if (standing instanceof Standing.Present present && before.equals(stated)) {
      return new Entry.Rewording(present, digest, files);
    }
    return revision(standing, before, digest, now);
  }

  private Entry revision(Standing standing, Stated before, String digest, Instant now) {
    var changes = Changes.between(before, stated);
    var number = standing.revision() + 1;
    return new Entry.NewRevision(
        standing,
        new Standing.Present(organization(), number, 1),
        new Revision(organization(), number, false, digest, now, provenance, changes.size()),
        files,
        changes,
        new TopologyChanged(
            UUID.randomUUID(),
            now,
            organization(),
            number,
            digest,
            provenance,
            Changes.inShort(changes),
            changes.size()));
  }
}
