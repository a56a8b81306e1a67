package io.casguard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/// The version of the build, which the POM states once.
final class ReleasedVersion implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    try (InputStream version = ReleasedVersion.class.getResourceAsStream("version.txt")) {
      if (version == null) {
        throw new IOException("version.txt is missing beside " + ReleasedVersion.class.getName());
      }
      return new String[] {
        "casguard " + new String(version.readAllBytes(), StandardCharsets.UTF_8).strip()
      };
    }
  }
}
