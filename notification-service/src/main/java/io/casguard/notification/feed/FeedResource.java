package io.casguard.notification.feed;

import io.casguard.notification.refusal.NotificationRefusal;
import io.casguard.notification.told.Bell;
import io.casguard.notification.told.Steps;
import io.casguard.notification.told.StoredStep;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The steps as they happen, as server-sent events.
///
/// Nothing is kept for a listener but the place it is at: the next steps are read from the database
/// when it has taken the last ones, so who reads slowly costs nothing, and who was away resumes
/// with `Last-Event-ID`.
@Path("/feed")
@Singleton
class FeedResource {
  private static final int AT_ONCE = 50;
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final Steps steps;
  private final AtomicReference<CompletableFuture<Void>> ring =
      new AtomicReference<>(new CompletableFuture<>());

  FeedResource(Steps steps, Bell bell, Vertx vertx) {
    this.steps = steps;
    bell.onRing(this::wake);
    vertx.setPeriodic(HEARTBEAT.toMillis(), _ -> wake());
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> listen(
      @RestHeader("Last-Event-ID") @Nullable String lastEventId,
      @RestQuery @Nullable String organization,
      Sse sse) {
    var wanted = Optional.ofNullable(organization);
    return place(lastEventId)
        .onItem()
        .transformToMulti(
            start -> {
              var at = new AtomicLong(start);
              return Multi.createBy()
                  .repeating()
                  .uni(() -> next(at, wanted))
                  .indefinitely()
                  .onItem()
                  .transformToMultiAndConcatenate(news -> events(sse, news));
            });
  }

  private void wake() {
    ring.getAndSet(new CompletableFuture<>()).complete(null);
  }

  /// Without an id a listener hears what happens from now on.
  private Uni<Long> place(@Nullable String lastEventId) {
    if (lastEventId == null) {
      return steps.newest();
    }
    if (!lastEventId.matches("[0-9]{1,18}")) {
      throw new NotificationRefusal.UnknownFeedPosition(lastEventId).asException();
    }
    return Uni.createFrom().item(Long.parseLong(lastEventId));
  }

  /// The next steps, as soon as there are any; none when a heartbeat is due, or another
  /// organization has some.
  private Uni<List<StoredStep>> next(AtomicLong at, Optional<String> organization) {
    var nextRing = ring.get().copy(); // a listener that leaves cancels its own, never the others'
    return steps
        .after(at.get(), organization, AT_ONCE)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom()
                        .completionStage(nextRing)
                        .chain(() -> steps.after(at.get(), organization, AT_ONCE))
                    : Uni.createFrom().item(found))
        .invoke(found -> found.forEach(step -> at.set(step.id())));
  }

  private static Multi<OutboundSseEvent> events(Sse sse, List<StoredStep> news) {
    if (news.isEmpty()) {
      return Multi.createFrom().item(sse.newEventBuilder().comment("nothing new").build());
    }
    return Multi.createFrom()
        .iterable(news)
        .map(
            step ->
                sse.newEventBuilder()
                    .id(Long.toString(step.id()))
                    .name(step.step().type())
                    .data(step.step().body())
                    .build());
  }
}
