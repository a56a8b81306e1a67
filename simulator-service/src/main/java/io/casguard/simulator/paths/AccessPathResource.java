package io.casguard.simulator.paths;

import io.casguard.follower.RevisionHeader;
import io.casguard.servicekit.paging.Paging;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/// The access paths of one organization, over HTTP.
@Path("/organizations/{organization}")
@Produces(MediaType.APPLICATION_JSON)
class AccessPathResource {
  private final ComputedRevisions computed;
  private final AccessPathChanges changes;

  AccessPathResource(ComputedRevisions computed, AccessPathChanges changes) {
    this.computed = computed;
    this.changes = changes;
  }

  /// The matrix of the newest revision: the line that `casguard paths -o json` prints.
  @GET
  @Path("access-paths")
  public Uni<Response> paths(@RestPath String organization) {
    return Panache.withSession(() -> computed.get(organization))
        .map(
            newest ->
                Response.ok(newest.told()).header(RevisionHeader.NAME, newest.revision()).build());
  }

  /// What revisions did to people, the newest first.
  @GET
  @Path("access-path-changes")
  public Uni<Response> list(
      @RestPath String organization,
      @RestQuery @Min(1) @DefaultValue("" + Long.MAX_VALUE) long before,
      @RestQuery @Min(1) @Max(Paging.MOST) @DefaultValue(Paging.USUAL) int limit) {
    return Panache.withSession(
            () ->
                computed.get(organization).chain(() -> changes.before(organization, before, limit)))
        .map(rows -> page(organization, rows, limit));
  }

  /// What one revision did to people, compared with the one before.
  @GET
  @Path("access-path-changes/{revision}")
  public Uni<String> find(@RestPath String organization, @RestPath long revision) {
    return Panache.withSession(() -> changes.get(organization, revision));
  }

  private static Response page(String organization, List<AccessPathChangeRow> rows, int limit) {
    return Paging.answer(
        rows.stream()
            .map(row -> row.document)
            .collect(Collectors.joining(",", "{\"changes\":[", "]}\n")),
        rows.size() < limit
            ? null
            : "/organizations/%s/access-path-changes?before=%d&limit=%d"
                .formatted(organization, rows.getLast().revision, limit));
  }
}
