package io.casguard.rules.violation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.casguard.rules.RulesRefusal;
import io.casguard.rules.check.CheckedRevisions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The violations of one organization, over HTTP.
@Path("/organizations/{organization}")
@Produces(MediaType.APPLICATION_JSON)
class ViolationResource {
  private final Violations violations;
  private final CheckedRevisions checked;

  ViolationResource(Violations violations, CheckedRevisions checked) {
    this.violations = violations;
    this.checked = checked;
  }

  /// A page of violations, the oldest first.
  ///
  /// @param revision the newest revision that was looked at
  /// @param failure why that revision could not be checked; then the violations are those of the last one that could
  record Page(
      String organization,
      long revision,
      Instant checkedAt,
      @Nullable String failure,
      List<ObjectNode> violations) {}

  @GET
  @Path("violations")
  public Uni<Response> list(
      @RestPath String organization,
      @RestQuery @DefaultValue("open") Filter state,
      @RestQuery @Min(0) @DefaultValue("0") long after,
      @RestQuery @Min(1) @Max(500) @DefaultValue("50") int limit) {
    return Panache.withSession(
        () ->
            checked
                .get(organization)
                .chain(
                    newest ->
                        violations
                            .page(organization, state, after, limit)
                            .map(
                                rows ->
                                    answer(
                                        new Page(
                                            organization,
                                            newest.revision(),
                                            newest.checkedAt(),
                                            newest.failure(),
                                            rows.stream().map(ViolationResource::told).toList()),
                                        state,
                                        limit,
                                        rows))));
  }

  /// What the guidelines say of the newest revision: the line that `casguard check -o json` prints.
  @GET
  @Path("check")
  public Uni<String> check(@RestPath String organization) {
    return Panache.withSession(() -> checked.get(organization))
        .map(
            newest -> {
              if (newest.answer() == null) {
                throw new RulesRefusal.NeverChecked(organization).asException();
              }
              return newest.answer();
            });
  }

  private static ObjectNode told(ViolationRow row) {
    ObjectNode told = (ObjectNode) new Found(row.document).read();
    told.put("openedAtRevision", row.openedAtRevision);
    told.put("openedAt", row.openedAt.toString());
    if (row.resolvedAtRevision != null) {
      told.put("resolvedAtRevision", row.resolvedAtRevision);
      told.put("resolvedAt", row.resolvedAt.toString());
      told.put("resolvedWhy", row.resolvedWhy);
    }
    return told;
  }

  private static Response answer(Page page, Filter state, int limit, List<ViolationRow> rows) {
    Response.ResponseBuilder answer = Response.ok(page);
    if (rows.size() == limit) {
      answer.header(
          HttpHeaders.LINK,
          "</organizations/%s/violations?state=%s&after=%d&limit=%d>; rel=\"next\""
              .formatted(
                  page.organization(),
                  state.name().toLowerCase(java.util.Locale.ROOT),
                  rows.getLast().id,
                  limit));
    }
    return answer.build();
  }
}
