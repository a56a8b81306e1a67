package io.casguard.notification.told;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Every step that was ever told.
///
/// They are written in the session of a transaction, and read outside of any: the feed that reads
/// them has no request.
@Singleton
public class Steps {
  /// Held from the first step of a transaction to its end, so that a reader who is at one id has
  /// missed none below it.
  private static final String IN_ORDER_OF_COMMITS =
      "select 1 from pg_advisory_xact_lock(hashtext('step'))";

  private static final String AFTER =
      """
      select * from step where id > $1 and ($2::text is null or organization = $2)
      order by id limit $3
      """;

  private final Pool pool;

  Steps(Pool pool) {
    this.pool = pool;
  }

  /// Stores a step in the caller's transaction, and tells its id.
  ///
  /// @param cause the event that brought it about
  public Uni<Long> append(Step step, UUID cause) {
    var row = StepRow.of(step, cause);
    return Panache.getSession()
        .call(
            session ->
                session.createNativeQuery(IN_ORDER_OF_COMMITS, Integer.class).getSingleResult())
        .chain(session -> session.persist(row))
        .map(_ -> row.id);
  }

  /// The id of the newest step, 0 where there is none.
  public Uni<Long> newest() {
    return pool.query("select coalesce(max(id), 0) from step")
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /// The steps after one, in their order.
  public Uni<List<StoredStep>> after(long id, Optional<String> organization, int most) {
    return pool.preparedQuery(AFTER)
        .execute(Tuple.of(id, organization.orElse(null), most))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Steps::stored).toList());
  }

  private static StoredStep stored(Row row) {
    return new StoredStep(
        row.getLong("id"),
        new Step(
            row.getString("incident_key"),
            row.getInteger("episode"),
            row.getInteger("number"),
            row.getString("organization"),
            row.getString("type"),
            row.get(OffsetDateTime.class, "at").toInstant(),
            row.getString("body")));
  }
}
