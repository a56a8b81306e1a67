package io.casguard.servicekit.trial;

import io.casguard.contracts.Channels;
import io.casguard.contracts.Event;
import io.casguard.servicekit.inbox.Inbox;
import io.casguard.servicekit.inbox.Progress;
import io.casguard.servicekit.inbox.SeenEvents;
import io.casguard.servicekit.inbox.Step;
import io.casguard.servicekit.outage.OutageException;
import io.casguard.servicekit.trace.Trace;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Follows the revisions of organizations; the name of an organization says how handling it goes.
@Singleton
public class ReceivedEvents {
  public static final String BROKEN = "broken-";
  public static final String AWAY = "away-";
  public static final String TWICE = "twice-";

  private final Inbox inbox;
  private final Progress progress;
  private final SeenEvents seen;
  private final List<String> log = new CopyOnWriteArrayList<>();

  ReceivedEvents(Inbox inbox, Progress progress, SeenEvents seen) {
    this.inbox = inbox;
    this.progress = progress;
    this.seen = seen;
  }

  /// What happened, one line for each try and each processed revision.
  public List<String> of(String organization) {
    return log.stream()
        .filter(line -> line.startsWith(organization + " "))
        .map(line -> line.substring(organization.length() + 1))
        .toList();
  }

  @Incoming(Channels.TOPOLOGY_CHANGES)
  Uni<Void> receive(ConsumerRecord<String, byte[]> letter) {
    return inbox.receive(letter, this::handle);
  }

  private Uni<Void> handle(Event event) {
    var organization = event.organization();
    if (organization.startsWith(BROKEN)) {
      log.add(organization + " tried");
      return Uni.createFrom().failure(new IllegalStateException("a revision nobody can process"));
    }
    if (organization.startsWith(AWAY) && of(organization).size() < 5) {
      log.add(organization + " tried");
      return Uni.createFrom()
          .failure(new OutageException("inventory is away", new IOException("no route")));
    }
    if (organization.startsWith(TWICE)) {
      return Panache.withTransaction(() -> seen.isNew(event.id()))
          .invoke(isNew -> log.add(organization + (isNew ? " new" : " seen")))
          .replaceWithVoid();
    }
    log.add(organization + " traced " + Trace.current().map(Trace::parent).orElse("nowhere"));
    return Panache.withSession(() -> progress.step(organization, event.revision()))
        .chain(
            step ->
                switch (step) {
                  case Step.Drop _ -> note(organization, "dropped " + event.revision());
                  case Step.CatchUp(var first, var last) -> process(organization, first, last);
                });
  }

  private Uni<Void> process(String organization, long first, long last) {
    if (first > last) {
      return Uni.createFrom().voidItem();
    }
    return Panache.withTransaction(() -> progress.advance(organization, first - 1, first))
        .chain(() -> note(organization, "processed " + first))
        .chain(() -> process(organization, first + 1, last));
  }

  private Uni<Void> note(String organization, String what) {
    log.add(organization + " " + what);
    return Uni.createFrom().voidItem();
  }
}
