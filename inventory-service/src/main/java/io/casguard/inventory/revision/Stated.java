package io.casguard.inventory.revision;

import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Entity;
import io.casguard.topology.Topology;
import io.casguard.topology.Vocabulary;
import java.util.List;

/// Reads files that were accepted once.
public final class Stated {
  private Stated() {}

  /// The topology that the files state; one without any statement where there are no files.
  public static Topology by(String organization, List<SourceFile> files) {
    if (files.isEmpty()) {
      return new Topology(organization, Entity.named(Vocabulary.SPEC, ""));
    }
    return switch (Manifest.read(files)) {
      case Manifest.Reading.Accepted accepted -> accepted.organizations().getFirst().topology();
      case Manifest.Reading.Rejected(var problems) ->
          throw new IllegalStateException("an accepted file is rejected: " + problems.getFirst());
    };
  }
}
