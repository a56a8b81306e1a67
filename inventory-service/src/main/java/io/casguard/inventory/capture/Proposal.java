package io.casguard.inventory.capture;

import io.casguard.contracts.Provenance;
import io.casguard.contracts.TopologyChanged;
import io.casguard.formats.SourceFile;
import io.casguard.inventory.organization.Standing;
import io.casguard.inventory.revision.Changes;
import io.casguard.inventory.revision.Revision;
import io.casguard.inventory.revision.Stated;
import io.casguard.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A topology that an organization may be given.
record Proposal(
    List<SourceFile> files, Topology topology, Precondition precondition, Provenance provenance) {
  Proposal {
    files = List.copyOf(files);
  }

  String organization() {
    return topology.organization();
  }

  /// What it would do to the organization.
  ///
  /// @param stated the files of the topology that is there now; none where there is none
  Entry after(Standing standing, List<SourceFile> stated, Instant now) {
    precondition.check(standing);
    var digest = topology.digest();
    if (standing instanceof Standing.Present present) {
      if (stated.equals(files)) {
        return new Entry.Nothing(present, digest);
      }
      if (Stated.by(organization(), stated).digest().equals(digest)) {
        return new Entry.Rewording(present, digest, files);
      }
    }
    return revision(standing, Stated.by(organization(), stated), digest, now);
  }

  private Entry revision(Standing standing, Topology before, String digest, Instant now) {
    var changes = Changes.between(before, topology);
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
