package io.casguard.servicekit.trial;

import io.casguard.servicekit.outage.OutageException;
import io.casguard.servicekit.problem.Problem;
import io.casguard.servicekit.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// Goes wrong in every way.
@Path("/trials")
class RefusingResource {
  /// The refusals of this service.
  sealed interface TrialRefusal extends Refusal {
    record UnknownTrial(long number) implements TrialRefusal {}

    @Override
    default Problem problem() {
      return switch (this) {
        case UnknownTrial(var number) ->
            Problem.of("unknown-trial", "No such trial", 404, "There is no trial " + number + ".")
                .with("known", List.of(1, 2));
      };
    }
  }

  record Body(int count) {}

  @GET
  @Path("refused/{number}")
  public Uni<String> refuse(@RestPath long number) {
    return Uni.createFrom().failure(new TrialRefusal.UnknownTrial(number).asException());
  }

  @GET
  @Path("bug")
  public Uni<String> fail() {
    throw new IllegalStateException("secret cause");
  }

  @GET
  @Path("outage")
  public Uni<String> meetAnOutage() {
    return Uni.createFrom()
        .failure(new OutageException("inventory is away", new IOException("no route")));
  }

  @GET
  @Path("constrained")
  public String constrain(@RestQuery @Min(1) int page) {
    return "page " + page;
  }

  @POST
  @Path("body")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.TEXT_PLAIN)
  public String read(Body body) {
    return "count " + body.count();
  }

  @POST
  @Path("text")
  @Consumes(MediaType.TEXT_PLAIN)
  public String measure(String text) {
    return "length " + text.length();
  }
}
