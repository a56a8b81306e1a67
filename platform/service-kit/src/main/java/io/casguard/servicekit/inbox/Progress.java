package io.casguard.servicekit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.hibernate.reactive.mutiny.Mutiny;

/// The last revision that this service processed of each organization.
@Singleton
public final class Progress {
  private final Mutiny.SessionFactory sessions;

  Progress(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /// The last processed revision, 0 for an organization that was never seen. Needs a session, not a
  /// transaction.
  public Uni<Long> last(String organization) {
    return Uni.createFrom()
        .deferred(
            () ->
                session()
                    .createNativeQuery(
                        "select revision from progress where organization = :organization",
                        Long.class)
                    .setParameter("organization", organization)
                    .getSingleResultOrNull())
        .map(revision -> revision == null ? 0 : revision);
  }

  /// What an announced revision asks for. Needs a session, not a transaction.
  public Uni<Step> step(String organization, long announced) {
    return last(organization).map(processed -> Step.between(processed, announced));
  }

  /// Notes, in the transaction of the effect, that revisions up to one were processed.
  ///
  /// Fails with [Overtaken], and the transaction with it, where another replica has moved on from
  /// there meanwhile: one that was paused past its session does not write.
  public Uni<Void> advance(String organization, long from, long to) {
    var statement =
        from == 0
            ? "insert into progress (organization, revision) values (:organization, :to)"
                + " on conflict (organization) do update set revision = :to"
                + " where progress.revision = :from"
            : "update progress set revision = :to"
                + " where organization = :organization and revision = :from";
    return Uni.createFrom()
        .deferred(
            () ->
                session()
                    .createNativeQuery(statement)
                    .setParameter("organization", organization)
                    .setParameter("from", from)
                    .setParameter("to", to)
                    .executeUpdate())
        .invoke(
            rows -> {
              if (rows == 0) {
                throw new Overtaken(organization, from);
              }
            })
        .replaceWithVoid();
  }

  private Mutiny.Session session() {
    return Sessions.current(sessions);
  }
}
