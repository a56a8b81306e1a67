package io.casguard.servicekit.access;

import java.util.Optional;
import java.util.Set;

/// Decides whether a service may be started where it is.
sealed interface Access {
  record Allowed() implements Access {}

  record Denied(String why) implements Access {}

  Set<String> THIS_MACHINE = Set.of("127.0.0.1", "::1", "localhost");

  static Access decide(
      boolean production, boolean local, String host, Optional<String> authServer) {
    if (local) {
      return THIS_MACHINE.contains(host)
          ? new Allowed()
          : new Denied(
              "casguard.local=true needs no login, so quarkus.http.host must be 127.0.0.1, not "
                  + host);
    }
    return !production || authServer.isPresent()
        ? new Allowed()
        : new Denied(
            "a service in production needs quarkus.oidc.auth-server-url"
                + " (or casguard.local=true, on one person's machine)");
  }
}
