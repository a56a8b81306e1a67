package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.BB885049;
import static io.casguard.guidelines.Source.Text.SA;
import static io.casguard.guidelines.Source.Text.SETOWA;
import static io.casguard.topology.Protocol.OWA;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.FORMS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds servers that never offer people the external URL of their own site.
final class RedirectionStaysOn implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-107")
          .says(
              "A Client Access server redirects people to the optimal OWA server: RedirectToOptimalOWAServer is true.")
          .because(
              """
              Where it is false, the server never shows the link to another site's external URL. It tries to proxy to that external URL instead, and ignores the internal one.
              The external name often leads nowhere from inside; people then get HTTP 404.
              The switch that counts is that of the first server, where people arrive.
              """)
          .source(SA, "make sure that RedirectToOptimalOWAServer is set to $True")
          .source(
              BB885049,
              "with RedirectToOptimalOWAServer false the request is proxied to the external URL, and answered 404 where that is not reachable")
          .source(SETOWA, "the default is true")
          .example(
              "Setup leaves it true",
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
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Proxying to the external name of Leeds on purpose: it is reachable from inside and accepts Integrated",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa, redirectToOptimalOwaServer: false}}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa, windowsAuthentication: true, formsAuthentication: false}}
                    LEE-MBX1: {roles: [Mailbox]}
              publishing:
                leeds.example.com: {from: [internet, intranet], servers: [LEE-CAS1]}
              """)
          .example(
              "People of Leeds get 404 in Seattle",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa:
                        externalUrl: https://mail.example.com/owa
                        redirectToOptimalOwaServer: false  # CAP-107
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Without effect today: no other site has an external URL",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa:
                        externalUrl: https://mail.example.com/owa
                        redirectToOptimalOwaServer: false  # CAP-107
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .reads(
              REDIRECT_TO_OPTIMAL_OWA_SERVER,
              EXTERNAL_URL,
              WINDOWS_AUTHENTICATION,
              FORMS_AUTHENTICATION,
              PUBLISHED_FROM)
          .consequence(
              "People of a site with an external URL who enter here are proxied to that URL, its internal one ignored, and get HTTP 404 where it cannot be reached from inside.")
          .verify(
              "With a mailbox of a site that has an external URL, open Outlook Web Access at this server: a page with a link to that URL appears.")
          .hits(Hits.MAILBOXES_OF_OTHER_SITES, OWA);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    List<Site> published =
        organization.sites().stream()
            .filter(site -> site.has2007(Role.MAILBOX) == Holds.YES)
            .filter(site -> site.publishes(DirectoryKind.OWA) == Holds.YES)
            .toList();
    List<Site> refusing = published.stream().filter(site -> !isProxyTargetByItsUrl(site)).toList();
    return Each.directory(
        GUIDELINE, organization, Set.of(DirectoryKind.OWA), owa -> tell(owa, published, refusing));
  }

  private static Verdict tell(Directory owa, List<Site> published, List<Site> refusing) {
    return switch (owa.get(REDIRECT_TO_OPTIMAL_OWA_SERVER)) {
      case Known.Unsaid<Boolean>(Path what) ->
          GUIDELINE.notChecked(
              owa,
              "RedirectToOptimalOWAServer of " + owa + " is unsaid; Setup leaves it true",
              what);
      case Known.Absent<Boolean>() ->
          GUIDELINE.notApplicable(
              owa, () -> "a directory without the property is one for 2003 mailboxes");
      case Known.Value<Boolean>(Boolean on) ->
          on ? GUIDELINE.conforms(owa) : off(owa, published, refusing);
    };
  }

  /// @param published the sites with mailboxes and an external URL
  /// @param refusing those of them that cannot be proxied to by that URL
  private static Verdict off(Directory owa, List<Site> published, List<Site> refusing) {
    Optional<Site> other = besides(owa, published.stream());
    if (other.isPresent() && besides(owa, refusing.stream()).isEmpty()) {
      return GUIDELINE.notApplicable(
          owa,
          () ->
              "the external URLs of the other sites can be reached from inside and accept Integrated");
    }
    String where = other.map(site -> " while " + site + " has an external URL").orElse("");
    return GUIDELINE
        .violated(
            owa.host().organization(),
            owa,
            owa.path().key(REDIRECT_TO_OPTIMAL_OWA_SERVER.name()),
            other.isEmpty() ? WARNING : ERROR,
            "does not redirect people to the optimal OWA server" + where)
        .because(
            other.isEmpty()
                ? "Nothing today, where no other site has an external URL; from the day one has, its people get HTTP 404 here."
                : GUIDELINE.consequence())
        .remedy(Edit.set(owa, REDIRECT_TO_OPTIMAL_OWA_SERVER, true))
        .departs();
  }

  private static Optional<Site> besides(Directory owa, Stream<Site> sites) {
    return sites.filter(site -> owa.site().filter(own -> own == site).isEmpty()).findFirst();
  }

  /// Every external OWA URL of the site can be reached from inside, and its directory takes a
  /// proxied request.
  private static boolean isProxyTargetByItsUrl(Site site) {
    return site.clientAccessServers().stream()
        .map(
            (Server server) -> server.directories(DirectoryKind.OWA).toOptional().orElse(List.of()))
        .flatMap(List::stream)
        .filter(owa -> owa.get(EXTERNAL_URL) instanceof Known.Value<Url>)
        .allMatch(
            owa ->
                owa.acceptsIntegrated().and(owa.showsForm().not()) == Holds.YES
                    && owa.get(EXTERNAL_URL)
                        .toOptional()
                        .flatMap(Url::host)
                        .flatMap(site.organization()::publishedNameOf)
                        .filter(name -> name.isOpenTo(Network.INTRANET) == Holds.YES)
                        .isPresent());
  }
}
