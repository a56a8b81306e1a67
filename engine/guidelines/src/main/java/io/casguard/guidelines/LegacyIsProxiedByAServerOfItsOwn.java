package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.PUBLIC_FOLDERS_ONLY;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.PUBLISHING;
import static io.casguard.topology.Vocabulary.ROLES;

import io.casguard.topology.Certainty;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A checker that finds published servers whose Mailbox role keeps /exchange for itself.
final class LegacyIsProxiedByAServerOfItsOwn implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-325")
          .says(
              "While mailboxes are on Exchange 2003, a published Client Access server does not hold the Mailbox role.")
          .because(
              """
              On a server with both roles /exchange belongs to the Mailbox role, so that it is not passed on to the back end of a mailbox on Exchange 2003.
              """)
          .source(
              Source.Text.NONE_FOUND,
              "/exchange of a server with both roles is served by the Mailbox role",
              Certainty.ASSUMED)
          .source(
              Source.Text.PFOWA,
              "public folders of Exchange 2003 are shown only where the Client Access role is alone on its server",
              Certainty.INFERRED)
          .example(
              "The published server has the Client Access role alone",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-EX2: {roles: [ClientAccess, Mailbox]}
              servers: {OLD-BE1: {version: 2003 SP2}}
              publishing: {mail.example.com: {from: [internet], servers: [SEA-CAS1]}}
              """)
          .example(
              "No mailbox is on Exchange 2003",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers: {SEA-EX1: {roles: [ClientAccess, Mailbox], owa: {externalUrl: https://mail.example.com/owa}}}
              servers: {OLD-PF1: {version: 2003 SP2, publicFoldersOnly: true}, OLD-FE1: {version: 2003 SP2, roles: [FrontEnd]}}
              """)
          .example(
              "Both roles behind the published name",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-EX1:
                      roles: [ClientAccess, Mailbox]  # CAP-325
                      owa: {externalUrl: https://mail.example.com/owa}
              servers: {OLD-BE1: {version: 2003 SP2}}
              publishing: {mail.example.com: {from: [internet], servers: [SEA-EX1]}}
              """)
          .example(
              "Published by its external URL",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-EX1:
                      roles: [ClientAccess, Mailbox]  # CAP-325
                      owa: {externalUrl: https://mail.example.com/owa}
              servers: {OLD-BE1: {version: 2003 SP2}}
              """)
          .reads(ROLES, EXTERNAL_URL, PUBLISHED_SERVERS, PUBLISHED_PROTOCOLS, PUBLIC_FOLDERS_ONLY)
          .consequence(
              "People whose mailboxes are on Exchange 2003 do not reach them through this server's /exchange.")
          .verify(
              "Open https://<the published name>/exchange with a mailbox on Exchange 2003: the inbox opens.")
          .hits(Hits.LEGACY_MAILBOXES, Protocol.OWA);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    Holds mailboxes = BackEnds.exist(organization);
    List<Path> unsaid = new ArrayList<>(BackEnds.unsaid(organization));
    List<Path> open =
        organization.publishedNames().stream()
            .filter(name -> name.passes(Protocol.OWA))
            .filter(name -> name.get(PUBLISHED_SERVERS) instanceof Known.Unsaid<?>)
            .map(name -> name.path().key(PUBLISHED_SERVERS.name()))
            .toList();
    unsaid.addAll(open);
    return Each.server(
        GUIDELINE, organization, server -> tell(server, mailboxes, !open.isEmpty(), unsaid));
  }

  private static Verdict tell(Server server, Holds mailboxes, boolean open, List<Path> unsaid) {
    Holds both = server.is(Role.MAILBOX);
    if (mailboxes == Holds.NO) {
      return GUIDELINE.notApplicable(server, () -> "no mailboxes are on Exchange 2003");
    }
    if (both == Holds.NO) {
      return GUIDELINE.conforms(server);
    }
    return switch (mailboxes.and(both).and(isPublished(server, open))) {
      case NO -> GUIDELINE.notApplicable(server, () -> server + " is not published");
      case UNSAID -> {
        List<Path> all = new ArrayList<>(unsaid);
        all.add(Path.SPEC.key(PUBLISHING.name()));
        yield GUIDELINE.notChecked(
            server,
            "whether " + server + " is published, or mailboxes are on Exchange 2003, is unsaid",
            all);
      }
      case YES ->
          GUIDELINE
              .violated(
                  server.organization(),
                  server,
                  server.path().key(ROLES.name()),
                  WARNING,
                  "is published and holds the Mailbox role, while mailboxes are on Exchange 2003")
              .step(
                  "Install the Client Access role on a server of its own and publish that instead of "
                      + server
                      + ".")
              .departs();
    };
  }

  /// Where no name is declared, the external URL says so.
  private static Holds isPublished(Server server, boolean open) {
    Organization organization = server.organization();
    if (organization.publishedNamesOf(server).stream().anyMatch(it -> it.passes(Protocol.OWA))) {
      return Holds.YES;
    }
    if (organization.publishedNames().isEmpty()) {
      return server.publishes(DirectoryKind.OWA);
    }
    return open ? Holds.UNSAID : Holds.NO;
  }
}
