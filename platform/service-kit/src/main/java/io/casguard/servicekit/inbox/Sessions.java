package io.casguard.servicekit.inbox;

import org.hibernate.reactive.mutiny.Mutiny;

/// The session that a caller has opened.
final class Sessions {
  private Sessions() {}

  static Mutiny.Session current(Mutiny.SessionFactory sessions) {
    var session = sessions.getCurrentSession();
    if (session == null) {
      throw new IllegalStateException("there is no session; the caller opens one");
    }
    return session;
  }
}
