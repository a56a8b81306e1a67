package io.casguard.inventory.capture;

import io.casguard.formats.ManifestWriter;
import io.casguard.formats.SourceFile;
import io.casguard.inventory.OrganizationName;
import io.casguard.inventory.capture.Submission.Part;
import io.casguard.inventory.organization.Organizations;
import io.casguard.inventory.organization.Standing;
import io.casguard.inventory.revision.Contents;
import io.casguard.inventory.revision.Revisions;
import io.casguard.inventory.revision.SentFiles;
import io.casguard.inventory.revision.Stated;
import io.casguard.servicekit.work.Workbench;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/// The topology of an organization, over HTTP: as it is now, and as it shall be.
@Path("/organizations")
@Produces(MediaType.APPLICATION_JSON)
class TopologyResource {
  private final Capture capture;
  private final Organizations organizations;
  private final Revisions revisions;
  private final SentFiles files;
  private final Workbench workbench;

  TopologyResource(
      Capture capture,
      Organizations organizations,
      Revisions revisions,
      SentFiles files,
      Workbench workbench) {
    this.capture = capture;
    this.organizations = organizations;
    this.revisions = revisions;
    this.files = files;
    this.workbench = workbench;
  }

  @PUT
  @Path("{organization}/topology")
  @Consumes({
    "application/yaml",
    "application/x-yaml",
    "text/yaml",
    "text/x-yaml",
    MediaType.APPLICATION_JSON
  })
  public Uni<Response> put(
      @RestPath @OrganizationName String organization,
      @RestQuery @DefaultValue("topology.yaml") String file,
      @Valid @BeanParam ChangeOptions options,
      byte[] body) {
    return put(organization, List.of(new Part(file, () -> body)), options);
  }

  @PUT
  @Path("{organization}/topology")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Uni<Response> put(
      @RestPath @OrganizationName String organization,
      @Valid @BeanParam ChangeOptions options,
      @RestForm(FileUpload.ALL) List<FileUpload> uploads) {
    return put(
        organization,
        uploads.stream()
            .map(
                upload ->
                    new Part(upload.fileName(), () -> Files.readAllBytes(upload.uploadedFile())))
            .toList(),
        options);
  }

  /// The topology as it is now, in the files that state it.
  @GET
  @Path("{organization}/topology")
  public Uni<Response> find(
      @RestPath @OrganizationName String organization, @Context Request request) {
    return find(organization, request, this::contents);
  }

  /// The topology as it is now, in its canonical form.
  @GET
  @Path("{organization}/topology")
  @Produces("application/yaml;qs=0.5")
  public Uni<Response> findManifest(
      @RestPath @OrganizationName String organization, @Context Request request) {
    return find(organization, request, this::manifest);
  }

  private Uni<Response> find(
      String organization, Request request, Function<Standing.Present, Uni<?>> form) {
    return Panache.withSession(() -> organizations.standing(organization))
        .map(Standing::present)
        .chain(present -> unlessKnown(request, present, form));
  }

  private static Uni<Response> unlessKnown(
      Request request, Standing.Present present, Function<Standing.Present, Uni<?>> form) {
    var tag = new EntityTag(present.tag());
    var unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null
            ? form.apply(present).map(Response::ok)
            : Uni.createFrom().item(unchanged))
        .map(
            answer ->
                answer
                    .tag(tag)
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build());
  }

  private Uni<Contents> contents(Standing.Present present) {
    return Panache.withSession(
        () ->
            revisions
                .get(present.organization(), present.revision())
                .chain(revision -> files(present).map(sent -> new Contents(revision, sent))));
  }

  private Uni<String> manifest(Standing.Present present) {
    return Panache.withSession(() -> files(present))
        .chain(sent -> workbench.compute(() -> canonical(Stated.by(present.organization(), sent))));
  }

  private static String canonical(Stated stated) {
    return ManifestWriter.write(stated.topology(), stated.waivers());
  }

  private Uni<List<SourceFile>> files(Standing.Present present) {
    return files.of(present.organization(), present.revision(), present.edition());
  }

  private Uni<Response> put(String organization, List<Part> parts, ChangeOptions options) {
    var submission =
        new Submission(organization, parts, options.precondition(), options.provenance());
    return capture
        .capture(submission, options.isTrial())
        .map(entry -> options.isTrial() ? tried(entry) : answer(entry));
  }

  private static Response tried(Entry entry) {
    return Response.ok(Captured.of(entry, true)).build();
  }

  private static Response answer(Entry entry) {
    return Response.status(Captured.isFirst(entry) ? Response.Status.CREATED : Response.Status.OK)
        .entity(Captured.of(entry, false))
        .tag(new EntityTag(Captured.tag(entry)))
        .build();
  }
}
