package io.casguard.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// The secret that notification-service and the demo receiver share, kept with the data so that
/// messages of an earlier run still verify.
///
/// @param text `whsec_` and base64
/// @param folder where it is kept
record DemoSecret(String text, Path folder) {
  private static final int KEY_BYTES = 32;

  /// The secret of a data folder; made where there is none yet.
  static DemoSecret in(Path data) throws IOException {
    Path folder = data.resolve("demo-receiver");
    Path file = folder.resolve("secret");
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      Files.writeString(file, "whsec_" + Base64.getEncoder().encodeToString(key));
    }
    return new DemoSecret(Files.readString(file).strip(), folder);
  }

  /// Writes the receivers.yaml that names the demo receiver, and lets messages go to this machine.
  /// Its name carries the port, so that a second `up`, which is refused only later, leaves it
  /// alone.
  Path receiversFile(String url) throws IOException {
    int port = URI.create(url).getPort();
    return Files.writeString(
        folder.resolve("receivers-" + port + ".yaml"),
        """
        # Written by `casguard up`; give a file of your own with --receivers.
        allow:
          - {host: 127.0.0.1, port: %d, network: 127.0.0.1/32}
        receivers:
          - name: demo
            url: %s
            secret: {file: %s}
        """
            .formatted(port, url, folder.resolve("secret").toAbsolutePath()));
  }
}
