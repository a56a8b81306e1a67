package io.casguard.notification.incident;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/// Where people look at incidents.
@ConfigMapping(prefix = "casguard.incidents")
public interface IncidentConfig {
  /// The address below which an incident is found by its key, with a slash at its end. Messages
  /// link to it.
  URI link();
}
