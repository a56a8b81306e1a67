package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.INFO;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.BOOKOAB;
import static io.casguard.guidelines.Source.Text.RCA_MOB;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PROTOCOLS;
import static io.casguard.topology.Vocabulary.SITE_INTENT;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds servers that publish OWA to the Internet and forget the rest.
final class InternetServerPublishesAllProtocols implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-303")
          .says(
              "An Internet-facing server with an external URL for OWA has one for ActiveSync, Web Services and the offline address book too.")
          .because(
              """
              Autodiscover hands these URLs to devices and to Outlook outside. Where one is missing, Outlook has neither Web Services nor an address book there, and before SP1 Update Rollup 4 a device cannot even be set up.
              The layout in which OWA is redirected and everything else is proxied leaves them empty on purpose.
              """)
          .source(
              BOOKOAB, "the address book is not advertised outside until its ExternalURL is set")
          .source(
              RCA_MOB,
              "the MobileSync provider of Autodiscover needs the ExternalURL of ActiveSync")
          .example(
              "Seattle publishes everything",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}
                      webServices: {externalUrl: https://mail.example.com/EWS/Exchange.asmx}
                      oab: {externalUrl: https://mail.example.com/OAB}
              """)
          .example(
              "OWA of Turku is redirected, everything else proxied: a legal layout",
              """
              sites:
                turku:
                  internetFacing: true
                  intent: {owa: redirect}
                  servers:
                    TKU-CAS1: {owa: {externalUrl: https://turku.example.com/owa}}
                    TKU-MBX1: {roles: [Mailbox]}
                seattle:
                  internetFacing: true
                  servers: {SEA-MBX1: {roles: [Mailbox]}}
              """)
          .example(
              "A server for people inside, and a child that is proxied to",
              """
              sites:
                seattle: {internetFacing: true, servers: {SEA-CAS2: {activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
              """)
          .example(
              "Devices and Outlook outside find nothing of the address book and Web Services",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}
                      webServices:
                        externalUrl: null  # CAP-303
                      oab:
                        externalUrl: null  # CAP-303
                    SEA-MBX1: {roles: [Mailbox]}
              users:
                - {name: seattle-office, mailboxServer: SEA-MBX1, count: 900, protocols: {outlookAnywhere: 300}}
              """)
          .example(
              "Nobody said that there are devices",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      activeSync:
                        externalUrl: null  # CAP-303
                      webServices: {externalUrl: https://mail.example.com/EWS/Exchange.asmx}
                      oab: {externalUrl: https://mail.example.com/OAB}
              """)
          .reads(EXTERNAL_URL, INTERNET_FACING, SITE_INTENT, PROTOCOLS)
          .consequence("Autodiscover has no address of this service for people outside.")
          .verify(
              "Test-OutlookWebServices, and Autodiscover from outside: the answer has the new address.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.ACTIVE_SYNC, Protocol.EWS, Protocol.OAB);

  private static final Set<DirectoryKind> KINDS =
      Set.of(DirectoryKind.ACTIVE_SYNC, DirectoryKind.WEB_SERVICES, DirectoryKind.OAB);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    boolean devices = areDeclared(organization, Protocol.ACTIVE_SYNC);
    boolean outlook = areDeclared(organization, Protocol.OUTLOOK_ANYWHERE);
    return Each.directoryInSite(
        GUIDELINE,
        organization,
        KINDS,
        (site, at) -> tell(site, at, at.kind() == DirectoryKind.ACTIVE_SYNC ? devices : outlook));
  }

  private static Verdict tell(Site site, Directory at, boolean declared) {
    if (site.intended(Protocol.OWA).isProxy() || site.intended(at.kind().protocol()).isProxy()) {
      return GUIDELINE.notApplicable(at, () -> site + " is meant to be reached by proxying");
    }
    return Each.atInternetSite(GUIDELINE, site, at, () -> facing(site, at, declared));
  }

  private static Verdict facing(Site site, Directory at, boolean declared) {
    return switch (at.host().publishes(DirectoryKind.OWA)) {
      case NO -> GUIDELINE.notApplicable(at, () -> at.host() + " does not publish OWA");
      case UNSAID ->
          GUIDELINE.notChecked(
              at,
              "it is unsaid whether " + at.host() + " publishes OWA",
              at.host().path().key(DirectoryKind.OWA.key()));
      case YES -> beside(site, at, declared);
    };
  }

  private static Verdict beside(Site site, Directory at, boolean declared) {
    return switch (at.get(EXTERNAL_URL)) {
      case Known.Value<Url> _ -> GUIDELINE.conforms(at);
      case Known.Unsaid<Url>(Path what) ->
          GUIDELINE.notChecked(at, "the external URL of " + at + " is unsaid", what);
      case Known.Absent<Url>() -> {
        Violation found =
            GUIDELINE.violated(
                site.organization(),
                at,
                at.path().key(EXTERNAL_URL.name()),
                declared ? WARNING : INFO,
                "has no external URL, while OWA of this server has one"
                    + (declared ? "" : "; nobody said that people outside use it"),
                at.kind().protocol());
        yield ExternalNames.of(at)
            .or(() -> ExternalNames.besideOwa(at))
            .map(url -> found.remedy(Edit.set(at, EXTERNAL_URL, url)))
            .orElseGet(() -> found.step(ExternalNames.step(at, at.kind())))
            .departs();
      }
    };
  }

  /// Whether somebody stated that people use a protocol.
  private static boolean areDeclared(Organization organization, Protocol protocol) {
    return organization.users(protocol) instanceof Known.Value<Integer>(Integer count) && count > 0;
  }
}
