package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.INFO;
import static io.casguard.guidelines.Source.Text.EWSRC;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.guidelines.Source.Text.SETEAS07;
import static io.casguard.topology.Certainty.ASSUMED;
import static io.casguard.topology.DirectoryKind.ACTIVE_SYNC;
import static io.casguard.topology.DirectoryKind.WEB_SERVICES;
import static io.casguard.topology.Protocol.OWA;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNAL_AUTHENTICATION_METHODS;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PRESENT;
import static io.casguard.topology.Vocabulary.PROXY_WINDOWS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Intended;
import io.casguard.topology.Intent;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A checker that finds sites with redirected OWA whose other directories cannot take a proxied
/// request.
final class RedirectedSiteStillTakesProxying implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-210")
          .says(
              "A site whose OWA is redirected still accepts Integrated Windows authentication on Web Services, and on ActiveSync where that has no external URL.")
          .because(
              """
              OWA may be redirected while everything else is proxied: that layout is legal. Web Services are always proxied, and ActiveSync is where the site has no external URL for it.
              The proxied request authenticates by Integrated at the second server. From SP1 on ActiveSync has a subdirectory for it, Proxy, and the parent is only a precaution.
              """)
          .source(
              SB,
              "If you want to use re-direction for OWA but Proxying for all other services, you can configure the external URL for OWA but leave all other ExternalURL properties blank ($null).")
          .source(SETEAS07, "the Proxy subdirectory of ActiveSync exists from SP1 on", ASSUMED)
          .source(
              EWSRC,
              "ErrorNoDestinationCASDueToKerberosRequirements: no server there has Windows authentication")
          .example(
              "OWA is redirected, ActiveSync and Web Services are proxied",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  intent: {owa: redirect}
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}, activeSync: {windowsAuthentication: true}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "People of the one Internet-facing site enter there",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Two Internet-facing sites with an address of their own for devices: a layout like any other",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}, activeSync: {externalUrl: https://leeds.example.com/Microsoft-Server-ActiveSync}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "The shell printed the methods only",
              """
              defaults: none
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {version: 2007 SP3, roles: [ClientAccess], owa: {externalUrl: https://mail.example.com/owa}, activeSync: null, webServices: null}
                leeds:
                  intent: {owa: redirect}
                  servers:
                    LEE-CAS1:
                      version: 2007 SP3
                      roles: [ClientAccess]
                      owa: {externalUrl: https://leeds.example.com/owa}
                      activeSync: null
                      webServices: {internalAuthenticationMethods: [Ntlm, WindowsIntegrated]}
                    LEE-MBX1: {version: 2007 SP3, roles: [Mailbox]}
              """)
          .example(
              "Web Services were closed together with OWA; ActiveSync rests on its subdirectory alone",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  intent: {owa: redirect}
                  servers:
                    LEE-CAS1:
                      owa: {externalUrl: https://leeds.example.com/owa}
                      webServices:
                        windowsAuthentication: false  # CAP-210
                      activeSync:
                        windowsAuthentication: false  # CAP-210
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Before SP1 ActiveSync itself must accept it; later its subdirectory must be there",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  intent: {owa: redirect}
                  servers:
                    LEE-CAS1:
                      version: 2007
                      owa: {externalUrl: https://leeds.example.com/owa}
                      activeSync:
                        windowsAuthentication: false  # CAP-210
                    LEE-CAS2:
                      version: 2007 SP3
                      owa: {externalUrl: https://leeds.example.com/owa}
                      activeSync:
                        windowsAuthentication: true
                        proxySubdirectory:
                          present: false  # CAP-210
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Devices are sent on by 451, and Web Services are not published: on purpose?",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  intent: {owa: redirect}
                  servers:
                    LEE-CAS1:
                      owa: {externalUrl: https://leeds.example.com/owa}
                      activeSync:
                        externalUrl: https://leeds.example.com/Microsoft-Server-ActiveSync  # CAP-210
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .reads(
              WINDOWS_AUTHENTICATION,
              INTERNAL_AUTHENTICATION_METHODS,
              PRESENT,
              PROXY_WINDOWS_AUTHENTICATION,
              EXTERNAL_URL,
              INTERNET_FACING,
              SITE_INTENT)
          .consequence(
              "Requests for mailboxes of this site that arrive elsewhere cannot log on here.")
          .verify(
              "In the IIS log of this server, /EWS/Exchange.asmx and /Microsoft-Server-ActiveSync/Proxy have 200 from the address of another Client Access server.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.EWS, Protocol.ACTIVE_SYNC);

  private static final ProxyLanding LANDING =
      new ProxyLanding(
          GUIDELINE, (site, _) -> "only OWA of " + site + " is redirected" + how(site));

  private static String how(Site site) {
    return site.intended(OWA) instanceof Intended.Unset ? " (inferred from its external URLs)" : "";
  }

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    Map<Site, Holds> redirected = redirected(organization);
    return Each.directoryInSiteInDetail(
        GUIDELINE,
        organization,
        Set.of(ACTIVE_SYNC, WEB_SERVICES),
        (site, at) -> tell(site, at, redirected.getOrDefault(site, Holds.UNSAID)));
  }

  private static List<Verdict> tell(Site site, Directory at, Holds redirected) {
    return switch (redirected) {
      case NO ->
          List.of(GUIDELINE.notApplicable(at, () -> "OWA of " + site + " is not redirected"));
      case UNSAID ->
          List.of(
              GUIDELINE.notChecked(
                  at,
                  "it is unsaid whether OWA of " + site + " is redirected",
                  site.path().key(INTERNET_FACING.name()),
                  site.path().key(SITE_INTENT.name()).key(OWA.key())));
      case YES -> at.kind() == WEB_SERVICES ? LANDING.at(site, at) : activeSync(site, at);
    };
  }

  /// Whether people of a site are shown its external URL at another site: wanted so, or since
  /// several sites are Internet-facing.
  private static Map<Site, Holds> redirected(Organization organization) {
    Map<Holds, Long> facing =
        organization.sites().stream()
            .collect(Collectors.groupingBy(site -> site.facing().holds(), Collectors.counting()));
    return organization.sites().stream()
        .collect(Collectors.toMap(Function.identity(), site -> isRedirected(site, facing)));
  }

  private static Holds isRedirected(Site site, Map<Holds, Long> facing) {
    return switch (site.intended(OWA)) {
      case Intended.Stated(Intent intent) ->
          Holds.of(intent == Intent.REDIRECT).and(site.publishes(DirectoryKind.OWA));
      case Intended.ImpliedProxy() -> Holds.NO;
      case Intended.Unset() -> {
        Holds another =
            others(site, facing, Holds.YES) > 0
                ? Holds.YES
                : others(site, facing, Holds.UNSAID) > 0 ? Holds.UNSAID : Holds.NO;
        yield site.publishes(DirectoryKind.OWA).and(another);
      }
    };
  }

  private static long others(Site site, Map<Holds, Long> facing, Holds as) {
    return facing.getOrDefault(as, 0L) - (site.facing().holds() == as ? 1 : 0);
  }

  private static List<Verdict> activeSync(Site site, Directory at) {
    return switch (site.publishes(ACTIVE_SYNC)) {
      case YES -> List.of(published(site, at));
      case UNSAID ->
          List.of(
              GUIDELINE.notChecked(
                  at,
                  "the external URL of ActiveSync is unsaid",
                  at.path().key(EXTERNAL_URL.name())));
      case NO -> LANDING.at(site, at);
    };
  }

  /// OWA and ActiveSync published, Web Services not: half of the way to the legal layout. Where
  /// nobody said that the site is Internet-facing or what devices are meant to get, it is asked.
  private static Verdict published(Site site, Directory at) {
    boolean wanted =
        site.facing().isStatedYes()
            || !(site.intended(Protocol.ACTIVE_SYNC) instanceof Intended.Unset);
    if (wanted || !(at.get(EXTERNAL_URL) instanceof Known.Value<Url>(Url url))) {
      return GUIDELINE.notApplicable(
          at, () -> site + " has an external URL for ActiveSync, so that it is not proxied");
    }
    Holds more =
        Stream.of(WEB_SERVICES, DirectoryKind.OAB, DirectoryKind.UNIFIED_MESSAGING)
            .map(site::publishes)
            .reduce(Holds.NO, Holds::or);
    return switch (more) {
      case YES ->
          GUIDELINE.notApplicable(at, () -> site + " publishes more than OWA and ActiveSync");
      case UNSAID ->
          GUIDELINE.notChecked(
              at,
              "it is unsaid whether Web Services of " + site + " are published like ActiveSync",
              webServices(site));
      case NO -> halfWay(site, at, url).departs();
    };
  }

  private static Violation halfWay(Site site, Directory at, Url url) {
    Violation found =
        GUIDELINE
            .violated(
                site.organization(),
                at,
                at.path().key(EXTERNAL_URL.name()),
                INFO,
                "publishes "
                    + url
                    + " like OWA, while Web Services of "
                    + site
                    + " publish nothing: devices that arrive elsewhere get HTTP 451; on purpose?",
                Protocol.ACTIVE_SYNC)
            .check("half-way")
            .because(
                "Only OWA is redirected in the layout that the founding text allows; devices are answered 451 instead of being proxied, and not every device follows.")
            .step(
                "If it is on purpose, state internetFacing: true of "
                    + site
                    + ", or intent: {activeSync: redirect}.");
    return ProxyLanding.takingDevices(found, site, at).asking();
  }

  private static List<Path> webServices(Site site) {
    return site.clientAccessServers().stream()
        .map(server -> server.path().key(WEB_SERVICES.key()).key(EXTERNAL_URL.name()))
        .toList();
  }
}
