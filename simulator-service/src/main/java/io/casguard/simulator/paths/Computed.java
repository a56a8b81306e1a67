package io.casguard.simulator.paths;

import io.casguard.accesspaths.Assumptions;
import io.casguard.accesspaths.Matrix;
import io.casguard.follower.RevisionDocument;
import io.casguard.formats.Manifest;
import io.casguard.formats.Problem;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Organization;
import io.casguard.topology.Parsed;
import java.util.List;

/// The access paths of a revision; revision 0 is what an organization starts from: nothing.
record Computed(long revision, Matrix matrix) {
  static Computed nothing(String organization) {
    return new Computed(0, nobody(organization));
  }

  /// Computes them. What fails here fails for certain, so it is refused; a stack that is too small
  /// is one of the reasons.
  static Parsed<Computed> of(RevisionDocument document, Assumptions assumptions) {
    if (document.deleted()) {
      return new Parsed.Understood<>(
          new Computed(document.revision(), nobody(document.organization())));
    }
    List<SourceFile> files =
        document.files().stream().map(file -> new SourceFile(file.name(), file.text())).toList();
    try {
      return switch (Manifest.read(files)) {
        case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) ->
            new Parsed.Understood<>(
                new Computed(
                    document.revision(),
                    Matrix.of(Organization.of(declared.getFirst().topology()), assumptions)));
        case Manifest.Reading.Rejected(List<Problem> problems) ->
            new Parsed.Refused<>("its manifest cannot be read here: " + problems.getFirst());
      };
    } catch (RuntimeException | StackOverflowError failure) {
      return new Parsed.Refused<>("computing it failed with " + failure);
    }
  }

  private static Matrix nobody(String organization) {
    return new Matrix(organization, List.of(), List.of(), List.of());
  }
}
