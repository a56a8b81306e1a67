package io.casguard.servicekit.inbox;

/// A record that cannot be read, now or ever; its message says why, and travels with it to the dead
/// letters.
public final class DeadLetter extends RuntimeException {
  DeadLetter(String why) {
    super(why, null, false, false);
  }
}
