package io.casguard.simulator.plan;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// What lies between any two revisions of an organization.
@Path("/organizations/{organization}/plans")
@Produces({MediaType.APPLICATION_JSON, PlanOutput.MARKDOWN_TYPE})
class PlansOfRevisionsResource {
  private final Planner planner;

  PlansOfRevisionsResource(Planner planner) {
    this.planner = planner;
  }

  /// The plan of going from one to the other, whichever is the older; revision 0 is nothing. Who
  /// leaves one out is refused.
  @GET
  public Uni<Response> between(
      @RestPath String organization,
      @RestQuery @DefaultValue("-1") @Min(0) long from,
      @RestQuery @DefaultValue("0") @Min(1) long to,
      @RestQuery @DefaultValue("json") String output) {
    PlanOutput how = PlanOutput.named(output);
    return planner.between(organization, from, to, how::of).map(how::answer);
  }
}
