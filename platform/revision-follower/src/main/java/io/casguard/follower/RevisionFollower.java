package io.casguard.follower;

import io.casguard.contracts.Event;
import io.casguard.servicekit.inbox.Overtaken;
import io.casguard.servicekit.inbox.Progress;
import io.casguard.servicekit.inbox.Step;
import io.casguard.servicekit.logging.LogKeys;
import io.casguard.servicekit.outage.OutageException;
import io.casguard.servicekit.outage.Outages;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.LongStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a service up to an announced revision. The event is only a hint: what was processed last
/// decides where to begin.
@Singleton
public final class RevisionFollower {
  private static final Logger LOG = LoggerFactory.getLogger(RevisionFollower.class);

  private final Inventory inventory;
  private final Progress progress;

  RevisionFollower(@RestClient Inventory inventory, Progress progress) {
    this.inventory = inventory;
    this.progress = progress;
  }

  /// Processes every revision of the event's organization that is still missing up to the event's,
  /// in order, each in a transaction of its own. While the inventory is away it fails with an
  /// outage, and the event waits.
  public <T> Uni<Void> follow(Event event, RevisionWork<T> work) {
    return Panache.withSession(() -> progress.step(event.organization(), event.revision()))
        .chain(
            step ->
                switch (step) {
                  case Step.Drop() -> Uni.createFrom().voidItem();
                  case Step.CatchUp(long first, long last) ->
                      Multi.createFrom()
                          .items(LongStream.rangeClosed(first, last).boxed())
                          .onItem()
                          .transformToUniAndConcatenate(
                              number -> process(event.organization(), number, work))
                          .collect()
                          .last()
                          .replaceWithVoid();
                });
  }

  /// One revision. An inventory that has lost its wits for now is away, too: there is no use in
  /// giving its revision up.
  public Uni<RevisionDocument> document(String organization, long number) {
    return inventory
        .revision(organization, number)
        .onFailure(RevisionFollower::isFaultOfTheInventory)
        .transform(fault -> new OutageException("the inventory failed", fault));
  }

  private static boolean isFaultOfTheInventory(Throwable failure) {
    return failure instanceof WebApplicationException answer
        && answer.getResponse().getStatusInfo().getFamily() == Response.Status.Family.SERVER_ERROR;
  }

  private <T> Uni<Void> process(String organization, long number, RevisionWork<T> work) {
    return document(organization, number)
        .chain(
            document ->
                work.compute(document)
                    .chain(
                        found ->
                            store(document, found, work)
                                .onFailure(RevisionFollower::isForCertain)
                                .recoverWithUni(failure -> passOver(document, failure, work))));
  }

  private <T> Uni<Void> store(RevisionDocument document, T found, RevisionWork<T> work) {
    return Panache.withTransaction(
        () ->
            progress
                .advance(document.organization(), document.revision() - 1, document.revision())
                .chain(() -> work.store(document, found)));
  }

  /// Otherwise every later revision would fail at this one.
  private <T> Uni<Void> passOver(
      RevisionDocument document, Throwable failure, RevisionWork<T> work) {
    LOG.atError()
        .addKeyValue(LogKeys.ORGANIZATION, document.organization())
        .addKeyValue(LogKeys.REVISION, document.revision())
        .setCause(failure)
        .log("What was found out about a revision could not be stored, and it was passed over");
    return store(document, work.failed("what was found out could not be stored: " + failure), work);
  }

  private static boolean isForCertain(Throwable failure) {
    return !(failure instanceof Overtaken) && !Outages.isOutage(failure);
  }
}
