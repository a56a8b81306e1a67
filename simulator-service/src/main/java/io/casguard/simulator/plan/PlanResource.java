package io.casguard.simulator.plan;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;

/// Plans a change whose ends are sent along, or one of them; nothing is kept.
@Path("/plans")
@Produces({MediaType.APPLICATION_JSON, PlanOutput.MARKDOWN_TYPE})
class PlanResource {
  private final Planner planner;

  PlanResource(Planner planner) {
    this.planner = planner;
  }

  /// What `casguard plan` prints for the same files, to the byte: with `-o json`, a line for each
  /// organization, or with `-o markdown`.
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> plan(byte[] change, @RestQuery @DefaultValue("json") String output) {
    PlanOutput how = PlanOutput.named(output);
    return planner.plan(change, how::of).map(how::answer);
  }
}
