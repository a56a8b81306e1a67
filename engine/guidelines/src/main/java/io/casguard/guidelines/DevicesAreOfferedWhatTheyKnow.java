package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.INFO;
import static io.casguard.guidelines.Source.Text.RCAUNSUP;
import static io.casguard.guidelines.Source.Text.T763;
import static io.casguard.topology.Vocabulary.DELEGATION;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.THROUGH;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import java.util.stream.Stream;

/// A checker that notes Integrated authentication where old devices enter.
final class DevicesAreOfferedWhatTheyKnow implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-309")
          .says(
              "ActiveSync of an Internet-facing server does not advertise Integrated, unless requests are delegated or proxied to it.")
          .because(
              """
              Devices older than Windows Mobile 6.0 fail where Integrated is offered. The sources disagree: one keeps it even at the Internet-facing server. So this is a note, never a fault.
              """)
          .source(
              RCAUNSUP,
              "devices before Windows Mobile 6.0 fail where Windows authentication is offered")
          .source(T763, "Integrated stays on at the Internet-facing server")
          .example(
              "Integrated only where requests are proxied to, or delegated by the publisher",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: null, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                    SEA-CAS2: {owa: null, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync, windowsAuthentication: true}}
                leeds: {internetFacing: false, servers: {LEE-CAS1: {activeSync: {windowsAuthentication: true}}}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS2], through: isa, delegation: kerberos}
              """)
          .example(
              "Offered to every device",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: null
                      activeSync:
                        externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync
                        windowsAuthentication: true  # CAP-309
              """)
          .reads(
              WINDOWS_AUTHENTICATION,
              DELEGATION,
              THROUGH,
              PUBLISHED_SERVERS,
              PUBLISHED_PROTOCOLS,
              EXTERNAL_URL,
              INTERNET_FACING,
              SITE_INTENT)
          .consequence("Devices older than Windows Mobile 6.0 cannot log on here.")
          .verify("An old device synchronizes.")
          .hits(Hits.EVERYBODY, Protocol.ACTIVE_SYNC);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Each.directoryInSite(
        GUIDELINE, organization, DirectoryKind.ACTIVE_SYNC, DevicesAreOfferedWhatTheyKnow::tell);
  }

  private static Verdict tell(Site site, Directory at) {
    return switch (at.acceptsIntegrated()) {
      case NO -> GUIDELINE.conforms(at);
      case UNSAID ->
          GUIDELINE.notChecked(
              at,
              "whether " + at + " accepts Integrated is unsaid",
              at.path().key(WINDOWS_AUTHENTICATION.name()));
      case YES -> offered(site, at);
    };
  }

  private static Verdict offered(Site site, Directory at) {
    if (site.intended(Protocol.ACTIVE_SYNC).isProxy() || isDelegatedTo(at)) {
      return GUIDELINE.notApplicable(at, () -> "requests are proxied or delegated to " + at);
    }
    return switch (Holds.of(at.get(EXTERNAL_URL), _ -> true)) {
      case NO ->
          GUIDELINE.notApplicable(at, () -> at + " is not Internet-facing: it has no external URL");
      case UNSAID ->
          GUIDELINE.notChecked(
              at, "the external URL of " + at + " is unsaid", at.path().key(EXTERNAL_URL.name()));
      case YES ->
          GUIDELINE
              .violated(
                  site.organization(),
                  at,
                  at.path().key(WINDOWS_AUTHENTICATION.name()),
                  INFO,
                  "offers Integrated to devices")
              .step(
                  "Only where devices older than Windows Mobile 6.0 enter: Set-ActiveSyncVirtualDirectory '"
                      + at.identity()
                      + "' -WindowsAuthEnabled $false")
              .departs();
    };
  }

  private static boolean isDelegatedTo(Directory at) {
    return at.host().organization().publishedNamesOf(at.host()).stream()
        .filter(name -> name.passes(Protocol.ACTIVE_SYNC))
        .anyMatch(name -> name.logsOnIntegrated() == Holds.YES);
  }
}
