package io.casguard.servicekit.access;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Refuses to start a service that strangers could reach without a login.
@Startup
@Singleton
final class AccessAtStart {
  private static final Logger LOG = LoggerFactory.getLogger(AccessAtStart.class);

  private final AccessConfig config;

  AccessAtStart(AccessConfig config) {
    this.config = config;
  }

  @PostConstruct
  void check() {
    var access =
        Access.decide(
            LaunchMode.current() == LaunchMode.NORMAL,
            config.local(),
            config.host(),
            config.authServer());
    if (access instanceof Access.Denied(var why)) {
      throw new IllegalStateException(why);
    }
    if (LaunchMode.current() == LaunchMode.NORMAL && !config.local()) {
      LOG.warn("A service was started in production, but logins are not checked yet");
    }
  }
}
