package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.INFO;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.MS_OVW;
import static io.casguard.guidelines.Source.Text.SA;
import static io.casguard.topology.Role.CLIENT_ACCESS;
import static io.casguard.topology.Role.MAILBOX;
import static io.casguard.topology.Vocabulary.PUBLIC_FOLDERS_ONLY;
import static io.casguard.topology.Vocabulary.ROLES;
import static io.casguard.topology.Vocabulary.STANDBY;
import static io.casguard.topology.Vocabulary.VERSION;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Population;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.stream.Stream;

/// A checker that finds sites whose mailboxes no Client Access server opens.
final class EveryMailboxSiteHasAServer implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-101")
          .says(
              "Each site that has an Exchange 2007 Mailbox server has at least one Exchange 2007 Client Access server.")
          .because(
              """
              A Client Access server of Exchange 2007 speaks RPC to the Mailbox servers of its own site only, and proxies to a Client Access server of another site.
              Without one in the site, nobody opens a mailbox there by Outlook Web Access, ActiveSync, Web Services, POP3 or IMAP4, from anywhere.
              Outlook inside still opens the mailbox, without Autodiscover, free/busy and offline address book nearby.
              """)
          .source(SA, "1 CAS Server in each site that has a MAILBOX server")
          .source(
              MS_OVW,
              "a Client Access server is required in every site that contains a Mailbox server")
          .example(
              "One server holds both roles, another site its own server",
              """
              sites:
                seattle:
                  servers:
                    SEA-EX1: {roles: [Mailbox, ClientAccess]}
                leeds:
                  servers:
                    LEE-CAS1: {roles: [ClientAccess]}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "A back end of 2003 needs no server in its site, nor does a site without mailboxes",
              """
              sites:
                seattle:
                  servers:
                    SEA-EX1: {roles: [Mailbox, ClientAccess]}
                york:
                  servers:
                    YRK-HUB1: {roles: [HubTransport, UnifiedMessaging]}
              servers:
                LEE-BE1: {version: 2003 SP2}
              """)
          .example(
              "A Mailbox server of 2010 needs a Client Access server of 2010",
              """
              sites:
                seattle:
                  servers:
                    SEA-EX1: {roles: [Mailbox, ClientAccess]}
                york:
                  servers:
                    YRK-EX1: {version: 2010 SP3, roles: [Mailbox, ClientAccess]}
              """)
          .example(
              "Nobody opens the mailboxes of Leeds",
              """
              sites:
                seattle:
                  servers:
                    SEA-EX1: {roles: [Mailbox, ClientAccess]}
                leeds:  # CAP-101
                  servers:
                    LEE-MBX1: {roles: [Mailbox, HubTransport]}
              """)
          .example(
              "A Client Access server of 2010 does not open mailboxes of 2007 for those of 2007",
              """
              sites:
                leeds:  # CAP-101
                  servers:
                    LEE-MBX1: {roles: [Mailbox]}
                    LEE-CAS1: {version: 2010 SP3, roles: [ClientAccess]}
              """)
          .example(
              "A recovery site whose server waits",
              """
              sites:
                seattle:
                  servers:
                    SEA-EX1: {roles: [Mailbox, ClientAccess]}
                york:  # CAP-101
                  servers:
                    YRK-MBX1: {roles: [Mailbox], standby: true}
              """)
          .reads(ROLES, VERSION, STANDBY, PUBLIC_FOLDERS_ONLY)
          .consequence(
              "Nobody opens the mailboxes of this site by Outlook Web Access, ActiveSync, Web Services, POP3 or IMAP4, from anywhere.")
          .verify(
              "Get-ExchangeServer shows a server with ClientAccess among its roles in this site; after replication a user of the site logs on to Outlook Web Access at another site.")
          .hits(
              Hits.MAILBOXES_OF_THE_SITE,
              Protocol.OWA,
              Protocol.ACTIVE_SYNC,
              Protocol.EWS,
              Protocol.POP3,
              Protocol.IMAP4);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Stream.concat(
        organization.sites().stream().map(EveryMailboxSiteHasAServer::tell),
        organization.serversOfUnsaidSite().stream()
            .filter(server -> is2007(server, MAILBOX) != Holds.NO)
            .map(
                server ->
                    GUIDELINE.notChecked(
                        server, "the site of " + server + " is unsaid", server.path())));
  }

  private static Verdict tell(Site site) {
    Holds mailboxes = site.has2007(MAILBOX);
    if (mailboxes == Holds.NO) {
      return GUIDELINE.notApplicable(site, () -> site + " has no Mailbox server of Exchange 2007");
    }
    if (site.has2007(CLIENT_ACCESS) == Holds.YES) {
      return GUIDELINE.conforms(site);
    }
    List<Path> unsaid =
        Stream.of(undecided(site, CLIENT_ACCESS), undecided(site, MAILBOX), strays(site))
            .flatMap(paths -> paths)
            .toList();
    if (site.has2007(CLIENT_ACCESS) == Holds.UNSAID
        || mailboxes == Holds.UNSAID
        || strays(site).findAny().isPresent()) {
      return GUIDELINE.notChecked(
          site,
          "it is unsaid which servers of " + site + " are Mailbox or Client Access servers of 2007",
          unsaid);
    }
    return departs(site).departs();
  }

  private static Violation departs(Site site) {
    boolean idle = site.mailboxServers().stream().allMatch(EveryMailboxSiteHasAServer::isIdle);
    boolean empty = site.users(Protocol.EWS).equals(new Known.Value<>(0));
    Severity severity = idle && !hasPeople(site) ? INFO : empty ? WARNING : ERROR;
    return GUIDELINE
        .violated(
            site.organization(),
            site,
            site.path(),
            severity,
            "has the Mailbox server "
                + site.mailboxServers().getFirst()
                + " and no Client Access server of Exchange 2007"
                + (severity == INFO ? "; it would need one before its servers hold users" : ""))
        .step(
            "On a server in "
                + site
                + ": Setup.com /mode:Install /roles:ClientAccess; or move the mailboxes to a site that has one (Move-Mailbox).");
  }

  private static boolean isIdle(Server server) {
    return Holds.of(server.get(STANDBY), is -> is)
            .or(Holds.of(server.get(PUBLIC_FOLDERS_ONLY), is -> is))
        == Holds.YES;
  }

  private static boolean hasPeople(Site site) {
    return site.mailboxServers().stream()
        .flatMap(server -> site.organization().populationsOf(server).stream())
        .map((Population people) -> people.get(Vocabulary.COUNT))
        .anyMatch(count -> !count.equals(new Known.Value<>(0)));
  }

  private static Holds is2007(Server server, Role role) {
    return server.is(role).and(server.is2007());
  }

  /// What would have to be stated of the site's servers.
  private static Stream<Path> undecided(Site site, Role role) {
    return site.servers().stream()
        .filter(server -> is2007(server, role) == Holds.UNSAID)
        .flatMap(server -> Each.unsaidKind(server, role).stream());
  }

  /// Client Access servers that may be in this site, since theirs is unsaid.
  private static Stream<Path> strays(Site site) {
    return site.organization().serversOfUnsaidSite().stream()
        .filter(server -> is2007(server, CLIENT_ACCESS) != Holds.NO)
        .map(Server::path);
  }
}
