package io.casguard.notification.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.casguard.notification.page.NextPage;
import io.casguard.notification.refusal.NotificationRefusal;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// The incidents, over HTTP.
@Path("/")
class IncidentResource {
  /// The newest episode of an incident, and those before it, the newest first.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record History(IncidentDocument incident, List<IncidentDocument> earlier) {}

  private final Incidents incidents;
  private final IncidentConfig config;

  IncidentResource(Incidents incidents, IncidentConfig config) {
    this.incidents = incidents;
    this.config = config;
  }

  @GET
  @Path("organizations/{organization}/incidents")
  @WithSession
  public Uni<RestResponse<List<IncidentDocument>>> list(
      @RestPath String organization,
      @RestQuery @Nullable @Pattern(regexp = "open|resolved", message = "must be open or resolved")
          String state,
      @RestQuery @DefaultValue("9223372036854775807") @Min(1) long before,
      @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
      UriInfo uri) {
    return incidents
        .page(organization, Optional.ofNullable(state), before, limit)
        .map(rows -> NextPage.answer(uri, limit, rows, row -> row.id, this::document));
  }

  @GET
  @Path("incidents/{key}")
  @WithSession
  public Uni<History> find(@RestPath String key) {
    return incidents
        .episodes(key)
        .map(rows -> rows.stream().map(this::document).toList())
        .map(
            documents -> {
              if (documents.isEmpty()) {
                throw new NotificationRefusal.UnknownIncident(key).asException();
              }
              return new History(documents.getFirst(), documents.subList(1, documents.size()));
            });
  }

  private IncidentDocument document(IncidentRow row) {
    return IncidentDocument.of(row.toDomain(), config.link());
  }
}
