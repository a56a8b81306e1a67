package io.casguard.notification.told;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings when a replica of this service has committed a step.
///
/// It listens on a connection of its own. While that is lost a ring may be missed, so whoever
/// listens looks by himself now and then; when it is back, it rings.
@Singleton
public class Bell {
  private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
  private static final long PAUSE_MILLIS = 1_000;

  private final Pool pool;
  private final Vertx vertx;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean stopping;

  Bell(Pool pool, Vertx vertx) {
    this.pool = pool;
    this.vertx = vertx;
  }

  /// Has something done at each ring; it must be short.
  public void onRing(Runnable listener) {
    listeners.add(listener);
  }

  void start(@Observes StartupEvent event) {
    connect();
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  private void connect() {
    if (stopping) {
      return;
    }
    pool.getConnection()
        .map(PgConnection::cast)
        .onSuccess(this::hang)
        .onFailure(failure -> again(failure));
  }

  private void hang(PgConnection connection) {
    connection.notificationHandler(_ -> ring());
    connection.closeHandler(_ -> again(new IllegalStateException("the connection was closed")));
    connection
        .query("listen step")
        .execute()
        .onSuccess(_ -> ring())
        .onFailure(_ -> connection.close());
  }

  private void again(Throwable failure) {
    if (!stopping) {
      LOG.atWarn().setCause(failure).log("The bell was lost and is hung again");
      vertx.setTimer(PAUSE_MILLIS, _ -> connect());
    }
  }

  private void ring() {
    listeners.forEach(Runnable::run);
  }
}
