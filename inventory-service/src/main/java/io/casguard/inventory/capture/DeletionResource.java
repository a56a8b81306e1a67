package io.casguard.inventory.capture;

import io.casguard.contracts.OrganizationDeleted;
import io.casguard.contracts.Provenance;
import io.casguard.formats.SourceFile;
import io.casguard.inventory.OrganizationName;
import io.casguard.inventory.organization.Standing;
import io.casguard.inventory.revision.Changes;
import io.casguard.inventory.revision.Revision;
import io.casguard.inventory.revision.Stated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/// The end of an organization, over HTTP. It is a revision too, and answered with it.
@Path("/organizations")
@Produces(MediaType.APPLICATION_JSON)
class DeletionResource {
  private final Ledger ledger;

  DeletionResource(Ledger ledger) {
    this.ledger = ledger;
  }

  @DELETE
  @Path("{organization}")
  public Uni<Revision> delete(
      @RestPath @OrganizationName String organization, @Valid @BeanParam ChangeOptions options) {
    Ledger.Clerk<Entry.NewRevision> clerk =
        (standing, stated) ->
            deletion(standing, stated, options.precondition(), options.provenance());
    return (options.isTrial()
            ? ledger.draft(organization, clerk)
            : ledger.write(organization, clerk))
        .map(Entry.NewRevision::revision);
  }

  static Entry.NewRevision deletion(
      Standing standing,
      List<SourceFile> stated,
      Precondition precondition,
      Provenance provenance) {
    var present = standing.present();
    precondition.check(present);
    var organization = present.organization();
    var number = present.revision() + 1;
    var now = Capture.now();
    var nothing = Stated.by(organization, List.of());
    var changes = Changes.between(Stated.by(organization, stated), nothing);
    return new Entry.NewRevision(
        present,
        new Standing.Deleted(organization, number),
        new Revision(organization, number, true, null, now, provenance, changes.size()),
        List.of(),
        changes,
        new OrganizationDeleted(UUID.randomUUID(), now, organization, number, provenance));
  }
}
