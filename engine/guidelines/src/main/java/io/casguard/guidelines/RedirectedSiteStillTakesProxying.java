package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.EWSRC;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.guidelines.Source.Text.SETEAS07;
import static io.casguard.topology.Certainty.ASSUMED;
import static io.casguard.topology.Certainty.FOUND;
import static io.casguard.topology.DirectoryKind.ACTIVE_SYNC;
import static io.casguard.topology.DirectoryKind.WEB_SERVICES;
import static io.casguard.topology.Protocol.OWA;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNAL_AUTHENTICATION_METHODS;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PRESENT;
import static io.casguard.topology.Vocabulary.PROXY_SUBDIRECTORY_KEY;
import static io.casguard.topology.Vocabulary.PROXY_WINDOWS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Intended;
import io.casguard.topology.Intent;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import java.util.List;
import java.util.Map;
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

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    Map<Site, Holds> redirected = redirected(organization);
    return Stream.of(WEB_SERVICES, ACTIVE_SYNC)
        .flatMap(
            kind ->
                Each.serverInSite(
                    GUIDELINE,
                    organization,
                    (site, server) ->
                        Each.directories(
                            GUIDELINE,
                            server,
                            kind,
                            all ->
                                all.stream()
                                    .flatMap(
                                        it ->
                                            tell(
                                                site,
                                                it,
                                                redirected.getOrDefault(site, Holds.UNSAID))))))
        .distinct();
  }

  private static Stream<Verdict> tell(Site site, Directory at, Holds redirected) {
    return switch (redirected) {
      case NO -> Stream.of(GUIDELINE.notApplicable(at, "OWA of " + site + " is not redirected"));
      case UNSAID ->
          Stream.of(
              GUIDELINE.notChecked(
                  at,
                  "it is unsaid whether OWA of " + site + " is redirected",
                  site.path().key(INTERNET_FACING.name()),
                  site.path().key(SITE_INTENT.name()).key(OWA.key())));
      case YES ->
          at.kind() == WEB_SERVICES ? Stream.of(webServices(site, at)) : activeSync(site, at);
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

  private static Verdict webServices(Site site, Directory at) {
    return switch (at.acceptsIntegrated()) {
      case YES -> GUIDELINE.conforms(at);
      case UNSAID -> unsaid(at);
      case NO ->
          violated(site, at, anotherAccepts(site, at) ? WARNING : ERROR, "")
              .because(
                  "Web Services and Availability requests for this site that arrive elsewhere end in ErrorNoDestinationCASDueToKerberosRequirements.")
              .departs();
    };
  }

  private static Stream<Verdict> activeSync(Site site, Directory at) {
    return switch (site.publishes(ACTIVE_SYNC)) {
      case YES ->
          Stream.of(
              GUIDELINE.notApplicable(
                  at, site + " has an external URL for ActiveSync, so that it is not proxied"));
      case UNSAID ->
          Stream.of(
              GUIDELINE.notChecked(
                  at,
                  "the external URL of ActiveSync is unsaid",
                  at.path().key(EXTERNAL_URL.name())));
      case NO -> landing(site, at);
    };
  }

  /// Before SP1 requests land on the directory itself. Later the parent matters only where old
  /// devices do not enter: not at an Internet-facing site.
  private static Stream<Verdict> landing(Site site, Directory at) {
    boolean subdirectories =
        Holds.of(at.host().version(), version -> version.servicePack() >= 1) == Holds.YES;
    if (subdirectories && site.facing().isStatedYes()) {
      return Stream.of(subdirectory(site, at));
    }
    Verdict parent =
        switch (at.acceptsIntegrated()) {
          case YES -> GUIDELINE.conforms(at);
          case UNSAID -> unsaid(at);
          case NO ->
              violated(
                      site,
                      at,
                      subdirectories || anotherAccepts(site, at) ? WARNING : ERROR,
                      subdirectories
                          ? "; proxied requests rest on the Proxy subdirectory alone"
                          : "")
                  .because(
                      subdirectories
                          ? "Proxied devices land on the Proxy subdirectory, which Setup gives Integrated; without it there they are refused."
                          : GUIDELINE.consequence())
                  .departs();
        };
    return subdirectories ? Stream.of(parent, subdirectory(site, at)) : Stream.of(parent);
  }

  private static Verdict subdirectory(Site site, Directory at) {
    Holds fit =
        Holds.of(at.get(PROXY_SUBDIRECTORY_KEY, PRESENT), there -> there)
            .and(Holds.of(at.get(PROXY_SUBDIRECTORY_KEY, PROXY_WINDOWS_AUTHENTICATION), on -> on));
    return switch (fit) {
      case YES -> GUIDELINE.conforms(at);
      case UNSAID ->
          GUIDELINE.notChecked(
              at,
              "whether the Proxy subdirectory of "
                  + at
                  + " is there and accepts Integrated is unsaid",
              at.path().key(PROXY_SUBDIRECTORY_KEY.name()));
      case NO ->
          GUIDELINE
              .violated(
                  site.organization(),
                  at,
                  at.path().key(PROXY_SUBDIRECTORY_KEY.name()).key(PRESENT.name()),
                  ERROR,
                  "has no Proxy subdirectory that accepts Integrated, where proxied devices land",
                  Protocol.ACTIVE_SYNC)
              .check("proxy-subdirectory")
              .source(SETEAS07, ASSUMED)
              .step(
                  "Set-ActiveSyncVirtualDirectory '"
                      + at.identity()
                      + "' -InstallProxySubDirectory, then Integrated Windows authentication on Proxy in IIS Manager.")
              .departs();
    };
  }

  private static boolean anotherAccepts(Site site, Directory at) {
    return site.directories(at.kind())
        .anyMatch(
            other -> !other.path().equals(at.path()) && other.acceptsIntegrated() == Holds.YES);
  }

  private static Verdict unsaid(Directory at) {
    return GUIDELINE.notChecked(
        at,
        "it is unsaid whether " + at + " accepts Integrated Windows authentication",
        List.of(at.path().key(WINDOWS_AUTHENTICATION.name())));
  }

  private static Violation violated(Site site, Directory at, Severity severity, String more) {
    return GUIDELINE
        .violated(
            site.organization(),
            at,
            at.path().key(WINDOWS_AUTHENTICATION.name()),
            severity,
            "does not accept Integrated Windows authentication although only OWA of "
                + site
                + " is redirected"
                + more,
            at.kind().protocol())
        .source(at.kind() == WEB_SERVICES ? EWSRC : SB, FOUND)
        .remedy(Edit.set(at, WINDOWS_AUTHENTICATION, true));
  }
}
