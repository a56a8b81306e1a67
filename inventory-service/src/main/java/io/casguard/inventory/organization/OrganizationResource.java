package io.casguard.inventory.organization;

import io.casguard.inventory.OrganizationName;
import io.casguard.inventory.revision.Revision;
import io.casguard.inventory.revision.Revisions;
import io.casguard.servicekit.paging.Paging;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// The organizations, over HTTP; each is told as its current revision.
@Path("/organizations")
@Produces(MediaType.APPLICATION_JSON)
class OrganizationResource {
  private final Organizations organizations;
  private final Revisions revisions;

  OrganizationResource(Organizations organizations, Revisions revisions) {
    this.organizations = organizations;
    this.revisions = revisions;
  }

  /// A page of organizations, by name. Deleted ones are not listed.
  record Page(List<Revision> organizations) {}

  @GET
  public Uni<Response> list(
      @RestQuery @Size(max = 63) @Pattern(regexp = "[a-z0-9-]*") @DefaultValue("") String after,
      @RestQuery @Min(1) @Max(Paging.MOST) @DefaultValue(Paging.USUAL) int limit) {
    return Panache.withSession(() -> revisions.currentAfter(after, limit))
        .map(
            page ->
                Paging.answer(
                    new Page(page),
                    page.size() < limit
                        ? null
                        : "/organizations?after=%s&limit=%d"
                            .formatted(page.getLast().organization(), limit)));
  }

  @GET
  @Path("{organization}")
  public Uni<Revision> find(@RestPath @OrganizationName String organization) {
    return Panache.withSession(
        () ->
            organizations
                .standing(organization)
                .map(Standing::present)
                .chain(present -> revisions.get(organization, present.revision())));
  }
}
