package io.casguard.accesspaths;

import io.casguard.accesspaths.OwaFacts.RequestPath;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Server;
import java.util.List;
import java.util.Optional;

/// One run of the procedure: the path asked for, what is supposed, and the trail so far.
record OwaRun(RequestPath path, Supposition supposition, TrailDraft trail) {
  static OwaRun of(Request request, Supposition supposition) {
    boolean legacy = request.path().startsWith("/exchange") || request.path().startsWith("/public");
    return new OwaRun(
        legacy ? new RequestPath.Legacy() : new RequestPath.Owa(), supposition, new TrailDraft());
  }

  /// The owa directory that a request at a server arrives at: the one with Setup's name, else the
  /// first.
  static Optional<Directory> entryDirectory(Server server) {
    List<Directory> all =
        server.directories(DirectoryKind.OWA).toOptional().orElse(List.of()).stream()
            .filter(OwaSite::isOwa)
            .toList();
    return all.stream()
        .filter(directory -> directory.name().equalsIgnoreCase(DirectoryKind.OWA.defaultName()))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }
}
