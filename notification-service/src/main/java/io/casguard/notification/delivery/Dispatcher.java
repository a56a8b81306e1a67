package io.casguard.notification.delivery;

import io.casguard.notification.receiver.Receiver;
import io.casguard.notification.receiver.Receivers;
import io.casguard.notification.told.Bell;
import io.casguard.notification.webhook.Answer;
import io.casguard.notification.webhook.Verdict;
import io.casguard.notification.webhook.WebhookClient;
import io.casguard.notification.webhook.WebhookMessage;
import io.casguard.servicekit.logging.LogKeys;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due: one thread claims rows, and each attempt has a thread of its own.
///
/// At least once: a replica that dies after the receiver answered leaves its claim to another,
/// which sends the message again under the same id. A receiver that hangs holds up no other, since
/// each has its own places.
@Singleton
class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration DATABASE = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LAST_ATTEMPTS = Duration.ofSeconds(5);

  private final Deliveries deliveries;
  private final Receivers receivers;
  private final WebhookClient client;
  private final DeliveryConfig config;
  private final Schedule schedule;
  private final Clock clock = Clock.systemUTC();
  private final Semaphore news = new Semaphore(0);
  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("dispatcher").unstarted(this::run);
  private final ExecutorService attempts = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopping;
  private Duration pause = FIRST_PAUSE;

  Dispatcher(
      Deliveries deliveries,
      Receivers receivers,
      WebhookClient client,
      DeliveryConfig config,
      Bell bell) {
    this.deliveries = deliveries;
    this.receivers = receivers;
    this.client = client;
    this.config = config;
    this.schedule = new Schedule(config.schedule(), () -> ThreadLocalRandom.current().nextLong());
    bell.onRing(news::release);
  }

  void start(@Observes StartupEvent event) {
    if (!receivers.all().isEmpty()) {
      thread.start();
    }
  }

  /// Lets what is under way come to its end, but not for long: the rest is sent after the next
  /// start.
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    news.release();
    thread.join(DATABASE);
    attempts.shutdown();
    if (!attempts.awaitTermination(LAST_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS)) {
      attempts.shutdownNow();
    }
  }

  private void run() {
    try {
      boolean known = false;
      while (!stopping) {
        try {
          if (!known) {
            deliveries.know(receivers.all()).await().atMost(DATABASE);
            known = true;
          }
          if (dispatch() == 0) {
            awaitNews();
          }
          pause = FIRST_PAUSE;
        } catch (RuntimeException e) {
          LOG.atWarn().setCause(e).log("Deliveries could not be claimed and will be tried again");
          Thread.sleep(pause);
          pause = longer(pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int dispatch() {
    var free = new HashMap<String, Integer>();
    for (Receiver receiver : receivers.all()) {
      int places = config.inFlight() - underWay.getOrDefault(receiver.name(), 0);
      if (places > 0) {
        free.put(receiver.name(), places);
      }
    }
    if (free.isEmpty()) {
      return 0;
    }
    List<Claimed> claimed = deliveries.claim(free, config.lease()).await().atMost(DATABASE);
    for (Claimed one : claimed) {
      underWay.merge(one.receiver(), 1, Integer::sum);
      attempts.execute(() -> attempt(one));
    }
    return claimed.size();
  }

  private void awaitNews() throws InterruptedException {
    if (news.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }

  private void attempt(Claimed claimed) {
    try {
      receivers.named(claimed.receiver()).ifPresent(receiver -> attempt(claimed, receiver));
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue(LogKeys.RECEIVER, claimed.receiver())
          .addKeyValue(LogKeys.MESSAGE, claimed.messageId())
          .setCause(e)
          .log("An attempt could not be noted, and its message will be sent again");
    } finally {
      underWay.merge(claimed.receiver(), -1, Integer::sum);
      news.release();
    }
  }

  private void attempt(Claimed claimed, Receiver receiver) {
    var at = clock.instant();
    long begun = System.nanoTime();
    Answer answer =
        client.post(
            receiver.url(),
            WebhookMessage.signed(claimed.messageId(), at, claimed.body(), receiver.secret()));
    var latency = Duration.ofNanos(System.nanoTime() - begun);
    Verdict verdict = Verdict.of(answer);
    var again = schedule.after(claimed.attempts() + 1);
    deliveries
        .note(claimed, answer, verdict, at, latency, again, config.patience())
        .await()
        .atMost(DATABASE);
    tell(claimed, verdict);
  }

  private static void tell(Claimed claimed, Verdict verdict) {
    var line =
        switch (verdict) {
          case Verdict.Delivered _ -> LOG.atInfo();
          case Verdict.Failed _ -> LOG.atWarn();
          case Verdict.Gone _ -> LOG.atError();
        };
    var message =
        switch (verdict) {
          case Verdict.Delivered _ -> "A message was delivered";
          case Verdict.Failed _ -> "A message was not delivered and will be sent again";
          case Verdict.Gone _ -> "A receiver wanted no more and was disabled";
        };
    line.addKeyValue(LogKeys.RECEIVER, claimed.receiver())
        .addKeyValue(LogKeys.MESSAGE, claimed.messageId())
        .addKeyValue(LogKeys.INCIDENT, claimed.incidentKey())
        .addKeyValue(LogKeys.OUTCOME, verdict.outcome())
        .log(message);
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }
}
