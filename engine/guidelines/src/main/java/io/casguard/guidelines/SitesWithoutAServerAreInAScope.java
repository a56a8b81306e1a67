package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.AA997633;
import static io.casguard.guidelines.Source.Text.P365AFF;
import static io.casguard.topology.Vocabulary.POPULATION_FROM;
import static io.casguard.topology.Vocabulary.SITE_SCOPE;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/// A checker that finds branches whose people ask any Autodiscover.
final class SitesWithoutAServerAreInAScope implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-313")
          .says(
              "A site that has people and no Client Access server is in the AutoDiscoverSiteScope of a server.")
          .because(
              """
              Outlook prefers the service connection points whose scope names the site of its computer. Setup puts a server's own site there, so a branch without a server is in no scope until somebody names it, and its people ask any server, however far.
              """)
          .source(
              AA997633,
              "site affinity: the scope says which sites a service connection point is preferred for")
          .source(P365AFF, "sites without a Client Access server have to be added to a scope")
          .example(
              "The branch is named",
              """
              sites:
                seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}}}
                leeds: {servers: {LEE-CAS1: {autodiscover: {siteScope: [Leeds, Harrogate]}}}}
                harrogate: {servers: {}}
              """)
          .example(
              "Nobody is said to be there",
              """
              sites:
                seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}}}
                leeds: {servers: {LEE-CAS1: {roles: [ClientAccess]}}}
                harrogate: {servers: {HAR-HUB1: {roles: [HubTransport]}}}
              """)
          .example(
              "One site",
              """
              sites:
                seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}}}
              """)
          .example(
              "A branch with people and no server",
              """
              sites:
                seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}}}
                leeds: {servers: {LEE-CAS1: {roles: [ClientAccess]}, LEE-MBX1: {roles: [Mailbox]}}}
                harrogate: {servers: {}}  # CAP-313
                ripon:  # CAP-313
                  servers: {RIP-HUB1: {roles: [HubTransport]}}
              siteLinks:
                - {sites: [seattle, leeds, harrogate], cost: 100}
                - {sites: [leeds, harrogate, ripon], cost: 10}
              users:
                - {name: ripon-office, mailboxServer: LEE-MBX1, count: 30, from: [ripon]}
              """)
          .example(
              "No link says who is near",
              """
              sites:
                seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}}}
                leeds: {servers: {LEE-CAS1: {roles: [ClientAccess]}}}
                harrogate: {servers: {}}  # CAP-313
              """)
          .reads(SITE_SCOPE, POPULATION_FROM)
          .consequence("Outlook in this site asks any Client Access server, however far.")
          .verify(
              "Get-ClientAccessServer | fl Name,AutoDiscoverSiteScope names the site; Outlook there finds its server by SCP.")
          .hits(Hits.CLIENTS_IN_THE_SITE, Protocol.AUTODISCOVER);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    if (organization.sites().size() < 2) {
      return organization.sites().stream()
          .map(site -> GUIDELINE.notApplicable(site, () -> site + " is the only site"));
    }
    Set<String> scoped = new HashSet<>();
    List<Path> open = new ArrayList<>(unsaidServers(organization));
    ServiceConnectionPoints.known(organization, SITE_SCOPE)
        .forEach(
            point -> {
              switch (point.get(SITE_SCOPE)) {
                case Known.Value<SortedSet<String>>(SortedSet<String> scope) ->
                    scope.forEach(
                        name ->
                            organization.siteNamed(name).map(Site::name).ifPresent(scoped::add));
                case Known.Unsaid<SortedSet<String>>(Path what) -> open.add(what);
                case Known.Absent<SortedSet<String>>() -> {}
              }
            });
    List<Path> unsaid = Each.few(open.stream());
    Set<Site> peopled = new HashSet<>();
    organization.populations().forEach(people -> peopled.addAll(people.clientSites()));
    List<Site> gaps = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (Site site : organization.sites()) {
      Optional<Verdict> settled = settled(site, scoped, peopled, unsaid);
      settled.ifPresentOrElse(verdicts::add, () -> gaps.add(site));
    }
    if (gaps.isEmpty()) {
      return verdicts.stream();
    }
    Map<Site, Directory> near = nearest(organization, Set.copyOf(gaps));
    Map<Directory, List<Site>> wanted = new HashMap<>();
    for (Site gap : gaps) {
      Optional.ofNullable(near.get(gap))
          .ifPresent(point -> wanted.computeIfAbsent(point, _ -> new ArrayList<>()).add(gap));
    }
    gaps.forEach(
        gap -> verdicts.add(departs(gap, Optional.ofNullable(near.get(gap)), wanted).departs()));
    return verdicts.stream();
  }

  /// The verdict on a site that is no gap.
  private static Optional<Verdict> settled(
      Site site, Set<String> scoped, Set<Site> peopled, List<Path> open) {
    Holds served =
        site.servers().stream()
            .map(server -> server.is(Role.CLIENT_ACCESS))
            .reduce(Holds.NO, Holds::or);
    if (served == Holds.YES) {
      return Optional.of(
          GUIDELINE.notApplicable(site, () -> site + " has a Client Access server of its own"));
    }
    if (!site.servers().isEmpty() && !peopled.contains(site)) {
      return Optional.of(GUIDELINE.notApplicable(site, () -> "nobody is said to be in " + site));
    }
    if (scoped.contains(site.name())) {
      return Optional.of(GUIDELINE.conforms(site));
    }
    return served == Holds.UNSAID || !open.isEmpty()
        ? Optional.of(
            GUIDELINE.notChecked(
                site,
                "it is unsaid which servers there are, or which sites their scopes name",
                open))
        : Optional.empty();
  }

  /// Servers that may have a service connection point of which nothing is said.
  private static List<Path> unsaidServers(Organization organization) {
    return organization.servers().stream()
        .filter(server -> server.is(Role.CLIENT_ACCESS) != Holds.NO)
        .flatMap(
            server ->
                server.directories(DirectoryKind.AUTODISCOVER)
                        instanceof Known.Unsaid<List<Directory>>(Path what)
                    ? Stream.of(what)
                    : Stream.of())
        .toList();
  }

  /// The service connection point that is nearest to each site, over the cheapest link that joins
  /// the site and one with a server.
  private static Map<Site, Directory> nearest(Organization organization, Set<Site> gaps) {
    Map<Site, Directory> near = new HashMap<>();
    Map<Site, Integer> costs = new HashMap<>();
    for (SiteLink link : organization.siteLinks()) {
      int cost = link.get(Vocabulary.COST).toOptional().orElse(Integer.MAX_VALUE);
      List<Site> joined = link.sites();
      joined.stream()
          .flatMap(site -> site.clientAccessServers().stream())
          .flatMap((Server server) -> ServiceConnectionPoints.of(server, SITE_SCOPE))
          .findFirst()
          .ifPresent(
              point ->
                  joined.stream()
                      .filter(gaps::contains)
                      .filter(
                          site -> !costs.containsKey(site) || cost < costs.getOrDefault(site, 0))
                      .forEach(
                          site -> {
                            costs.put(site, cost);
                            near.put(site, point);
                          }));
    }
    return near;
  }

  /// Every gap near one server is closed by the same statement, so that the remedies agree.
  private static Violation departs(
      Site site, Optional<Directory> near, Map<Directory, List<Site>> wanted) {
    Violation found =
        GUIDELINE.violated(
            site.organization(),
            site,
            site.path(),
            WARNING,
            "has people, no Client Access server, and is in no AutoDiscoverSiteScope");
    return near.map(
            point ->
                found.remedy(
                    ServiceConnectionPoints.widened(point, wanted.getOrDefault(point, List.of()))))
        .orElseGet(
            () ->
                found.step(
                    "Add the site to the scope of the server that is nearest: Set-ClientAccessServer '<server>' -AutoDiscoverSiteScope <its sites>,'"
                        + site.name()
                        + "'"));
  }
}
