package io.casguard.rules.revision;

import io.casguard.follower.RevisionHeader;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/// What the guidelines say of the newest revision of an organization, over HTTP.
@Path("/organizations/{organization}/check")
@Produces(MediaType.APPLICATION_JSON)
class CheckedRevisionResource {
  private final CheckedRevisions checked;

  CheckedRevisionResource(CheckedRevisions checked) {
    this.checked = checked;
  }

  /// The line that `casguard check -o json` prints.
  @GET
  public Uni<RestResponse<String>> find(@RestPath String organization) {
    return Panache.withSession(() -> checked.get(organization))
        .map(
            newest ->
                ResponseBuilder.ok(newest.told())
                    .header(RevisionHeader.NAME, newest.revision())
                    .build());
  }
}
