package io.casguard.inventory.revision;

import io.casguard.inventory.OrganizationName;
import io.casguard.servicekit.paging.Paging;
import io.casguard.servicekit.work.Workbench;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The revisions of one organization, over HTTP. They never change and never go, those of a deleted
/// organization included.
@Path("/organizations")
@Produces(MediaType.APPLICATION_JSON)
class RevisionResource {
  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  private final Revisions revisions;
  private final SentFiles files;
  private final Workbench workbench;

  RevisionResource(Revisions revisions, SentFiles files, Workbench workbench) {
    this.revisions = revisions;
    this.files = files;
    this.workbench = workbench;
  }

  /// A page of revisions, the newest first.
  record Page(String organization, List<Revision> revisions) {}

  @GET
  @Path("{organization}/revisions")
  public Uni<Response> list(
      @RestPath @OrganizationName String organization,
      @RestQuery @Min(1) @DefaultValue("" + Long.MAX_VALUE) long before,
      @RestQuery @Min(1) @Max(Paging.MOST) @DefaultValue(Paging.USUAL) int limit) {
    return Panache.withSession(() -> revisions.before(organization, before, limit))
        .map(
            page ->
                Paging.answer(
                    new Page(organization, page),
                    page.size() < limit || page.getLast().revision() == 1
                        ? null
                        : "/organizations/%s/revisions?before=%d&limit=%d"
                            .formatted(organization, page.getLast().revision(), limit)));
  }

  @GET
  @Path("{organization}/revisions/{number}")
  public Uni<Response> find(
      @RestPath @OrganizationName String organization,
      @RestPath long number,
      @Context Request request) {
    return Panache.withSession(
        () ->
            revisions
                .get(organization, number)
                .chain(
                    revision ->
                        unlessKnown(
                            request,
                            Long.toString(number),
                            files
                                .of(organization, number, SentFiles.FIRST)
                                .map(sent -> new Contents(revision, sent)))));
  }

  /// What leads to a revision, from the one before unless `since` names another.
  @GET
  @Path("{organization}/revisions/{number}/changes")
  public Uni<Response> changes(
      @RestPath @OrganizationName String organization,
      @RestPath long number,
      @RestQuery @Min(0) @Nullable Long since,
      @Context Request request) {
    var from = since == null ? number - 1 : since;
    return Panache.withSession(
            () -> revisions.get(organization, number).chain(() -> known(organization, from)))
        .chain(
            () ->
                unlessKnown(request, from + "-" + number, difference(organization, from, number)));
  }

  private Uni<Changes> difference(String organization, long from, long to) {
    return Panache.withSession(
            () ->
                files
                    .of(organization, from, SentFiles.FIRST)
                    .chain(
                        before ->
                            files
                                .of(organization, to, SentFiles.FIRST)
                                .map(after -> List.of(before, after))))
        .chain(
            both ->
                workbench.compute(
                    () ->
                        new Changes(
                            organization,
                            from,
                            to,
                            Changes.between(
                                Stated.by(organization, both.getFirst()),
                                Stated.by(organization, both.getLast())))));
  }

  /// Revision 0 is what an organization starts from: nothing.
  private Uni<Void> known(String organization, long number) {
    return number == 0
        ? Uni.createFrom().voidItem()
        : revisions.get(organization, number).replaceWithVoid();
  }

  private static Uni<Response> unlessKnown(Request request, String tag, Uni<?> entity) {
    var entityTag = new EntityTag(tag);
    var unchanged = request.evaluatePreconditions(entityTag);
    return (unchanged == null ? entity.map(Response::ok) : Uni.createFrom().item(unchanged))
        .map(answer -> answer.tag(entityTag).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build());
  }
}
