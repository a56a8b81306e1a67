package io.casguard.accesspaths;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Server;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.Optional;

/// Where proxied ActiveSync requests land at a second server, and whether they are let in
/// there: before SP1 on the directory itself, from SP1 on in its Proxy subdirectory.
final class ActiveSyncLanding {
  private static final Version SP1 = new Version(8, 1, 0, 0);

  /// What was found.
  ///
  /// @param integrated whether the first server is let in
  record Finding(Clause clause, boolean integrated, String text, Evidence because) {}

  private final Supposition supposition;
  private final boolean parentStandsIn;

  ActiveSyncLanding(Supposition supposition, Assumptions assumptions) {
    this.supposition = supposition;
    this.parentStandsIn = assumptions.take(Answer.MISSING_SUBDIRECTORY_LEAVES_PARENT);
  }

  /// What a request finds at the directory where it arrives.
  Finding at(Server server) {
    return at(server, SiteDirectories.at(server, DirectoryKind.ACTIVE_SYNC));
  }

  /// What a request finds at a directory; where it is unstated, everything about it is.
  Finding at(Server server, Optional<Directory> directory) {
    boolean fromSp1 =
        supposition.holds(server.version(), version -> version.compareServicePack(SP1) >= 0);
    if (!fromSp1) {
      return itself(Clause.A_5A, server, directory, "");
    }
    Path subdirectory = path(server, directory).key(Vocabulary.PROXY_SUBDIRECTORY_KEY.name());
    if (holds(directory, Vocabulary.PRESENT, subdirectory)) {
      boolean integrated = holds(directory, Vocabulary.PROXY_WINDOWS_AUTHENTICATION, subdirectory);
      return new Finding(
          Clause.A_5B,
          integrated,
          "the Proxy subdirectory of "
              + server.name()
              + (integrated ? " accepts Integrated" : " does not accept Integrated"),
          TrailDraft.at(
              subdirectory.key(Vocabulary.PROXY_WINDOWS_AUTHENTICATION.name()),
              "Integrated on the Proxy subdirectory of " + server.name()));
    }
    String missing = server.name() + " has no Proxy subdirectory";
    return parentStandsIn
        ? itself(Clause.A_5C, server, directory, missing + ", and ")
        : new Finding(
            Clause.A_5C,
            false,
            missing,
            TrailDraft.at(subdirectory.key(Vocabulary.PRESENT.name()), missing));
  }

  private Finding itself(
      Clause clause, Server server, Optional<Directory> directory, String before) {
    Path switched = path(server, directory).key(Vocabulary.WINDOWS_AUTHENTICATION.name());
    Holds stated = directory.map(Directory::acceptsIntegrated).orElse(Holds.UNSAID);
    boolean integrated =
        supposition.holds(stated, switched) && directory.map(Hop::offersMoreThanNtlm).orElse(true);
    return new Finding(
        clause,
        integrated,
        before
            + server.name()
            + (integrated ? " accepts Integrated" : " does not accept Integrated"),
        TrailDraft.at(switched, "Integrated at " + server.name()));
  }

  private boolean holds(Optional<Directory> directory, Key<Boolean> key, Path subdirectory) {
    Known<Boolean> stated =
        directory
            .map(one -> one.get(Vocabulary.PROXY_SUBDIRECTORY_KEY, key))
            .orElseGet(() -> new Known.Unsaid<>(subdirectory.key(key.name())));
    return supposition.holds(stated, on -> on);
  }

  private static Path path(Server server, Optional<Directory> directory) {
    return directory
        .map(Directory::path)
        .orElseGet(() -> server.path().key(DirectoryKind.ACTIVE_SYNC.key()));
  }
}
