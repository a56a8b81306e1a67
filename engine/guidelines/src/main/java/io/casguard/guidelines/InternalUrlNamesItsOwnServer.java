package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.INFO;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.EV42;
import static io.casguard.guidelines.Source.Text.EV71;
import static io.casguard.guidelines.Source.Text.SA;
import static io.casguard.guidelines.Source.Text.T763;
import static io.casguard.topology.Certainty.ASSUMED;
import static io.casguard.topology.Certainty.FOUND;
import static io.casguard.topology.Certainty.INFERRED;
import static io.casguard.topology.Vocabulary.ALLOW_PROXYING_WITHOUT_SSL;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.FQDN;
import static io.casguard.topology.Vocabulary.INTERNAL_NLB_BYPASS_URL;
import static io.casguard.topology.Vocabulary.INTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.SERVICE_PRINCIPAL_NAMES;
import static io.casguard.topology.Vocabulary.SITE_INTENT;

import io.casguard.topology.Certainty;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// A checker that finds internal URLs that another Client Access server cannot proxy to.
final class InternalUrlNamesItsOwnServer implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-106")
          .says("The internal URL of a virtual directory is the https address of its own server.")
          .because(
              """
              Another Client Access server proxies to the internal URL, and authenticates by Kerberos to the host that it names.
              Setup writes the server's own name there. An address, an alias, the external name or the name of another server breaks the hop; a server that received a proxied request does not pass it on.
              """)
          .source(
              SA,
              "Make sure that you internalURL is appropriate. By default is the name of server, make sure that it makes sense")
          .source(EV42, "an internal URL with http fails unless AllowProxyingWithoutSSL is set")
          .source(EV71, "an IP address or an unregistered name in the internal URL fails Kerberos")
          .source(T763, "behind Network Load Balancing the internal URL stays the computer name")
          .example(
              "As Setup wrote them, or the NetBIOS name; the offline address book is http",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      owa: {internalUrl: https://LEE-CAS1/owa/}
                      activeSync: {internalUrl: https://Lee-Cas1.Example.com/Microsoft-Server-ActiveSync}
                      oab: {internalUrl: http://mail.example.com/OAB}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Every server declares that it proxies without SSL",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, settings: {allowProxyingWithoutSsl: true}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {owa: {internalUrl: http://lee-cas1.example.com/owa}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "The external address was put into the internal one",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      owa:
                        internalUrl: https://mail.example.com/owa  # CAP-106
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Empty, http, an IP address, another server's name, a wrong path",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      owa:
                        internalUrl: null  # CAP-106
                      activeSync:
                        internalUrl: http://lee-cas1.example.com/Microsoft-Server-ActiveSync  # CAP-106
                      webServices:
                        internalUrl: https://192.0.2.10/EWS/Exchange.asmx  # CAP-106
                    LEE-CAS2:
                      owa:
                        internalUrl: https://lee-cas1.example.com/owa  # CAP-106
                      activeSync:
                        internalUrl: https://lee-cas2.example.com/ActiveSync  # CAP-106
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "An alias; with a service principal name it is still one",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      owa:
                        internalUrl: https://owa-leeds.example.com/owa  # CAP-106
                    LEE-CAS2:
                      servicePrincipalNames: [HTTP/lee.example.com]
                      owa: {internalUrl: https://lee.example.com/owa}
                      webServices:
                        internalUrl: https://lee-array.example.com/EWS/Exchange.asmx  # CAP-106
                        internalNlbBypassUrl: https://lee-cas2.example.com/ews/exchange.asmx
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .reads(
              INTERNAL_URL,
              EXTERNAL_URL,
              FQDN,
              INTERNAL_NLB_BYPASS_URL,
              SERVICE_PRINCIPAL_NAMES,
              ALLOW_PROXYING_WITHOUT_SSL,
              INTERNET_FACING,
              SITE_INTENT)
          .consequence(
              "Requests for mailboxes of this site that arrive elsewhere fail on the way to this server.")
          .verify(
              "In the IIS log of this server, requests arrive from the address of another Client Access server; the other server's Application log stays free of MSExchange OWA 41, 42 and 43.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.OWA, Protocol.ACTIVE_SYNC, Protocol.EWS);

  private static final Set<DirectoryKind> KINDS =
      Set.of(
          DirectoryKind.OWA,
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
    var withoutSsl = new ProxyingWithoutSsl(organization);
    return Each.directoryInDetail(GUIDELINE, organization, KINDS, at -> tell(withoutSsl, at));
  }

  private static List<Verdict> tell(ProxyingWithoutSsl withoutSsl, Directory at) {
    return switch (at.get(INTERNAL_URL)) {
      case Known.Unsaid<Url>(Path what) ->
          List.of(GUIDELINE.notChecked(at, "the internal URL of " + at + " is unsaid", what));
      case Known.Absent<Url>() -> List.of(empty(at));
      case Known.Value<Url>(Url url) -> {
        var stated = new Stated(withoutSsl, at, url);
        List<Verdict> faults = new ArrayList<>();
        for (Function<Stated, Optional<Verdict>> check : CHECKS) {
          check.apply(stated).ifPresent(faults::add);
        }
        yield faults.isEmpty() ? List.of(GUIDELINE.conforms(at)) : faults;
      }
    };
  }

  /// An internal URL with where it stands.
  private record Stated(ProxyingWithoutSsl withoutSsl, Directory at, Url url) {
    String host() {
      return url.host().orElse("");
    }

    boolean isHop() {
      return isProxied(at.kind());
    }

    Optional<Verdict> departs(
        String check, Severity severity, String message, Source.Text source, Certainty sure) {
      return Optional.of(
          violated(at, severity, message).check(check).source(source, sure).departs());
    }
  }

  private static final List<Function<Stated, Optional<Verdict>>> CHECKS =
      List.of(
          InternalUrlNamesItsOwnServer::scheme,
          InternalUrlNamesItsOwnServer::host,
          InternalUrlNamesItsOwnServer::path);

  private static Verdict empty(Directory at) {
    List<Directory> all = at.host().directories(at.kind()).toOptional().orElseThrow();
    if (all.stream().anyMatch(other -> !(other.get(INTERNAL_URL) instanceof Known.Absent<Url>))) {
      return GUIDELINE.notApplicable(
          at, () -> "another directory of the server has an internal URL");
    }
    boolean bypassed =
        at.kind() == DirectoryKind.WEB_SERVICES
            && at.get(INTERNAL_NLB_BYPASS_URL) instanceof Known.Value<Url>;
    return violated(at, bypassed ? WARNING : atProxyTarget(at), "has no internal URL")
        .check("empty")
        .departs();
  }

  private static Optional<Verdict> scheme(Stated it) {
    if (it.url().host().isEmpty()) {
      return it.departs(
          "scheme",
          atProxyTarget(it.at()),
          "has the internal URL " + it.url() + ", which is no absolute address",
          SA,
          FOUND);
    }
    if (it.url().isHttps() || it.at().kind() == DirectoryKind.OAB) {
      return Optional.empty();
    }
    return switch (it.withoutSsl().to(it.at())) {
      case YES -> Optional.empty();
      case NO ->
          it.departs(
              "scheme",
              atProxyTarget(it.at()),
              "has the internal URL " + it.url() + ", which is not https",
              EV42,
              FOUND);
      case UNSAID ->
          Optional.of(
              GUIDELINE.notChecked(
                  it.at(),
                  "the internal URL is "
                      + it.url()
                      + ", and it is unsaid whether the other servers proxy without SSL",
                  it.at().path().key(INTERNAL_URL.name())));
    };
  }

  private static Optional<Verdict> host(Stated it) {
    Server own = it.at().host();
    Holds named = own.isNamed(it.host());
    if (!it.isHop() || it.host().isEmpty() || named == Holds.YES) {
      return Optional.empty();
    }
    if (it.url().namesAnAddress()) {
      return it.departs(
          "address",
          atProxyTarget(it.at()),
          "has an IP address in the internal URL " + it.url(),
          EV71,
          FOUND);
    }
    Optional<Server> other =
        own.organization().serversAtHost(it.host()).stream()
            .filter(server -> server != own)
            .findFirst();
    if (other.isPresent()) {
      return it.departs(
          "other-server",
          atProxyTarget(it.at()),
          "has the internal URL " + it.url() + ", which names the server " + other.get(),
          SA,
          INFERRED);
    }
    if (named == Holds.UNSAID) {
      return Optional.of(
          GUIDELINE.notChecked(
              it.at(),
              "the full name of " + own + " is unsaid, so that " + it.host() + " may be its own",
              own.path().key(FQDN.name())));
    }
    return it.at().kind() == DirectoryKind.WEB_SERVICES ? array(it) : alias(it);
  }

  /// Outlook Web Access and ActiveSync go by Kerberos to the host in the URL.
  private static Optional<Verdict> alias(Stated it) {
    boolean registered =
        it.at().host().get(SERVICE_PRINCIPAL_NAMES).toOptional().stream()
            .flatMap(names -> names.stream())
            .anyMatch(
                name ->
                    name.equalsIgnoreCase("HTTP/" + it.host())
                        || name.equalsIgnoreCase("HOST/" + it.host()));
    if (it.at().host().organization().externalHosts().contains(it.host())) {
      return it.departs(
          "external",
          registered ? WARNING : atProxyTarget(it.at()),
          "has the internal URL "
              + it.url()
              + ", whose host is an external name of the organization",
          SA,
          FOUND);
    }
    return registered
        ? Optional.empty()
        : it.departs(
            "alias",
            WARNING,
            "has the internal URL "
                + it.url()
                + ", which is neither the server's own name nor one of its declared service principal names",
            EV71,
            INFERRED);
  }

  /// Web Services may name an array, where the bypass URL names the server.
  private static Optional<Verdict> array(Stated it) {
    Holds bypass =
        Holds.of(
            it.at().get(INTERNAL_NLB_BYPASS_URL),
            url ->
                url.host().filter(name -> it.at().host().isNamed(name) == Holds.YES).isPresent());
    return it.departs(
        "alias",
        bypass == Holds.YES ? INFO : WARNING,
        "has the internal URL "
            + it.url()
            + ", which is not the server's own name"
            + (bypass == Holds.YES ? "; its bypass URL is" : ""),
        T763,
        ASSUMED);
  }

  private static Optional<Verdict> path(Stated it) {
    String right = it.at().kind().urlPath();
    return it.host().isEmpty() || it.url().path().equalsIgnoreCase(right)
        ? Optional.empty()
        : it.departs(
            "path",
            it.isHop() ? atProxyTarget(it.at()) : WARNING,
            "has the internal URL " + it.url() + ", whose path is not " + right,
            SA,
            INFERRED);
  }

  private static boolean isProxied(DirectoryKind kind) {
    return switch (kind) {
      case OWA, ACTIVE_SYNC, WEB_SERVICES -> true;
      case AUTODISCOVER, OAB, UNIFIED_MESSAGING -> false;
    };
  }

  /// An error where requests for the site's mailboxes are proxied to the directory.
  private static Severity atProxyTarget(Directory at) {
    boolean target =
        isProxied(at.kind())
            && at.site()
                .filter(site -> site.isReachedByProxying(at.kind().protocol()) == Holds.YES)
                .isPresent();
    return target ? ERROR : WARNING;
  }

  /// Why it is an error, where nobody stated that requests are proxied there.
  private static String target(Directory at) {
    return at.site()
        .map(
            site -> {
              String how = ProxiedSite.how(site, at.kind().protocol());
              return how.isEmpty() ? "" : ", and " + site + " is reached by proxying" + how;
            })
        .orElse("");
  }

  private static Violation violated(Directory at, Severity severity, String message) {
    Violation found =
        GUIDELINE.violated(
            at.host().organization(),
            at,
            at.path().key(INTERNAL_URL.name()),
            severity,
            message + (severity == ERROR ? target(at) : ""),
            at.kind().protocol());
    String scheme = at.kind() == DirectoryKind.OAB ? "http" : "https";
    return switch (at.host().fqdn()) {
      case Known.Value<String>(String fqdn) ->
          found.remedy(
              Edit.set(at, INTERNAL_URL, new Url(scheme + "://" + fqdn + at.kind().urlPath())));
      case Known.Absent<String> _, Known.Unsaid<String> _ ->
          found.step(
              "Set the internal URL of "
                  + at
                  + " to "
                  + scheme
                  + "://<full name of the server>"
                  + at.kind().urlPath()
                  + ".");
    };
  }
}
