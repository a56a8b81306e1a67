package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.MS_OWA;
import static io.casguard.guidelines.Source.Text.SA;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.guidelines.Source.Text.SETOWA;
import static io.casguard.topology.Protocol.OWA;
import static io.casguard.topology.Vocabulary.FORMS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.INTERNAL_AUTHENTICATION_METHODS;
import static io.casguard.topology.Vocabulary.INTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Role;
import io.casguard.topology.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A checker that finds Client Access servers that cannot take a proxied OWA request.
final class ProxyTargetAcceptsIntegrated implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-103")
          .says(
              "A Client Access server of a site that is reached by proxying accepts Integrated Windows authentication for Outlook Web Access, and shows no logon form.")
          .because(
              """
              The first Client Access server logs on to the second with its machine account, by Kerberos; the user's password does not travel.
              A directory with forms accepts no Integrated authentication, so it cannot be a proxy target. Basic may stay on beside Integrated.
              One fit virtual directory of a server is enough: people inside may keep a form on another web site.
              """)
          .source(
              SA,
              "All other “child” CAS servers must be set up with Integrated Authentication insted of forms authentication")
          .source(
              SB,
              "In order for Proxying to work, Integrated Windows Authentication must be used on the necessary directories in IIS on the intranet-facing CAS.")
          .source(MS_OWA, "the second Client Access server needs Integrated Windows authentication")
          .source(SETOWA, "forms authentication switches Integrated off on the same directory")
          .example(
              "Leeds takes proxied requests",
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
                    LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false, basicAuthentication: true}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "A form for people inside, a second web site for proxying",
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
                        - {name: owa (Default Web Site)}
                        - {name: owa (Proxied), internalUrl: https://lee-cas1.example.com/owa, windowsAuthentication: true, formsAuthentication: false}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "A site that people are redirected to keeps its form",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                leeds:
                  intent: {owa: redirect}
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "The shell printed the methods and not the switches",
              """
              defaults: none
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {version: 2007 SP3, roles: [ClientAccess], owa: {internalAuthenticationMethods: [Basic, Fba]}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      version: 2007 SP3
                      roles: [ClientAccess]
                      owa:
                        internalUrl: https://lee-cas1.example.com/owa
                        internalAuthenticationMethods: [Ntlm, WindowsIntegrated]
                    LEE-MBX1: {version: 2007 SP3, roles: [Mailbox]}
              """)
          .example(
              "Leeds was left as Setup made it: forms",
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
                    LEE-CAS1: {roles: [ClientAccess]}  # CAP-103
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "One of two servers of Leeds is fit",
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
                    LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}
                    LEE-CAS2:
                      owa:
                        windowsAuthentication: false  # CAP-103
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Methods that are forms",
              """
              defaults: none
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {version: 2007 SP3, roles: [ClientAccess], owa: {internalAuthenticationMethods: [Basic, Fba]}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      version: 2007 SP3
                      roles: [ClientAccess]
                      owa:  # CAP-103
                        internalUrl: https://lee-cas1.example.com/owa
                        internalAuthenticationMethods: [Basic, Fba]
                    LEE-MBX1: {version: 2007 SP3, roles: [Mailbox]}
              """)
          .reads(
              WINDOWS_AUTHENTICATION,
              FORMS_AUTHENTICATION,
              INTERNAL_AUTHENTICATION_METHODS,
              INTERNAL_URL,
              INTERNET_FACING,
              SITE_INTENT)
          .consequence(
              "People of this site who enter elsewhere are refused where no server of the site is fit: Outlook Web Access says that no Client Access server with the necessary configuration was found (MSExchange OWA 41).")
          .verify(
              "In the IIS log of this server, POST /owa/proxyLogon.owa from another Client Access server ends with 241 after its 401s. In a session of a user of this site that was opened elsewhere, Options > About names this server as the Client Access server.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, OWA);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Each.directoriesTogetherInSite(
        GUIDELINE, organization, DirectoryKind.OWA, ProxyTargetAcceptsIntegrated::tell);
  }

  private static Verdict tell(Site site, List<Directory> all) {
    Directory first = firstWithUrl(all).orElse(all.getFirst());
    return switch (site.isReachedByProxying(OWA)) {
      case NO -> GUIDELINE.notApplicable(first, () -> site + " is not reached by proxying");
      case UNSAID ->
          GUIDELINE.notChecked(
              first,
              "it is unsaid whether " + site + " is reached by proxying",
              site.path().key(INTERNET_FACING.name()));
      case YES ->
          switch (fit(all)) {
            case YES -> GUIDELINE.conforms(first);
            case UNSAID ->
                GUIDELINE.notChecked(
                    first,
                    "it is unsaid whether "
                        + first.host()
                        + " accepts Integrated Windows authentication for OWA",
                    all.stream().flatMap(ProxyTargetAcceptsIntegrated::unsaid).toList());
            case NO -> departs(site, first).departs();
          };
    };
  }

  private static Violation departs(Site site, Directory owa) {
    Holds others =
        site.clientAccessServers().stream()
            .filter(server -> server != owa.host())
            .map(
                server -> fit(server.directories(DirectoryKind.OWA).toOptional().orElse(List.of())))
            .reduce(Holds.NO, Holds::or);
    boolean empty = site.has2007(Role.MAILBOX) == Holds.NO;
    List<Edit> edits = new ArrayList<>();
    if (owa.showsForm() != Holds.NO) {
      edits.add(Edit.set(owa, FORMS_AUTHENTICATION, false));
    }
    edits.add(Edit.set(owa, WINDOWS_AUTHENTICATION, true));
    return GUIDELINE
        .violated(
            site.organization(),
            owa,
            owa.path().key(WINDOWS_AUTHENTICATION.name()),
            others != Holds.NO || empty ? WARNING : ERROR,
            (owa.showsForm() == Holds.YES
                    ? "shows a logon form"
                    : "does not accept Integrated Windows authentication")
                + " although "
                + site
                + " is reached by proxying"
                + ProxiedSite.how(site, OWA)
                + switch (others) {
                  case YES -> "; another server of the site is fit and is used instead";
                  case UNSAID -> "; whether another server of the site is fit is unsaid";
                  case NO -> empty ? "; no mailbox of Exchange 2007 is there today" : "";
                })
        .remedy(edits)
        .step("iisreset /noforce on " + owa.host() + ".")
        .step("People inside lose the form; where they want it, give them a second web site.");
  }

  /// At least one directory accepts Integrated, shows no form, and has an internal URL; where none
  /// has one, that is another guideline's business.
  private static Holds fit(List<Directory> all) {
    Holds noneHasUrl = Holds.of(firstWithUrl(all).isEmpty());
    Holds fit = Holds.NO;
    for (Directory owa : all) {
      fit =
          fit.or(
              noneHasUrl
                  .or(Holds.of(owa.get(INTERNAL_URL), _ -> true))
                  .and(owa.acceptsIntegrated())
                  .and(owa.showsForm().not()));
    }
    return fit;
  }

  private static Optional<Directory> firstWithUrl(List<Directory> all) {
    for (Directory owa : all) {
      if (mayHaveUrl(owa)) {
        return Optional.of(owa);
      }
    }
    return Optional.empty();
  }

  private static boolean mayHaveUrl(Directory owa) {
    return !(owa.get(INTERNAL_URL) instanceof Known.Absent<?>);
  }

  private static Stream<Path> unsaid(Directory owa) {
    Stream<Path> url =
        owa.get(INTERNAL_URL) instanceof Known.Unsaid<?>(Path what) ? Stream.of(what) : Stream.of();
    Stream<Path> integrated =
        owa.acceptsIntegrated() == Holds.UNSAID
            ? Stream.of(owa.path().key(WINDOWS_AUTHENTICATION.name()))
            : Stream.of();
    Stream<Path> form =
        owa.showsForm() == Holds.UNSAID
            ? Stream.of(owa.path().key(FORMS_AUTHENTICATION.name()))
            : Stream.of();
    return Stream.of(integrated, form, url).flatMap(paths -> paths);
  }
}
