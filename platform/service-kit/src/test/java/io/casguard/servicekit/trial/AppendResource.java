package io.casguard.servicekit.trial;

import io.casguard.contracts.OrganizationDeleted;
import io.casguard.contracts.Provenance;
import io.casguard.servicekit.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// Appends events, and lets the transaction commit or not.
@Path("/organizations/{organization}")
class AppendResource {
  private final Outbox outbox;

  AppendResource(Outbox outbox) {
    this.outbox = outbox;
  }

  @POST
  @Path("events")
  public Uni<Void> append(@RestPath String organization, @RestQuery long from, @RestQuery long to) {
    return Panache.withTransaction(() -> outbox.append(events(organization, from, to)));
  }

  @POST
  @Path("rolled-back-events")
  public Uni<Void> appendAndFail(
      @RestPath String organization, @RestQuery long from, @RestQuery long to) {
    return Panache.withTransaction(
        () ->
            outbox
                .append(events(organization, from, to))
                .onItem()
                .failWith(() -> new IllegalStateException("after the append")));
  }

  @POST
  @Path("events-outside")
  public Uni<Void> appendOutside(@RestPath String organization) {
    return outbox.append(events(organization, 1, 1));
  }

  private static List<OrganizationDeleted> events(String organization, long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(
            revision ->
                new OrganizationDeleted(
                    UUID.randomUUID(),
                    Instant.now(),
                    organization,
                    revision,
                    new Provenance("api", null, null, null)))
        .toList();
  }
}
