package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.BB885049;
import static io.casguard.guidelines.Source.Text.SA;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.topology.Protocol.OWA;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.SITE_INTENT;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Intended;
import io.casguard.topology.Organization;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A checker that finds external OWA addresses in sites that are meant to be reached by proxying.
final class ProxiedSitePublishesNoOwaUrl implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-104")
          .says(
              "A site that is meant to be reached by proxying has no external URL for Outlook Web Access.")
          .because(
              """
              A Client Access server that is asked for a mailbox of another site looks for an external URL there.
              Where one server of that site has one, the user is shown a page with a link to it instead of being proxied.
              If that address cannot be reached from outside, the user is sent where he cannot go.
              """)
          .source(SA, "ExternalURL in the child sites must be empty")
          .source(
              SA,
              "If you enableExternalURL in child CAS Servers, then you will have Redirection feature not Proxy.")
          .source(
              SB,
              "In order to have CAS Proxying working, ExternalURL properties must not be configured (default) on intranet-only CAS.")
          .source(
              BB885049,
              "with RedirectToOptimalOWAServer false the request is proxied to the external URL, and answered 404 where that is not reachable")
          .example(
              "Leeds is reached through Seattle",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Leeds is meant to be redirected: its address is right",
              """
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
              "Both sites are on the Internet",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Leeds invites people it cannot receive",
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
                      owa:
                        windowsAuthentication: true
                        formsAuthentication: false
                        externalUrl: https://leeds.example.com/owa  # CAP-104
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "The one address of the organization was put everywhere",
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
                      owa:
                        windowsAuthentication: true
                        formsAuthentication: false
                        externalUrl: https://MAIL.example.com/owa/  # CAP-104
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .reads(EXTERNAL_URL, INTERNET_FACING, SITE_INTENT)
          .consequence(
              "People of this site who enter elsewhere are shown a link to this address instead of being proxied; where the first server does not redirect, they get HTTP 404.")
          .verify(
              "After Active Directory has replicated, open Outlook Web Access at an Internet-facing server with a mailbox of this site: the address bar keeps the name that was typed, and no page with a link appears.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, OWA);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    Map<String, List<Site>> hosts = ExternalNames.owaHostsOfInternetSites(organization);
    return Each.directoryInSite(
        GUIDELINE, organization, DirectoryKind.OWA, (site, owa) -> tell(site, owa, hosts));
  }

  private static Verdict tell(Site site, Directory owa, Map<String, List<Site>> hosts) {
    return ProxiedSite.publishesNothing(
        GUIDELINE, site, owa, (url, intended) -> departs(site, owa, url, intended, hosts));
  }

  private static Violation departs(
      Site site, Directory owa, Url url, Intended intended, Map<String, List<Site>> hosts) {
    Optional<Site> twin =
        url.host().stream()
            .flatMap(host -> hosts.getOrDefault(host, List.of()).stream())
            .filter(other -> other != site)
            .findFirst();
    boolean asks =
        intended instanceof Intended.ImpliedProxy
            && twin.isEmpty()
            && url.hasPublicName()
            && site.publishesOnlyOwa() == Holds.YES;
    Violation found =
        GUIDELINE
            .violated(
                site.organization(),
                owa,
                owa.path().key(EXTERNAL_URL.name()),
                asks ? WARNING : ERROR,
                "publishes "
                    + url
                    + " although "
                    + site
                    + " is meant to be reached by proxying"
                    + ProxiedSite.how(site, OWA)
                    + (asks ? "; is OWA redirected on purpose, or was this URL forgotten?" : ""))
            .remedy(Edit.clear(owa, EXTERNAL_URL));
    Violation told =
        twin.map(
                other ->
                    found.because(
                        "The address is also that of "
                            + other
                            + ": the link leads people back to the page they came from."))
            .or(
                () ->
                    url.hasPublicName()
                        ? Optional.empty()
                        : Optional.of(
                            found.because(
                                "The link that people are shown names a host that does not exist on the Internet.")))
            .orElse(found);
    return asks ? told.asking() : told;
  }
}
