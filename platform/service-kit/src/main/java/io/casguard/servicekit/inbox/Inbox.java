package io.casguard.servicekit.inbox;

import io.casguard.contracts.Event;
import io.casguard.servicekit.logging.LogKeys;
import io.casguard.servicekit.outage.Outages;
import io.casguard.servicekit.trace.Trace;
import io.casguard.servicekit.wire.Received;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way in for Kafka records.
///
///     @Incoming(Channels.TOPOLOGY_CHANGES)
///     Uni<Void> receive(ConsumerRecord<String, byte[]> letter) {
///       return inbox.receive(letter, this::handle);
///     }
///
/// A record is acknowledged when the handler is done. While something that the handler needs is away it is handled again and
/// again, and later records wait. Any other failure has two more tries; then the record is a dead letter, as one is that cannot
/// be read. A type that is not known is acknowledged.
@Singleton
public final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int MORE_TRIES = 2;

  private volatile boolean stopping;

  Inbox() {}

  /// What fails while the service stops fails because it stops; it is received again after the next
  /// start.
  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /// Hands an event to the handler, which runs in the context of its record and opens a session of
  /// its own.
  public Uni<Void> receive(
      ConsumerRecord<String, byte[]> letter, Function<Event, Uni<Void>> handler) {
    return switch (Received.of(letter)) {
      case Received.Known(var event) -> handle(letter, event, handler);
      case Received.Unknown _ -> Uni.createFrom().voidItem();
      case Received.Unreadable(var why) -> {
        LOG.atError()
            .addKeyValue(LogKeys.ORGANIZATION, letter.key())
            .log("A record cannot be read and becomes a dead letter: {}", why);
        yield Uni.createFrom().failure(new DeadLetter(why));
      }
    };
  }

  private Uni<Void> handle(
      ConsumerRecord<String, byte[]> letter, Event event, Function<Event, Uni<Void>> handler) {
    Trace.of(Received.header(letter, Trace.PARENT), Received.header(letter, Trace.STATE))
        .ifPresent(Trace::keep);
    return Uni.createFrom()
        .deferred(() -> handler.apply(event))
        .runSubscriptionOn(currentContext())
        .onFailure(Outages::isOutage)
        .invoke(failure -> tell(event, failure, "An event has to wait"))
        .onFailure(Outages::isOutage)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .onFailure(failure -> !Outages.isOutage(failure))
        .invoke(failure -> tell(event, failure, "An event could not be handled"))
        .onFailure(failure -> !Outages.isOutage(failure))
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .atMost(MORE_TRIES)
        .onFailure(_ -> stopping)
        .recoverWithUni(Uni.createFrom().nothing())
        .onFailure()
        .invoke(
            failure ->
                LOG.atError()
                    .addKeyValue(LogKeys.ORGANIZATION, event.organization())
                    .addKeyValue(LogKeys.REVISION, event.revision())
                    .addKeyValue(LogKeys.EVENT, event.id())
                    .setCause(failure)
                    .log("An event failed for certain and becomes a dead letter"));
  }

  private static void tell(Event event, Throwable failure, String what) {
    LOG.atWarn()
        .addKeyValue(LogKeys.ORGANIZATION, event.organization())
        .addKeyValue(LogKeys.REVISION, event.revision())
        .addKeyValue(LogKeys.EVENT, event.id())
        .setCause(failure)
        .log(what);
  }

  /// A new try starts on a timer's thread; the database's session needs the context of the record.
  private static Executor currentContext() {
    var context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> onContext(context, task);
  }

  private static void onContext(Context context, Runnable task) {
    if (context.equals(Vertx.currentContext())) {
      task.run();
    } else {
      context.runOnContext(_ -> task.run());
    }
  }
}
