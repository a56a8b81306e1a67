package io.casguard.notification.intake;

import io.casguard.contracts.Channels;
import io.casguard.contracts.Event;
import io.casguard.notification.delivery.Deliveries;
import io.casguard.notification.incident.Incident;
import io.casguard.notification.incident.IncidentConfig;
import io.casguard.notification.incident.Incidents;
import io.casguard.notification.incident.Sighting;
import io.casguard.notification.incident.Transition;
import io.casguard.notification.receiver.Receivers;
import io.casguard.notification.told.Step;
import io.casguard.notification.told.Steps;
import io.casguard.servicekit.inbox.Inbox;
import io.casguard.servicekit.inbox.SeenEvents;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Takes events in. What an event brings about and the note that it was seen are one transaction,
/// so an event that comes again changes nothing and is told to nobody.
@Singleton
class Intake {
  private final Inbox inbox;
  private final SeenEvents seen;
  private final Incidents incidents;
  private final Steps steps;
  private final Deliveries deliveries;
  private final Receivers receivers;
  private final IncidentConfig config;

  Intake(
      Inbox inbox,
      SeenEvents seen,
      Incidents incidents,
      Steps steps,
      Deliveries deliveries,
      Receivers receivers,
      IncidentConfig config) {
    this.inbox = inbox;
    this.seen = seen;
    this.incidents = incidents;
    this.steps = steps;
    this.deliveries = deliveries;
    this.receivers = receivers;
    this.config = config;
  }

  @Incoming(Channels.VIOLATIONS)
  Uni<Void> violation(ConsumerRecord<String, byte[]> letter) {
    return inbox.receive(letter, this::take);
  }

  @Incoming(Channels.ACCESS_PATH_CHANGES)
  Uni<Void> accessPaths(ConsumerRecord<String, byte[]> letter) {
    return inbox.receive(letter, this::take);
  }

  private Uni<Void> take(Event event) {
    return Panache.withTransaction(
        () ->
            seen.isNew(event.id())
                .chain(isNew -> isNew ? follow(event) : Uni.createFrom().voidItem()));
  }

  private Uni<Void> follow(Event event) {
    return Multi.createFrom()
        .iterable(Sighting.of(event))
        .onItem()
        .transformToUniAndConcatenate(sighting -> follow(sighting, event.id()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> follow(Sighting sighting, UUID cause) {
    return incidents
        .follow(sighting)
        .chain(
            outcome ->
                outcome
                    .flatMap(found -> found.told().map(told -> tell(found.incident(), told, cause)))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> tell(Incident incident, Transition transition, UUID cause) {
    var step = Step.of(incident, transition, config.link());
    return steps.append(step, cause).chain(id -> deliveries.begin(id, step, receivers.all()));
  }
}
