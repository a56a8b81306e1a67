package io.casguard.rules.violation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.casguard.rules.revision.CheckedRevision;
import io.casguard.rules.revision.CheckedRevisions;
import io.casguard.servicekit.paging.Paging;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The violations of one organization, over HTTP.
@Path("/organizations/{organization}/violations")
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
  /// @param failure why that revision could not be checked; then the violations are those of the
  ///   last one that could
  record Page(
      String organization,
      long revision,
      Instant checkedAt,
      @Nullable String failure,
      List<ObjectNode> violations) {}

  @GET
  public Uni<Response> list(
      @RestPath String organization,
      @RestQuery @Pattern(regexp = Filter.WORDS) @DefaultValue("open") String state,
      @RestQuery @Min(0) @DefaultValue("0") long after,
      @RestQuery @Min(1) @Max(Paging.MOST) @DefaultValue(Paging.USUAL) int limit) {
    Filter filter = Filter.named(state);
    return Panache.withSession(
        () ->
            checked
                .get(organization)
                .chain(
                    newest ->
                        violations
                            .page(organization, filter, after, limit)
                            .map(rows -> answer(newest, filter, limit, rows))));
  }

  private static Response answer(
      CheckedRevision newest, Filter filter, int limit, List<ViolationRow> rows) {
    Page page =
        new Page(
            newest.organization(),
            newest.revision(),
            newest.checkedAt(),
            newest.failure(),
            rows.stream().map(ViolationResource::told).toList());
    return Paging.answer(
        page,
        rows.size() < limit
            ? null
            : "/organizations/%s/violations?state=%s&after=%d&limit=%d"
                .formatted(newest.organization(), filter.word(), rows.getLast().id, limit));
  }

  private static ObjectNode told(ViolationRow row) {
    ObjectNode told = (ObjectNode) new Found(row.document).read();
    told.put("state", row.state().word());
    told.put("openedAtRevision", row.openedAtRevision);
    told.put("openedAt", row.openedAt.toString());
    if (row.unsettledUntil != null) {
      told.put("unsettledUntil", row.unsettledUntil.toString());
    }
    if (row.resolvedAtRevision != null) {
      told.put("resolvedAtRevision", row.resolvedAtRevision);
      told.put("resolvedAt", row.resolvedAt.toString());
      told.put("resolvedWhy", row.resolvedWhy);
    }
    return told;
  }
}
