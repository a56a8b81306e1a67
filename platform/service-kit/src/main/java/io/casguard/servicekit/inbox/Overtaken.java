package io.casguard.servicekit.inbox;

/// Another replica has processed the revision meanwhile; what this one did is to be rolled back.
public final class Overtaken extends RuntimeException {
  Overtaken(String organization, long from) {
    super("%s is no longer at revision %d".formatted(organization, from), null, false, false);
  }
}
