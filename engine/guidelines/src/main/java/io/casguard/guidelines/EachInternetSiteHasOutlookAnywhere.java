package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.BOOK10OA;
import static io.casguard.topology.Protocol.OUTLOOK_ANYWHERE;
import static io.casguard.topology.Vocabulary.CERT_PRINCIPAL_NAME;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.MAILBOX_SERVER;
import static io.casguard.topology.Vocabulary.OUTLOOK_ANYWHERE_ENABLED;
import static io.casguard.topology.Vocabulary.PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SSL;
import static io.casguard.topology.Vocabulary.SUBJECT;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Role;
import io.casguard.topology.Site;
import java.util.List;
import java.util.stream.Stream;

/// A checker that finds Internet-facing sites whose Outlook goes round by another one.
final class EachInternetSiteHasOutlookAnywhere implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-317")
          .says(
              "Where one Internet-facing site offers Outlook Anywhere, each that has mailboxes does.")
          .because(
              """
              Outlook Anywhere is neither proxied nor redirected: the server that is reached opens RPC to the mailbox server itself, in another site too. People of a site that does not offer it enter at one that does, and their RPC crosses the wide area network.
              """)
          .source(BOOK10OA, "at least one server of each site has Outlook Anywhere enabled")
          .example(
              "Both offer it",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {outlookAnywhere: {enabled: true, externalHostname: leeds.example.com}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Nobody offers it",
              """
              domain: example.com
              sites:
                seattle: {internetFacing: true, servers: {SEA-CAS1: {roles: [ClientAccess]}, SEA-MBX1: {roles: [Mailbox]}}}
                leeds: {internetFacing: true, servers: {LEE-CAS1: {roles: [ClientAccess]}, LEE-MBX1: {roles: [Mailbox]}}}
              """)
          .example(
              "A site behind it, one without mailboxes, and one where nobody uses it",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com}}
                leeds: {internetFacing: false, servers: {LEE-CAS1: {roles: [ClientAccess]}, LEE-MBX1: {roles: [Mailbox]}}}
                york: {internetFacing: true, servers: {YRK-CAS1: {roles: [ClientAccess]}}}
                turku: {internetFacing: true, servers: {TKU-CAS1: {roles: [ClientAccess]}, TKU-MBX1: {roles: [Mailbox]}}}
              users:
                - {name: turku-office, mailboxServer: TKU-MBX1, count: 90, protocols: {owa: 90}}
              """)
          .example(
              "People of Leeds enter in Seattle",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1:
                      outlookAnywhere:
                        enabled: false  # CAP-317
                    LEE-MBX1: {roles: [Mailbox]}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1]}
                leeds.example.com: {from: [internet], servers: [LEE-CAS1], certificate: {subject: leeds.example.com}}
              """)
          .example(
              "Leeds has no name of its own yet",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1:
                      outlookAnywhere: null  # CAP-317
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .reads(
              OUTLOOK_ANYWHERE_ENABLED,
              INTERNET_FACING,
              PROTOCOLS,
              MAILBOX_SERVER,
              PUBLISHED_SERVERS,
              PUBLISHED_FROM,
              PUBLISHED_PROTOCOLS,
              CERT_PRINCIPAL_NAME,
              PUBLISHED_SSL,
              SUBJECT)
          .consequence(
              "Outlook of this site's people enters at another site, and its RPC crosses the wide area network.")
          .verify(
              "Outlook outside, with Ctrl and a right click on its symbol, Connection Status: the proxy server is that of the site.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, OUTLOOK_ANYWHERE);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    List<Site> offering =
        organization.sites().stream()
            .filter(site -> OutlookAnywhere.isEnabledIn(site) == Holds.YES)
            .filter(site -> site.facing().isYes())
            .toList();
    List<Path> open =
        Each.few(
            organization.sites().stream()
                .filter(site -> site.facing().holds() != Holds.NO)
                .flatMap(
                    site ->
                        Stream.concat(
                            OutlookAnywhere.unsaidIn(site).stream(),
                            site.facing().holds() == Holds.UNSAID
                                    && OutlookAnywhere.isEnabledIn(site) == Holds.YES
                                ? Stream.of(site.path().key(INTERNET_FACING.name()))
                                : Stream.of())));
    Stream<Verdict> homeless = Each.serverOfNoKnownSite(GUIDELINE, organization);
    return Stream.concat(
        homeless, organization.sites().stream().map(site -> tell(site, offering, open)));
  }

  private static Verdict tell(Site site, List<Site> offering, List<Path> open) {
    if (site.facing().holds() == Holds.NO || site.has2007(Role.MAILBOX) == Holds.NO) {
      return GUIDELINE.notApplicable(
          site, () -> site + " is not Internet-facing, or has no mailboxes of 2007");
    }
    if (site.has2007(Role.CLIENT_ACCESS) == Holds.NO) {
      return GUIDELINE.notApplicable(site, () -> site + " has no Client Access server of 2007");
    }
    if (site.users(OUTLOOK_ANYWHERE).equals(new Known.Value<>(0))) {
      return GUIDELINE.notApplicable(site, () -> "nobody of " + site + " uses Outlook Anywhere");
    }
    Holds own = OutlookAnywhere.isEnabledIn(site);
    if (own == Holds.YES) {
      return GUIDELINE.conforms(site);
    }
    if (offering.isEmpty() && open.isEmpty()) {
      return GUIDELINE.notApplicable(site, () -> "no Internet-facing site offers Outlook Anywhere");
    }
    if (own == Holds.UNSAID
        || offering.isEmpty()
        || site.facing()
                .holds()
                .and(site.has2007(Role.MAILBOX))
                .and(site.has2007(Role.CLIENT_ACCESS))
            == Holds.UNSAID) {
      return GUIDELINE.notChecked(
          site,
          "it is unsaid which sites are Internet-facing, or which of them offer Outlook Anywhere",
          open.isEmpty() ? List.of(site.path()) : open);
    }
    return departs(site, offering.getFirst()).departs();
  }

  private static Violation departs(Site site, Site other) {
    Violation found =
        GUIDELINE.violated(
            site.organization(),
            site,
            OutlookAnywhere.enabledPath(site.clientAccessServers().getFirst()),
            WARNING,
            "is Internet-facing and does not offer Outlook Anywhere, while " + other + " does");
    return OutlookAnywhere.enabling(site)
        .map(found::remedy)
        .orElseGet(() -> found.step(OutlookAnywhere.step(site)));
  }
}
