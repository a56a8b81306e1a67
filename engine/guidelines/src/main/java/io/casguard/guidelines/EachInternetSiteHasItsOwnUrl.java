package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.BB885049;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.topology.Certainty.INFERRED;
import static io.casguard.topology.Protocol.OWA;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.SITE_INTENT;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Role;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.stream.Stream;

/// A checker that finds Internet-facing sites without an OWA address of their own.
final class EachInternetSiteHasItsOwnUrl implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-204")
          .says(
              "Where several sites with mailboxes are Internet-facing, each has an external URL for Outlook Web Access of its own.")
          .because(
              """
              Redirection shows people the external URL of the site that holds their mailbox. A site without one is proxied to instead, over the wide area network.
              Two sites with the same host send people back to the page they came from. Servers of one site share their URL.
              """)
          .source(
              SB,
              "Redirection is used when you have more than one internet facing CAS. We then configure the CAS’ ExternalURL properties. This method will expose multiple OWA URLs.")
          .source(SB, "Each Site (If Internet Facing) would have their own unique ExternalURLs.")
          .source(BB885049, "the link names the external URL of the other site", INFERRED)
          .example(
              "A name for each site, one for the two servers of Leeds",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
                    LEE-CAS2: {owa: {externalUrl: https://leeds.example.com/owa}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Leeds is on the Internet, and proxied to on purpose",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: true
                  intent: {owa: proxy}
                  servers:
                    LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "One name for two sites is the business of CAP-301",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1:
                      owa:
                        externalUrl: https://mail.example.com/owa
                    LEE-MBX1: {roles: [Mailbox]}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1]}
              """)
          .example(
              "Leeds has no address",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1:
                      owa:
                        externalUrl: null  # CAP-204
                    LEE-MBX1: {roles: [Mailbox]}
              publishing:
                leeds.example.com: {from: [internet], servers: [LEE-CAS1]}
              """)
          .reads(
              EXTERNAL_URL,
              INTERNET_FACING,
              SITE_INTENT,
              PUBLISHED_SERVERS,
              PUBLISHED_FROM,
              PUBLISHED_PROTOCOLS)
          .consequence(
              "People of this site who enter at another one are proxied to it over the wide area network instead of being shown its address.")
          .verify(
              "With a mailbox of this site, open Outlook Web Access at another Internet-facing site: the page shows a link with an address that leads here.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, OWA);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    Stream<Verdict> homeless = Each.serverOfNoKnownSite(GUIDELINE, organization);
    boolean several =
        organization.sites().stream().filter(site -> site.facing().isYes()).limit(2).count() == 2;
    return Stream.concat(
        homeless, organization.sites().stream().flatMap(site -> tell(organization, site, several)));
  }

  private static Stream<Verdict> tell(Organization organization, Site site, boolean several) {
    if (site.has2007(Role.MAILBOX) == Holds.NO || site.intended(OWA).isProxy()) {
      return Stream.of(
          GUIDELINE.notApplicable(
              site,
              () -> site + " has no mailboxes of 2007, or is meant to be reached by proxying"));
    }
    return switch (site.facing().holds()) {
      case NO -> Stream.of(GUIDELINE.notApplicable(site, () -> site + " is not Internet-facing"));
      case UNSAID ->
          Stream.of(
              GUIDELINE.notChecked(
                  site,
                  "it is unsaid whether " + site + " is Internet-facing",
                  site.path().key(INTERNET_FACING.name())));
      case YES ->
          several
              ? among(organization, site)
              : Stream.of(
                  GUIDELINE.notApplicable(site, () -> site + " is the only Internet-facing site"));
    };
  }

  private static Stream<Verdict> among(Organization organization, Site site) {
    return switch (site.publishes(DirectoryKind.OWA)) {
      case UNSAID ->
          Stream.of(
              GUIDELINE.notChecked(
                  site, "the external OWA URL of " + site + " is unsaid", where(site)));
      case NO -> Stream.of(unpublished(organization, site).departs());
      case YES -> Stream.of(GUIDELINE.conforms(site));
    };
  }

  private static Violation unpublished(Organization organization, Site site) {
    Violation found =
        GUIDELINE
            .violated(
                organization,
                site,
                where(site),
                WARNING,
                "is Internet-facing like other sites"
                    + (site.facing().inferred() ? " (inferred from its other URLs)" : "")
                    + " and has no external OWA URL")
            .check("unpublished");
    return site.directories(DirectoryKind.OWA)
        .findFirst()
        .flatMap(
            owa -> ExternalNames.of(owa).map(url -> found.remedy(Edit.set(owa, EXTERNAL_URL, url))))
        .orElseGet(() -> found.step(ExternalNames.step(site, DirectoryKind.OWA)));
  }

  /// The external URL that would have to be stated.
  private static Path where(Site site) {
    return site.directories(DirectoryKind.OWA)
        .filter(owa -> !(owa.get(EXTERNAL_URL) instanceof Known.Value<Url>))
        .findFirst()
        .map(owa -> owa.path().key(EXTERNAL_URL.name()))
        .orElse(site.path());
  }
}
