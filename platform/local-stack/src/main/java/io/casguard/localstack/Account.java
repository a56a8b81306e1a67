package io.casguard.localstack;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Whose processes and files those of PostgreSQL are, since it refuses to run as root.
enum Account {
  /// Whoever runs this program; nothing needs to be done.
  OWN,
  /// The user of no file (65534), because this program runs as root.
  NOBODY;

  private static final int NOBODY_ID = 65_534;

  static Account forPostgres() {
    return new UnixSystem().getUid() == 0 ? NOBODY : OWN;
  }

  /// The same command, run by this account under the same process number.
  List<String> run(List<String> command) {
    return switch (this) {
      case OWN -> command;
      case NOBODY -> {
        var dropped =
            new ArrayList<>(
                List.of(
                    "setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups"));
        dropped.addAll(command);
        yield dropped;
      }
    };
  }

  /// The folder itself, or a folder under `/var/lib` in its place where this account could not walk
  /// to it (a clone in root's home).
  Path reachable(Path folder) {
    Path wanted = folder.toAbsolutePath().normalize();
    return this == OWN || othersCanWalkTo(wanted)
        ? wanted
        : Path.of("/var/lib/casguard", HexFormat.of().toHexDigits(wanted.toString().hashCode()));
  }

  /// Where programs are unpacked to, once for all stacks of the user.
  Path cache() {
    if (this == NOBODY) {
      return Path.of("/var/cache/casguard");
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    return (xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg))
        .resolve("casguard");
  }

  /// Makes a folder that every account can walk through.
  static void makeOpen(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// Makes the folder, for this account's eyes only.
  void makePrivate(Path folder) throws IOException {
    Path parent = folder.getParent();
    if (parent != null && !Files.exists(parent)) {
      makeOpen(parent);
    }
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    give(folder);
  }

  /// Makes this account the owner of a file.
  void give(Path file) throws IOException {
    if (this == NOBODY) {
      Files.setAttribute(file, "unix:uid", NOBODY_ID);
      Files.setAttribute(file, "unix:gid", NOBODY_ID);
    }
  }

  private static boolean othersCanWalkTo(Path folder) {
    for (Path parent = folder.getParent(); parent != null; parent = parent.getParent()) {
      if (Files.exists(parent) && !othersCanEnter(parent)) {
        return false;
      }
    }
    return true;
  }

  private static boolean othersCanEnter(Path folder) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
      return permissions.contains(PosixFilePermission.OTHERS_EXECUTE);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
