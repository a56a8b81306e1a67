package io.casguard.servicekit.outbox;

import io.casguard.servicekit.logging.LogKeys;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Announces what waits in the outbox, in its order, and deletes what Kafka has acknowledged.
///
/// Of all replicas of a service one relay sends, the one whose [OutboxLine] holds the lock:
///
///     connect -> wait for the lock -> send a batch -> delete it -> wait for news
///        ^                                 |             |
///        +---- wait a while <--------------+-------------+  a failure ends line and lock
///
/// What was acknowledged but not yet deleted is sent again, so receivers see some events twice and, of one organization, older
/// ones after newer; they drop both.
@Singleton
final class OutboxRelay {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LAST_BATCH = Duration.ofSeconds(5);

  private final OutboxConfig config;
  private final TopicsConfig topics;
  private final Map<String, Object> broker;
  private final Vertx vertx;
  private final Thread thread = Thread.ofPlatform().name("outbox-relay").unstarted(this::run);
  private volatile boolean stopping;
  private volatile boolean active;
  private volatile @Nullable OutboxLine line;
  private Duration pause = FIRST_PAUSE;

  OutboxRelay(
      OutboxConfig config,
      TopicsConfig topics,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      Vertx vertx) {
    this.config = config;
    this.topics = topics;
    this.broker = broker;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent event) {
    if (config.relay()) {
      start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stop();
  }

  void start() {
    thread.start();
  }

  /// Lets the batch that is being sent come to its end, but not for long.
  void stop() throws InterruptedException {
    stopping = true;
    var last = line;
    if (last != null) {
      last.wake();
    }
    if (thread.isAlive() && !thread.join(LAST_BATCH)) {
      thread.interrupt();
      thread.join();
    }
  }

  /// Whether this relay is the one that sends.
  boolean active() {
    return active;
  }

  private void run() {
    try {
      while (!stopping) {
        try {
          relay();
        } catch (OutboxUnavailable | RuntimeException e) {
          LOG.atWarn().setCause(e).log("The outbox could not be sent and will be tried again");
          Thread.sleep(pause);
          pause = longer(pause);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void relay() throws InterruptedException, OutboxUnavailable {
    try (var opened = OutboxLine.open(vertx, database())) {
      line = opened;
      while (!opened.lock()) {
        opened.awaitNews(config.poll());
        if (stopping) {
          return;
        }
      }
      try (var announcer = new Announcer(broker, config.patience())) {
        active = true;
        while (!stopping) {
          relay(opened, announcer);
        }
      }
    } finally {
      active = false;
      line = null;
    }
  }

  private void relay(OutboxLine opened, Announcer announcer)
      throws InterruptedException, OutboxUnavailable {
    var rows = opened.waiting(config.batch());
    if (!rows.isEmpty()) {
      announcer.send(
          rows.stream().map(row -> row.toRecord(topic(row), config.source())).toList(),
          opened.lost());
      opened.delete(rows);
    }
    pause = FIRST_PAUSE;
    if (rows.size() < config.batch()) {
      opened.awaitNews(config.poll());
    }
  }

  private String topic(OutboxRow row) {
    var topic = topics.topics().get(row.channel());
    if (topic == null) {
      LOG.atError().addKeyValue(LogKeys.CHANNEL, row.channel()).log("A channel had no topic");
      throw new IllegalStateException("casguard.topics names no topic for " + row.channel());
    }
    return topic;
  }

  private PgConnectOptions database() {
    var options =
        PgConnectOptions.fromUri(config.databaseUrl().replaceFirst("^vertx-reactive:", ""));
    config.username().ifPresent(options::setUser);
    config.password().ifPresent(options::setPassword);
    return options;
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
