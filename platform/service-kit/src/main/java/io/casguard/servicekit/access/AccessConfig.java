package io.casguard.servicekit.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// Where a service runs, and who may use it. Set `casguard.local`, `quarkus.http.host` and
/// `quarkus.oidc.auth-server-url`; the names here follow them.
@ConfigMapping(prefix = "casguard.access")
interface AccessConfig {
  /// Whether the service belongs to one person's `casguard up`: no login, this machine only, and an
  /// end with its launcher.
  boolean local();

  /// The address that the service listens at.
  String host();

  /// The OpenID Connect server that logs people in.
  Optional<String> authServer();
}
