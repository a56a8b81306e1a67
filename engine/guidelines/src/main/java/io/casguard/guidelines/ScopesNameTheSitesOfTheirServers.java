package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.INFO;
import static io.casguard.guidelines.Source.Text.AA997633;
import static io.casguard.guidelines.Source.Text.EWSPROXY;
import static io.casguard.topology.Certainty.INFERRED;
import static io.casguard.topology.Vocabulary.SITE_SCOPE;

import io.casguard.topology.Directory;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.ServiceConnectionPoint;
import io.casguard.topology.Site;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A checker that finds people inside who are sent past the server of their own site.
final class ScopesNameTheSitesOfTheirServers implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-330")
          .says(
              "A site that has Client Access servers is in the AutoDiscoverSiteScope of its own, and of no other's.")
          .because(
              """
              Outlook inside asks a server whose scope names its site. Where that is a server of another site, the question crosses the wide area network, and what is asked there for mailboxes at home is proxied back.
              """)
          .source(
              EWSPROXY,
              "a request that arrives at a server of another site than the mailbox's is proxied to one there",
              INFERRED)
          .source(
              AA997633, "service connection points whose scope names the client's site come first")
          .example(
              "Each as Setup left it, and a branch without a server",
              """
              sites:
                seattle: {servers: {SEA-CAS1: {autodiscover: {siteScope: [seattle, tacoma]}}}}
                leeds: {servers: {LEE-CAS1: {roles: [ClientAccess]}}}
                tacoma: {servers: {}}
              """)
          .example(
              "One of two servers of the site is enough",
              """
              sites:
                seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}}}
                leeds:
                  servers:
                    LEE-CAS1: {roles: [ClientAccess]}
                    LEE-CAS2: {autodiscover: {siteScope: [harrogate]}}
                harrogate: {servers: {}}
              """)
          .example(
              "One site",
              """
              sites:
                leeds: {servers: {LEE-CAS1: {autodiscover: {siteScope: null}}}}
              """)
          .example(
              "Seattle takes the people of Leeds as well",
              """
              sites:
                seattle:
                  servers:
                    SEA-CAS1:
                      autodiscover:
                        siteScope: [seattle, leeds]  # CAP-330
                leeds: {servers: {LEE-CAS1: {roles: [ClientAccess]}}}
              """)
          .example(
              "Leeds is not in the scope of its own server",
              """
              sites:
                seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}}}
                leeds:
                  servers:
                    LEE-CAS1:
                      autodiscover:
                        siteScope: null  # CAP-330
              """)
          .reads(SITE_SCOPE, Vocabulary.ROLES)
          .consequence(
              "Outlook inside asks a server of another site, over the wide area network, and is proxied back.")
          .verify(
              "Outlook's Test E-mail AutoConfiguration shows under Log the address of a server of the own site.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.AUTODISCOVER, Protocol.EWS);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    Set<Site> atHome = new HashSet<>();
    ServiceConnectionPoints.known(organization, SITE_SCOPE)
        .forEach(
            point ->
                point
                    .site()
                    .filter(
                        site ->
                            point.get(SITE_SCOPE).toOptional().stream()
                                .anyMatch(scope -> ServiceConnectionPoint.names(scope, site)))
                    .ifPresent(atHome::add));
    return ServiceConnectionPoints.each(
        GUIDELINE, organization, SITE_SCOPE, point -> tell(organization, point, atHome));
  }

  private static Verdict tell(Organization organization, Directory point, Set<Site> atHome) {
    if (point.site().isEmpty()) {
      return GUIDELINE.notChecked(
          point, "the site of " + point.host() + " is unsaid", point.host().path());
    }
    if (organization.sites().size() < 2) {
      return GUIDELINE.notApplicable(point, () -> point.site().get() + " is the only site");
    }
    return switch (point.get(SITE_SCOPE)) {
      case Known.Unsaid<SortedSet<String>>(Path what) ->
          GUIDELINE.notChecked(point, "the scope of " + point.host() + " is unsaid", what);
      case Known.Absent<SortedSet<String>>() -> told(organization, point, new TreeSet<>(), atHome);
      case Known.Value<SortedSet<String>>(SortedSet<String> scope) ->
          told(organization, point, scope, atHome);
    };
  }

  private static Verdict told(
      Organization organization, Directory point, SortedSet<String> scope, Set<Site> atHome) {
    Site own = point.site().orElseThrow();
    SortedSet<String> foreign = new TreeSet<>();
    List<Path> open = new ArrayList<>();
    for (String name : scope) {
      organization
          .siteNamed(name)
          .filter(site -> site != own)
          .ifPresent(
              site -> {
                switch (isServed(site)) {
                  case YES -> foreign.add(name);
                  case UNSAID -> open.add(site.path());
                  case NO -> {}
                }
              });
    }
    if (!foreign.isEmpty()) {
      return violated(
              organization,
              point,
              "has "
                  + foreign.stream().collect(Collectors.joining(", "))
                  + " in its scope, which has Client Access servers of its own")
          .check("foreign")
          .remedy(ServiceConnectionPoints.narrowed(point, foreign))
          .departs();
    }
    if (!atHome.contains(own)) {
      return violated(
              organization, point, "is in a site that is in the scope of none of its servers")
          .check("own")
          .remedy(ServiceConnectionPoints.widened(point, List.of(own)))
          .departs();
    }
    return open.isEmpty()
        ? GUIDELINE.conforms(point)
        : GUIDELINE.notChecked(
            point, "it is unsaid whether the sites of the scope have servers of their own", open);
  }

  private static Holds isServed(Site site) {
    return site.servers().stream()
        .map(server -> server.is(Role.CLIENT_ACCESS))
        .reduce(Holds.NO, Holds::or);
  }

  private static Violation violated(Organization organization, Directory point, String message) {
    return GUIDELINE.violated(
        organization, point, point.path().key(SITE_SCOPE.name()), INFO, message);
  }
}
