package io.casguard.notification.delivery;

import io.casguard.notification.receiver.Receiver;
import io.casguard.notification.told.Step;
import io.casguard.notification.webhook.Answer;
import io.casguard.notification.webhook.Verdict;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What is on its way, in the database: a restart loses nothing of it, and replicas share it row by
/// row.
@Singleton
public class Deliveries {
  /// Another address makes a receiver as good as new.
  private static final String KNOW =
      """
      insert into receiver (name, address) values ($1, $2)
      on conflict (name) do update set address = excluded.address, failing_since = null,
        not_before = null, disabled_at = null, disabled_because = null
      where receiver.address <> excluded.address
      """;

  /// For each receiver as many as it has free places, first attempts before others, and never one
  /// whose incident has an earlier message on its way to the same receiver.
  private static final String CLAIM =
      """
      with claimed as (
        select one.id
        from unnest($1::text[], $2::int[]) as wanted (receiver, free)
        join receiver on receiver.name = wanted.receiver
          and receiver.disabled_at is null
          and coalesce(receiver.not_before, '-infinity') <= now()
        cross join lateral (
          select d.id from delivery d
          where d.state = 'waiting' and d.receiver = wanted.receiver and d.due <= now()
            and coalesce(d.claimed_until, '-infinity') <= now()
            and not exists (
              select 1 from delivery earlier
              where earlier.state = 'waiting' and earlier.receiver = d.receiver
                and earlier.incident_key = d.incident_key and earlier.id < d.id)
          order by d.attempts > 0, d.id
          limit wanted.free
          for update of d skip locked
        ) one
      )
      update delivery set claimed_until = now() + $3 * interval '1 millisecond'
      from claimed, step
      where delivery.id = claimed.id and step.id = delivery.step
      returning delivery.id, attempts, receiver, delivery.incident_key, message_id, body
      """;

  private static final String LOG =
      """
      insert into attempt (delivery, number, at, address, status, latency_millis, outcome)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing
      """;

  private static final String DELIVERED =
      """
      update delivery set state = 'delivered', attempts = attempts + 1, claimed_until = null
      where id = $1
      """;

  private static final String WAITING =
      """
      update delivery set attempts = attempts + 1, claimed_until = null,
        due = now() + $2 * interval '1 millisecond'
      where id = $1 and state = 'waiting'
      """;

  private static final String HEALTHY =
      "update receiver set failing_since = null where name = $1 and failing_since is not null";

  private static final String FAILING =
      """
      update receiver set failing_since = coalesce(failing_since, now()),
        not_before = greatest(not_before, $2::timestamptz),
        disabled_at = case when failing_since < now() - $3 * interval '1 millisecond'
          then now() else disabled_at end,
        disabled_because = case when failing_since < now() - $3 * interval '1 millisecond'
          then 'failed for too long' else disabled_because end
      where name = $1
      """;

  private static final String DISABLE =
      """
      update receiver set disabled_at = now(), disabled_because = $2
      where name = $1 and disabled_at is null
      """;

  private static final String PAGE =
      """
      select d.id, d.message_id, d.receiver, d.incident_key, step.episode, step.type,
        step.organization, d.due,
        case when d.state = 'waiting' and receiver.disabled_at is not null
          then 'parked' else d.state end as state,
        (select coalesce(json_agg(a order by a.number), '[]') from attempt a
          where a.delivery = d.id)::text as attempts_made
      from delivery d join step on step.id = d.step left join receiver on receiver.name = d.receiver
      where d.id < $1 and ($2::text is null or d.receiver = $2)
        and ($3::text is null or d.incident_key = $3)
      order by d.id desc limit $4
      """;

  private final Pool pool;

  Deliveries(Pool pool) {
    this.pool = pool;
  }

  /// Puts a step on its way to receivers, in the caller's transaction.
  public Uni<Void> begin(long stepId, Step step, List<Receiver> receivers) {
    var rows =
        receivers.stream()
            .map(
                receiver ->
                    DeliveryRow.of(
                        stepId,
                        receiver.name(),
                        step.incidentKey(),
                        step.messageId(receiver.name())))
            .toArray();
    return Panache.getSession().chain(session -> session.persistAll(rows));
  }

  /// Notes who the receivers are.
  Uni<Void> know(List<Receiver> receivers) {
    if (receivers.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return pool.preparedQuery(KNOW)
        .executeBatch(
            receivers.stream().map(receiver -> Tuple.of(receiver.name(), receiver.url())).toList())
        .replaceWithVoid();
  }

  /// Claims what may be attempted now, given how many free places each receiver has.
  Uni<List<Claimed>> claim(Map<String, Integer> free, Duration lease) {
    var names = free.keySet().toArray(String[]::new);
    var places = free.values().toArray(Integer[]::new);
    return pool.preparedQuery(CLAIM)
        .execute(Tuple.of(names, places, lease.toMillis()))
        .map(rows -> all(rows, Claimed::of));
  }

  /// Notes an attempt, and what follows from it, in one transaction.
  ///
  /// @param again how long to wait where it failed
  /// @param patience with a receiver that only fails
  Uni<Void> note(
      Claimed claimed,
      Answer answer,
      Verdict verdict,
      Instant at,
      Duration latency,
      Duration again,
      Duration patience) {
    return pool.withTransaction(
            connection ->
                log(connection, claimed, answer, verdict, at, latency)
                    .chain(
                        () ->
                            switch (verdict) {
                              case Verdict.Delivered _ ->
                                  execute(connection, DELIVERED, Tuple.of(claimed.id()))
                                      .chain(
                                          () ->
                                              execute(
                                                  connection,
                                                  HEALTHY,
                                                  Tuple.of(claimed.receiver())));
                              case Verdict.Failed(_, var notBefore) ->
                                  wait(connection, claimed, again)
                                      .chain(
                                          () ->
                                              execute(
                                                  connection,
                                                  FAILING,
                                                  Tuple.of(
                                                      claimed.receiver(),
                                                      notBefore
                                                          .map(m -> m.atOffset(ZoneOffset.UTC))
                                                          .orElse(null),
                                                      patience.toMillis())));
                              case Verdict.Gone(var outcome) ->
                                  wait(connection, claimed, again)
                                      .chain(
                                          () ->
                                              execute(
                                                  connection,
                                                  DISABLE,
                                                  Tuple.of(claimed.receiver(), outcome)));
                            }))
        .replaceWithVoid();
  }

  /// The deliveries before one, the newest first.
  Uni<List<Delivery>> page(
      long before, Optional<String> receiver, Optional<String> incident, int most) {
    return pool.preparedQuery(PAGE)
        .execute(Tuple.of(before, receiver.orElse(null), incident.orElse(null), most))
        .map(rows -> all(rows, Delivery::of));
  }

  private static Uni<Void> log(
      SqlConnection connection,
      Claimed claimed,
      Answer answer,
      Verdict verdict,
      Instant at,
      Duration latency) {
    return execute(
        connection,
        LOG,
        Tuple.tuple()
            .addLong(claimed.id())
            .addInteger(claimed.attempts() + 1)
            .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
            .addString(address(answer))
            .addInteger(answer instanceof Answer.Status status ? status.status() : null)
            .addLong(latency.toMillis())
            .addString(verdict.outcome()));
  }

  private static @Nullable String address(Answer answer) {
    return switch (answer) {
      case Answer.Status(var address, _, _) -> address;
      case Answer.NoAnswer(var address, _) -> address;
      case Answer.NotSent _ -> null;
    };
  }

  private static Uni<Void> wait(SqlConnection connection, Claimed claimed, Duration again) {
    return execute(connection, WAITING, Tuple.of(claimed.id(), again.toMillis()));
  }

  private static Uni<Void> execute(SqlConnection connection, String sql, Tuple values) {
    return connection.preparedQuery(sql).execute(values).replaceWithVoid();
  }

  private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> read) {
    return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
  }
}
