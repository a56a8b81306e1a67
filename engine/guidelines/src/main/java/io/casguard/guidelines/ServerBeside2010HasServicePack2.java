package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.topology.Vocabulary.ROLES;
import static io.casguard.topology.Vocabulary.VERSION;

import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Version;
import java.util.List;
import java.util.stream.Stream;

/// A checker that finds Client Access servers too old to live beside Exchange 2010.
final class ServerBeside2010HasServicePack2 implements Rule {
  private static final int SERVICE_PACK = 2;
  private static final Version SP2 = new Version(8, 2, 176, 2);

  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-315")
          .says(
              "Where mailboxes are on Exchange 2010, every Exchange 2007 Client Access server has Service Pack 2 or later.")
          .because(
              """
              Only from Service Pack 2 on does Exchange 2007 know of Exchange 2010: Autodiscover answers with a redirection (302) to a server of 2010, and devices are sent on. Earlier levels are not supported beside it.
              """)
          .source(
              Source.Text.BB204246,
              "from Exchange 2007 SP2 on, Autodiscover redirects to a server that can answer")
          .source(Source.Text.SP2PRE, "SP2 is required for coexistence with Exchange 2010")
          .example(
              "Service Pack 2 beside 2010",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {version: 2007 SP2, roles: [ClientAccess], owa: {externalUrl: https://legacy.example.com/owa}}
                    SEA-EX10: {version: 2010 SP1, roles: [Mailbox]}
              """)
          .example(
              "A Client Access server of 2010 holds no mailboxes yet",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {version: 2007 SP1, roles: [ClientAccess], owa: {externalUrl: https://legacy.example.com/owa}}
                    SEA-CAS10: {version: 2010 SP1, roles: [ClientAccess]}
              """)
          .example(
              "Service Pack 1 beside 2010",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      roles: [ClientAccess]
                      version: 2007 SP1  # CAP-315
                      owa: {externalUrl: https://legacy.example.com/owa}
                    SEA-EX10: {version: 2010 SP1, roles: [Mailbox]}
              """)
          .reads(VERSION, ROLES)
          .consequence(
              "People whose mailboxes are on Exchange 2010 get no answer from Autodiscover here, and their devices and browsers are refused where they should be sent on.")
          .verify(
              "Get-ExchangeServer shows Version 8.2 or later; then ask Autodiscover here for a mailbox of 2010: it answers 302.")
          .hits(Hits.EVERYBODY, Protocol.AUTODISCOVER, Protocol.OWA, Protocol.ACTIVE_SYNC);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    Holds mailboxes =
        organization.servers().stream()
            .map(ServerBeside2010HasServicePack2::holdsMailboxesOf2010)
            .reduce(Holds.NO, Holds::or);
    List<Path> unsaid =
        organization.servers().stream()
            .filter(server -> holdsMailboxesOf2010(server) == Holds.UNSAID)
            .flatMap(server -> Each.unsaidKind(server, Role.MAILBOX).stream())
            .limit(2)
            .toList();
    List<Edit> raised =
        organization.servers().stream()
            .filter(server -> server.is2007ClientAccess() == Holds.YES && isTooOld(server))
            .map(server -> Edit.set(server, VERSION, SP2))
            .toList();
    return Each.server(GUIDELINE, organization, server -> tell(server, mailboxes, unsaid, raised));
  }

  private static boolean isTooOld(Server server) {
    return server.version().toOptional().filter(it -> it.servicePack() < SERVICE_PACK).isPresent();
  }

  /// All are raised together: one alone would be newer than those that proxy to it.
  private static Verdict tell(
      Server server, Holds mailboxes, List<Path> unsaid, List<Edit> raised) {
    if (mailboxes == Holds.NO) {
      return GUIDELINE.notApplicable(server, () -> "no mailboxes are on Exchange 2010");
    }
    if (!isTooOld(server)) {
      return GUIDELINE.conforms(server);
    }
    if (mailboxes == Holds.UNSAID) {
      return GUIDELINE.notChecked(
          server, "whether mailboxes are on Exchange 2010 is unsaid", unsaid);
    }
    return GUIDELINE
        .violated(
            server.organization(),
            server,
            server.path().key(VERSION.name()),
            ERROR,
            "runs "
                + server.version().toOptional().map(Version::title).orElse("")
                + " while mailboxes are on Exchange 2010")
        .remedy(raised)
        .step(
            "Install Exchange 2007 Service Pack 2 or later on "
                + server
                + " and on every other that is older: Internet-facing servers first, then the rest.")
        .departs();
  }

  private static Holds holdsMailboxesOf2010(Server server) {
    return server.isAfter2007().and(server.is(Role.MAILBOX));
  }
}
