package io.casguard.servicekit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// The events that took effect, by their ids: for consumers of which one revision brings many
/// events.
@Singleton
public final class SeenEvents {
  private final Mutiny.SessionFactory sessions;

  SeenEvents(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /// Notes an event in the transaction of its effect; false means that it took effect before.
  public Uni<Boolean> isNew(UUID event) {
    return Uni.createFrom()
        .deferred(
            () ->
                Sessions.current(sessions)
                    .createNativeQuery(
                        "insert into seen_event (id) values (:id) on conflict do nothing")
                    .setParameter("id", event)
                    .executeUpdate())
        .map(rows -> rows == 1);
  }
}
