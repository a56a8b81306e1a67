package io.casguard.servicekit.outbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;

/// The relay's own connection to the outbox: it hears of new rows and holds the lock that lets one
/// relay send.
///
/// PostgreSQL lets the lock go when the connection ends, so a line that is lost must not be sent
/// over any more. The server is asked to notice a dead peer within half a minute, that another
/// replica may take over.
final class OutboxLine implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final PgConnection connection;
  private final CompletableFuture<Void> lost = new CompletableFuture<>();
  private final Semaphore news = new Semaphore(0);

  private OutboxLine(PgConnection connection) {
    this.connection = connection;
    connection.notificationHandler(_ -> news.release());
    connection.closeHandler(
        _ -> {
          lost.completeExceptionally(new OutboxUnavailable("the connection was closed"));
          news.release();
        });
  }

  static OutboxLine open(Vertx vertx, PgConnectOptions options)
      throws InterruptedException, OutboxUnavailable {
    var line = new OutboxLine(answer(PgConnection.connect(vertx, asRelay(options))));
    try {
      answer(line.connection.query("listen outbox").execute());
      return line;
    } catch (InterruptedException | OutboxUnavailable e) {
      line.close();
      throw e;
    }
  }

  private static PgConnectOptions asRelay(PgConnectOptions options) {
    return new PgConnectOptions(options)
        .addProperty("application_name", "casguard-outbox-relay")
        .addProperty("tcp_keepalives_idle", "10")
        .addProperty("tcp_keepalives_interval", "5")
        .addProperty("tcp_keepalives_count", "4");
  }

  /// Whether this line is now, or was already, the one that may send.
  boolean lock() throws InterruptedException, OutboxUnavailable {
    var rows =
        answer(connection.query("select pg_try_advisory_lock(hashtext('outbox'))").execute());
    return rows.iterator().next().getBoolean(0);
  }

  /// The oldest rows that are still there. A row of a transaction that commits late appears behind
  /// younger ones, and is found.
  List<OutboxRow> waiting(int most) throws InterruptedException, OutboxUnavailable {
    var rows =
        answer(
            connection
                .preparedQuery("select * from outbox order by id limit $1")
                .execute(Tuple.of(most)));
    return StreamSupport.stream(rows.spliterator(), false).map(OutboxRow::of).toList();
  }

  void delete(List<OutboxRow> rows) throws InterruptedException, OutboxUnavailable {
    var ids = rows.stream().map(OutboxRow::id).toArray(Long[]::new);
    answer(
        connection.preparedQuery("delete from outbox where id = any($1)").execute(Tuple.of(ids)));
  }

  /// Returns when rows were added or the line is lost, and after the given time at the latest.
  void awaitNews(Duration longest) throws InterruptedException {
    if (news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }

  /// Ends a wait for news.
  void wake() {
    news.release();
  }

  /// Fails when the connection, and the lock with it, is gone.
  CompletableFuture<Void> lost() {
    return lost;
  }

  @Override
  public void close() {
    connection.close();
  }

  private static <T> T answer(Future<T> future) throws InterruptedException, OutboxUnavailable {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new OutboxUnavailable("PostgreSQL refused", e.getCause());
    } catch (TimeoutException e) {
      throw new OutboxUnavailable("PostgreSQL did not answer", e);
    }
  }
}
