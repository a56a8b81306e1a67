package io.casguard.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The programs of PostgreSQL, unpacked once from the class path into a folder that is named by
/// their digest.
final class PostgresBinaries {
  private static final int OWNER_MAY_EXECUTE = 0100;

  private PostgresBinaries() {}

  /// The folder that holds `bin/postgres` and `bin/initdb`.
  static Path unpacked(Path cache) throws IOException {
    Path home = cache.resolve("postgres-" + digest());
    if (Files.isDirectory(home)) {
      return home;
    }
    Account.makeOpen(cache);
    Path fresh = Files.createTempDirectory(cache, "unpacking-");
    unpack(fresh);
    Account.makeOpen(fresh);
    try {
      return Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException cause) {
      Folders.delete(fresh);
      if (Files.isDirectory(home)) { // another process was faster
        return home;
      }
      throw cause;
    }
  }

  private static void unpack(Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(archive())))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("the archive names a file outside itself: " + entry.getName());
        }
        write(entry, tar, target);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (entry.isSymbolicLink()) {
      Folders.makeFor(target);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Folders.makeFor(target);
      Files.copy(content, target);
      boolean program = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static String digest() throws IOException {
    try (var digesting = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
      digesting.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static InputStream archive() throws IOException {
    String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
    InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + name);
    if (archive == null) {
      throw new IOException(
          name + " is not on the class path: no PostgreSQL is packed for this kind of machine");
    }
    return archive;
  }

  static String archiveName(String system, String architecture) {
    String name = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    String processor = architecture.equals("aarch64") ? "arm_64" : "x86_64";
    return "postgres-" + name + "-" + processor + ".txz";
  }
}
