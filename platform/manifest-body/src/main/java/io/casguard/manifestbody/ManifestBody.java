package io.casguard.manifestbody;

import io.casguard.formats.Manifest;
import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Parsed;
import java.util.List;

/// Reads manifests that came with a request. Costs CPU time: call it off the event loop.
public final class ManifestBody {
  private ManifestBody() {}

  /// The organizations that one file declares.
  ///
  /// @param file what the file is called; evidence and errors point at it
  /// @throws io.casguard.servicekit.problem.RefusedException with [UnreadableManifest], where it
  ///   has errors
  public static List<Manifest.Declared> read(String file, byte[] bytes) {
    return switch (SourceFile.decode(file, bytes)) {
      case Parsed.Understood<SourceFile>(SourceFile source) -> read(List.of(source));
      case Parsed.Refused<SourceFile>(String why) ->
          throw new UnreadableManifest(List.of(new Problem(new Position(file, 1, 1), "", why)))
              .asException();
    };
  }

  /// The organizations that several files declare.
  ///
  /// @throws io.casguard.servicekit.problem.RefusedException with [UnreadableManifest], where they
  ///   have errors
  public static List<Manifest.Declared> read(List<SourceFile> files) {
    return switch (Manifest.read(files)) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) -> declared;
      case Manifest.Reading.Rejected(List<Problem> problems) ->
          throw new UnreadableManifest(problems).asException();
    };
  }
}
