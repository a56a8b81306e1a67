package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.BOOK10OA;
import static io.casguard.guidelines.Source.Text.SAVILL;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.topology.Certainty.FOUND;
import static io.casguard.topology.Protocol.OUTLOOK_ANYWHERE;
import static io.casguard.topology.Vocabulary.CERT_PRINCIPAL_NAME;
import static io.casguard.topology.Vocabulary.COUNT;
import static io.casguard.topology.Vocabulary.MAILBOX_SERVER;
import static io.casguard.topology.Vocabulary.MAPI_BLOCK_OUTLOOK_RPC_HTTP;
import static io.casguard.topology.Vocabulary.MAPI_ENABLED;
import static io.casguard.topology.Vocabulary.OUTLOOK_ANYWHERE_ENABLED;
import static io.casguard.topology.Vocabulary.POPULATION_FROM;
import static io.casguard.topology.Vocabulary.PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SSL;
import static io.casguard.topology.Vocabulary.RPC;
import static io.casguard.topology.Vocabulary.SUBJECT;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Population;
import io.casguard.topology.Role;
import io.casguard.topology.RpcPaths;
import io.casguard.topology.Site;
import java.util.List;
import java.util.stream.Stream;

/// A checker that finds mailboxes that Outlook Anywhere cannot open, or opens from afar.
final class OutlookAnywhereReachesTheMailboxes implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-208")
          .says(
              "RPC passes from a site that offers Outlook Anywhere to each site with mailboxes that does not; where people use it from outside, their own site offers it.")
          .because(
              """
              Outlook Anywhere is neither redirected nor proxied between Client Access servers. The server that is reached opens RPC to the mailbox server itself, in another site too: that path must be open, and is a long one.
              """)
          .source(
              SB,
              "Outlook Anywhere uses neither Redirection or CAS-CAS Proxying. If you contact a CAS in another site, the CAS will talk directly with the Mailbox in the other site.")
          .source(SAVILL, "Outlook talks to the mailbox server itself, by RPC or by RPC over HTTP")
          .source(BOOK10OA, "at least one server of each site has Outlook Anywhere enabled")
          .example(
              "Each site has its own: external URLs and Integrated are no business of Outlook Anywhere",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {outlookAnywhere: {enabled: true, externalHostname: leeds.example.com, iisAuthentication: [Basic]}}
                    LEE-MBX1: {roles: [Mailbox]}
              siteLinks:
                - {sites: [seattle, leeds], rpc: false}
              """)
          .example(
              "RPC passes, over two links, and nobody of Leeds is outside",
              """
              domain: example.com
              sites:
                seattle:
                  servers:
                    SEA-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com}}
                leeds: {servers: {LEE-CAS1: {roles: [ClientAccess]}, LEE-MBX1: {roles: [Mailbox]}}}
                york: {servers: {}}
              siteLinks:
                - {sites: [seattle, york], rpc: true}
                - {sites: [york, leeds], rpc: true}
              users:
                - {name: leeds-office, mailboxServer: LEE-MBX1, count: 40, from: [leeds]}
              """)
          .example(
              "Nobody offers it, or nobody uses it",
              """
              domain: example.com
              sites:
                seattle:
                  servers:
                    SEA-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com}}
                leeds: {servers: {LEE-CAS1: {roles: [ClientAccess]}, LEE-MBX1: {roles: [Mailbox]}}}
              siteLinks:
                - {sites: [seattle, leeds], rpc: false}
              users:
                - {name: leeds-office, mailboxServer: LEE-MBX1, count: 40, protocols: {owa: 40}}
              """)
          .example(
              "The firewall lets no RPC pass to Leeds",
              """
              domain: example.com
              sites:
                seattle:
                  servers:
                    SEA-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:  # CAP-208
                  servers:
                    LEE-CAS1: {roles: [ClientAccess]}
                    LEE-MBX1: {roles: [Mailbox]}
              siteLinks:
                - {sites: [seattle, leeds], rpc: false}
              """)
          .example(
              "People of Leeds outside enter in Seattle, over the wide area network",
              """
              domain: example.com
              sites:
                seattle:
                  servers:
                    SEA-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com}}
                leeds:  # CAP-208
                  servers:
                    LEE-CAS1: {roles: [ClientAccess]}
                    LEE-MBX1: {roles: [Mailbox]}
              siteLinks:
                - {sites: [seattle, leeds], rpc: true}
              publishing:
                leeds.example.com: {from: [internet], servers: [LEE-CAS1], certificate: {subject: leeds.example.com}}
              users:
                - {name: leeds-sales, mailboxServer: LEE-MBX1, count: 40, protocols: {outlookAnywhere: 25}}
              """)
          .reads(
              OUTLOOK_ANYWHERE_ENABLED,
              RPC,
              POPULATION_FROM,
              MAPI_ENABLED,
              MAPI_BLOCK_OUTLOOK_RPC_HTTP,
              PROTOCOLS,
              COUNT,
              MAILBOX_SERVER,
              PUBLISHED_SERVERS,
              PUBLISHED_FROM,
              PUBLISHED_PROTOCOLS,
              SUBJECT,
              CERT_PRINCIPAL_NAME,
              PUBLISHED_SSL)
          .consequence(
              "Outlook outside cannot open the mailboxes of this site: RPC does not pass from where it enters.")
          .verify(
              "From the server that people reach: rpcping to the Mailbox servers of the site answers; Outlook outside connects.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, OUTLOOK_ANYWHERE);

  /// What is asked of the organization once.
  ///
  /// @param offering the sites that offer Outlook Anywhere
  /// @param open what would have to be stated to know of others
  /// @param strays of the people who use it from outside, what is unsaid of their mailboxes
  private record All(List<Site> offering, List<Path> open, RpcPaths paths, List<Path> strays) {}

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    List<Site> offering =
        organization.sites().stream()
            .filter(site -> OutlookAnywhere.isEnabledIn(site) == Holds.YES)
            .toList();
    List<Path> open =
        Each.few(
            organization.sites().stream().flatMap(site -> OutlookAnywhere.unsaidIn(site).stream()));
    All all = new All(offering, open, new RpcPaths(organization, offering), strays(organization));
    Stream<Verdict> homeless = Each.serverOfNoKnownSite(GUIDELINE, organization);
    return Stream.concat(homeless, organization.sites().stream().map(site -> tell(site, all)));
  }

  private static Verdict tell(Site site, All all) {
    Holds mailboxes = site.has2007(Role.MAILBOX);
    if (mailboxes == Holds.NO) {
      return GUIDELINE.notApplicable(site, () -> site + " has no mailboxes of 2007");
    }
    if (site.users(OUTLOOK_ANYWHERE).equals(new Known.Value<>(0))) {
      return GUIDELINE.notApplicable(site, () -> "nobody of " + site + " uses Outlook Anywhere");
    }
    if (all.offering().isEmpty() && all.open().isEmpty()) {
      return GUIDELINE.notApplicable(site, () -> "no site offers Outlook Anywhere");
    }
    Holds own = OutlookAnywhere.isEnabledIn(site);
    if (own == Holds.YES) {
      return GUIDELINE.conforms(site);
    }
    if (own == Holds.UNSAID || all.offering().isEmpty() || mailboxes == Holds.UNSAID) {
      return GUIDELINE.notChecked(
          site,
          "it is unsaid which servers offer Outlook Anywhere",
          all.open().isEmpty() ? List.of(site.path()) : all.open());
    }
    return switch (all.paths().reach(site)) {
      case YES -> {
        if (!isUsedOutside(site)) {
          yield all.strays().isEmpty()
              ? GUIDELINE.conforms(site)
              : GUIDELINE.notChecked(
                  site, "it is unsaid where the mailboxes of people are who use it", all.strays());
        }
        yield departs(
                site,
                "wan",
                WARNING,
                "does not offer Outlook Anywhere, and its people outside enter at "
                    + all.offering().getFirst())
            .because(
                "Outlook of this site's people outside enters at another site, and its RPC crosses the wide area network.")
            .source(BOOK10OA, FOUND)
            .departs();
      }
      case UNSAID ->
          GUIDELINE.notChecked(
              site, "it is unsaid whether RPC passes to " + site, all.paths().unsaid(site));
      case NO ->
          all.open().isEmpty()
              ? departs(
                      site,
                      "rpc",
                      ERROR,
                      "does not offer Outlook Anywhere, and no RPC passes to it from "
                          + all.offering().getFirst())
                  .departs()
              : GUIDELINE.notChecked(
                  site, "it is unsaid which other sites offer Outlook Anywhere", all.open());
    };
  }

  private static boolean isUsedOutside(Site site) {
    return site.mailboxServers().stream()
        .flatMap(server -> site.organization().populationsOf(server).stream())
        .anyMatch(OutlookAnywhereReachesTheMailboxes::isUsedOutside);
  }

  private static boolean isUsedOutside(Population people) {
    return people.comesFrom(Network.INTERNET)
        && people.users(OUTLOOK_ANYWHERE) instanceof Known.Value<Integer>(Integer count)
        && count > 0;
  }

  /// People who use it from outside, and of whom nobody says where their mailboxes are.
  private static List<Path> strays(Organization organization) {
    return Each.few(
        organization.populations().stream()
            .filter(people -> people.get(MAILBOX_SERVER) instanceof Known.Unsaid<String>)
            .filter(OutlookAnywhereReachesTheMailboxes::isUsedOutside)
            .map(people -> people.path().key(MAILBOX_SERVER.name())));
  }

  private static Violation departs(Site site, String check, Severity severity, String message) {
    Violation found =
        GUIDELINE.violated(site.organization(), site, site.path(), severity, message).check(check);
    return OutlookAnywhere.enabling(site)
        .map(found::remedy)
        .orElseGet(() -> found.step(OutlookAnywhere.step(site)));
  }
}
