package io.casguard.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A temporary folder that PostgreSQL's user can walk through, unlike those of JUnit.
final class OpenTempFolder implements AutoCloseable {
  private final Path path;

  OpenTempFolder() throws IOException {
    path = Files.createTempDirectory("casguard-stack-");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Folders.delete(path);
  }
}
