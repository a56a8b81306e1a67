package io.casguard.guidelines;

import static io.casguard.guidelines.Source.Text.EWSRC;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.guidelines.Source.Text.SETEAS07;
import static io.casguard.topology.Certainty.ASSUMED;
import static io.casguard.topology.DirectoryKind.ACTIVE_SYNC;
import static io.casguard.topology.DirectoryKind.WEB_SERVICES;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNAL_AUTHENTICATION_METHODS;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PRESENT;
import static io.casguard.topology.Vocabulary.PROXY_WINDOWS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.VERSION;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds Web Services and ActiveSync directories of proxied sites that cannot take a
/// proxied request.
final class ProxiedSiteTakesWebServicesAndDevices implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-209")
          .says(
              "A site that is reached by proxying accepts Integrated Windows authentication on Web Services, and where devices are proxied on ActiveSync.")
          .because(
              """
              The first Client Access server authenticates by Kerberos to the second, for each protocol at that protocol's directory. Necessary are Web Services and ActiveSync, beside OWA, which is CAP-103; not the offline address book, Autodiscover, Unified Messaging or Rpc.
              Before SP1 a proxied device lands on Microsoft-Server-ActiveSync itself. From SP1 on there is a subdirectory for it, Proxy, to which Setup gives Integrated: the founding text's demand of the parent is then a precaution, and its absence a warning.
              A site whose OWA is redirected is CAP-210.
              """)
          .source(
              SB,
              "In order for Proxying to work, Integrated Windows Authentication must be used on the necessary directories in IIS on the intranet-facing CAS.")
          .source(SETEAS07, "the Proxy subdirectory of ActiveSync exists from SP1 on", ASSUMED)
          .source(
              EWSRC,
              "ErrorNoDestinationCASDueToKerberosRequirements: no server there has Windows authentication")
          .example(
              "Leeds takes devices and Web Services; where Basic stays on beside it, nothing is lost",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      owa: {windowsAuthentication: true, formsAuthentication: false}
                      activeSync: {windowsAuthentication: true, basicAuthentication: true}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "The shell printed the methods only",
              """
              defaults: none
              sites:
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      version: 2007 SP3
                      roles: [ClientAccess]
                      activeSync: null
                      webServices: {internalAuthenticationMethods: [Ntlm, WindowsIntegrated]}
                    LEE-MBX1: {version: 2007 SP3, roles: [Mailbox]}
              """)
          .example(
              "Devices of Leeds are answered 451, which is another guideline's business",
              """
              sites:
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {activeSync: {externalUrl: https://leeds.example.com/Microsoft-Server-ActiveSync}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "People of an Internet-facing site enter there; a Client Access server of 2010 is not looked at",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {webServices: {windowsAuthentication: false}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-EX1: {version: 2010 SP3, roles: [ClientAccess, Mailbox], webServices: {windowsAuthentication: false}}
              """)
          .example(
              "Web Services are closed; ActiveSync was left as Setup made it",
              """
              sites:
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      owa: {windowsAuthentication: true, formsAuthentication: false}
                      webServices:
                        windowsAuthentication: false  # CAP-209
                      activeSync:
                        windowsAuthentication: false  # CAP-209
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Before SP1 the directory itself must accept it, later its subdirectory must be there",
              """
              sites:
                leeds:
                  intent: {owa: proxy}
                  servers:
                    LEE-CAS1:
                      version: 2007
                      activeSync:
                        windowsAuthentication: false  # CAP-209
                    LEE-CAS2:
                      version: 2007 SP3
                      activeSync:
                        windowsAuthentication: true
                        proxySubdirectory:
                          present: false  # CAP-209
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .reads(
              WINDOWS_AUTHENTICATION,
              INTERNAL_AUTHENTICATION_METHODS,
              PRESENT,
              PROXY_WINDOWS_AUTHENTICATION,
              EXTERNAL_URL,
              INTERNET_FACING,
              SITE_INTENT,
              VERSION)
          .consequence(
              "Devices and Web Services requests of this site's people that arrive elsewhere cannot log on here.")
          .verify(
              "In the IIS log of this server, /EWS/Exchange.asmx and /Microsoft-Server-ActiveSync/Proxy have 200 from the address of another Client Access server.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.EWS, Protocol.ACTIVE_SYNC);

  private static final ProxyLanding LANDING =
      new ProxyLanding(
          GUIDELINE,
          (site, protocol) ->
              site
                  + " is reached by proxying"
                  + ProxiedSite.how(
                      site,
                      site.isReachedByProxying(Protocol.OWA) == Holds.YES
                          ? Protocol.OWA
                          : protocol));

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Each.directoryInSiteInDetail(
        GUIDELINE,
        organization,
        Set.of(ACTIVE_SYNC, WEB_SERVICES),
        ProxiedSiteTakesWebServicesAndDevices::tell);
  }

  private static List<Verdict> tell(Site site, Directory at) {
    Holds proxied =
        site.isReachedByProxying(Protocol.OWA).or(site.isReachedByProxying(at.kind().protocol()));
    return switch (proxied) {
      case NO -> List.of(GUIDELINE.notApplicable(at, () -> site + " is not reached by proxying"));
      case UNSAID ->
          List.of(
              GUIDELINE.notChecked(
                  at,
                  "it is unsaid whether " + site + " is reached by proxying",
                  site.path().key(INTERNET_FACING.name())));
      case YES -> at.kind() == WEB_SERVICES ? LANDING.at(site, at) : devices(site, at);
    };
  }

  private static List<Verdict> devices(Site site, Directory at) {
    return switch (site.publishes(ACTIVE_SYNC)) {
      case YES ->
          List.of(
              GUIDELINE.notApplicable(
                  at,
                  () -> site + " has an external URL for ActiveSync, so that it is not proxied"));
      case UNSAID ->
          List.of(
              GUIDELINE.notChecked(
                  at,
                  "the external URL of ActiveSync is unsaid",
                  at.path().key(EXTERNAL_URL.name())));
      case NO -> LANDING.at(site, at);
    };
  }
}
