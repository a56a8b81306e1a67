package io.casguard.notification.receiver;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// Where the operator says who is told.
@ConfigMapping(prefix = "casguard.receivers")
interface ReceiverConfig {
  /// The receivers.yaml, read once at the start. Without it nobody is told.
  Optional<Path> file();

  /// Whether a secret may stand in the file itself; follows `casguard.local`.
  boolean inlineSecrets();
}
