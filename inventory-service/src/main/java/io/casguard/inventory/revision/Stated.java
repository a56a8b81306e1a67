package io.casguard.inventory.revision;

import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Entity;
import io.casguard.topology.Topology;
import io.casguard.topology.Vocabulary;
import io.casguard.topology.Waiver;
import java.util.List;

/// What files state of one organization: its topology, and the violations that somebody accepted in
/// it.
public record Stated(Topology topology, List<Waiver> waivers) {
  /// Keeps its own copy of the waivers.
  public Stated {
    waivers = List.copyOf(waivers);
  }

  /// What was read of an organization.
  public static Stated of(Manifest.Declared declared) {
    return new Stated(declared.topology(), declared.waivers());
  }

  /// What files that were accepted once state; nothing where there are no files.
  public static Stated by(String organization, List<SourceFile> files) {
    if (files.isEmpty()) {
      return new Stated(new Topology(organization, Entity.named(Vocabulary.SPEC, "")), List.of());
    }
    return switch (Manifest.read(files)) {
      case Manifest.Reading.Accepted accepted -> of(accepted.organizations().getFirst());
      case Manifest.Reading.Rejected(var problems) ->
          throw new IllegalStateException("an accepted file is rejected: " + problems.getFirst());
    };
  }
}
