package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.RCA451;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.topology.Certainty.ASSUMED;
import static io.casguard.topology.Certainty.FOUND;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PRESENT;
import static io.casguard.topology.Vocabulary.PROXY_WINDOWS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds external URLs other than OWA's in sites that are meant to be reached by
/// proxying.
final class ProxiedSitePublishesNothingElse implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-202")
          .says(
              "A site that is meant to be reached by proxying has no external URL for ActiveSync, Web Services, the offline address book or Unified Messaging.")
          .because(
              """
              The properties, plural, must be empty. For ActiveSync the external URL decides: a device that arrives elsewhere is answered 451 instead of being proxied. Once it is gone, the proxied request needs Integrated there.
              Web Services are proxied whatever the external URL; but Autodiscover hands it to people outside, and they cannot reach it. So it is for the address book and Unified Messaging.
              Outlook Web Access is CAP-104.
              """)
          .source(
              SB,
              "In order to have CAS Proxying working, ExternalURL properties must not be configured (default) on intranet-only CAS.")
          .source(
              RCA451,
              "Exchange 2007 answers 451 where another Client Access server with an external URL is better for the device")
          .example(
              "Only Seattle publishes",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}
                      webServices: {externalUrl: https://mail.example.com/EWS/Exchange.asmx}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Leeds is on the Internet too",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {activeSync: {externalUrl: https://leeds.example.com/Microsoft-Server-ActiveSync}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Devices of Leeds are sent away, and Outlook outside learns addresses it cannot reach",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      activeSync:
                        externalUrl: https://leeds.example.com/Microsoft-Server-ActiveSync  # CAP-202
                      webServices:
                        externalUrl: https://leeds.example.com/EWS/Exchange.asmx  # CAP-202
                      oab:
                        externalUrl: https://leeds.example.com/OAB  # CAP-202
                      unifiedMessaging:
                        externalUrl: https://leeds.example.com/UnifiedMessaging/Service.asmx  # CAP-202
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "OWA of Leeds is redirected, everything else was to be proxied",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                leeds:
                  intent: {owa: redirect, activeSync: proxy}
                  servers:
                    LEE-CAS1:
                      owa: {externalUrl: https://leeds.example.com/owa}
                      activeSync:
                        externalUrl: https://leeds.example.com/Microsoft-Server-ActiveSync  # CAP-202
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .reads(
              EXTERNAL_URL,
              INTERNET_FACING,
              SITE_INTENT,
              WINDOWS_AUTHENTICATION,
              PRESENT,
              PROXY_WINDOWS_AUTHENTICATION)
          .consequence(
              "Autodiscover hands people outside an address of this site that they cannot reach.")
          .verify(
              "After replication a device of this site synchronizes through the Internet-facing server: its IIS log has 200 and no 451, and Autodiscover from outside names no address of this site.")
          .hits(
              Hits.MAILBOXES_OF_THE_SITE,
              Protocol.ACTIVE_SYNC,
              Protocol.EWS,
              Protocol.OAB,
              Protocol.UM);

  private static final Set<DirectoryKind> KINDS =
      Set.of(
          DirectoryKind.ACTIVE_SYNC,
          DirectoryKind.WEB_SERVICES,
          DirectoryKind.OAB,
          DirectoryKind.UNIFIED_MESSAGING);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Each.directoryInSite(
        GUIDELINE, organization, KINDS, ProxiedSitePublishesNothingElse::tell);
  }

  private static Verdict tell(Site site, Directory at) {
    return ProxiedSite.publishesNothing(GUIDELINE, site, at, (url, _) -> departs(site, at, url));
  }

  private static Violation departs(Site site, Directory at, Url url) {
    boolean devices = at.kind() == DirectoryKind.ACTIVE_SYNC;
    Violation found =
        GUIDELINE.violated(
            site.organization(),
            at,
            at.path().key(EXTERNAL_URL.name()),
            devices ? ERROR : WARNING,
            "publishes "
                + url
                + " although "
                + site
                + " is meant to be reached by proxying"
                + ProxiedSite.how(site, at.kind().protocol()),
            at.kind().protocol());
    return devices
        ? ProxyLanding.takingDevices(found, site, at)
            .because(
                "Devices of this site that arrive elsewhere are answered HTTP 451 with this address instead of being proxied.")
            .source(RCA451, FOUND)
        : found.remedy(Edit.clear(at, EXTERNAL_URL)).source(SB, ASSUMED);
  }
}
