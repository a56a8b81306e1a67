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
import org.jspecify.annotations.Nullable;

/// The access paths of one organization, over HTTP.
@Path("/organizations/{organization}")
@Produces(MediaType.APPLICATION_JSON)
class AccessPathResource {
  private final ComputedRevisions computed;
  private final Matrices matrices;
  private final AccessPathChanges changes;

  AccessPathResource(ComputedRevisions computed, Matrices matrices, AccessPathChanges changes) {
    this.computed = computed;
    this.matrices = matrices;
    this.changes = changes;
  }

  /// The matrix of the newest revision, or of the one that is named: the line that `casguard paths
  /// -o json` prints.
  @GET
  @Path("access-paths")
  public Uni<Response> paths(
      @RestPath String organization, @RestQuery @Min(1) @Nullable Long revision) {
    return Panache.withSession(
        () ->
            revision == null
                ? computed.get(organization).map(newest -> answer(newest.told(), newest.revision()))
                : matrices.get(organization, revision).map(matrix -> answer(matrix, revision)));
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

  private static Response answer(String matrix, long revision) {
    return Response.ok(matrix).header(RevisionHeader.NAME, revision).build();
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
