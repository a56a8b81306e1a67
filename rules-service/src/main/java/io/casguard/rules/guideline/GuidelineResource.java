package io.casguard.rules.guideline;

import io.casguard.reports.CatalogReport;
import io.casguard.rules.RulesRefusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/// The catalog of guidelines, over HTTP.
@Path("/guidelines")
@Produces(MediaType.APPLICATION_JSON)
class GuidelineResource {
  @GET
  public String list() {
    return CatalogReport.json();
  }

  @GET
  @Path("{number}")
  public String find(@RestPath String number) {
    return CatalogReport.json(number)
        .orElseThrow(() -> new RulesRefusal.UnknownGuideline(number).asException());
  }
}
