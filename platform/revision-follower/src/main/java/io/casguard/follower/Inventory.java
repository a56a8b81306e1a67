package io.casguard.follower;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/// The revisions of inventory-service, over HTTP.
@RegisterRestClient(configKey = "inventory")
@Path("/organizations")
public interface Inventory {
  /// One revision with its files. Fails where the inventory is away or does not know it.
  @GET
  @Path("{organization}/revisions/{number}")
  Uni<RevisionDocument> revision(@RestPath String organization, @RestPath long number);
}
