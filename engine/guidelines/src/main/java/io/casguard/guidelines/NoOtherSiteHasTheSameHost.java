package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Source.Text.BB885049;
import static io.casguard.guidelines.Source.Text.RCA451;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.topology.Certainty.INFERRED;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.ROLES;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.VERSION;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A checker that finds one external host at two sites with mailboxes.
final class NoOtherSiteHasTheSameHost implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-301")
          .says(
              "No two sites with mailboxes have the same host in their external URLs of OWA, or of ActiveSync.")
          .because(
              """
              A server that people reach sends those of another site to that site's external URL. Where the host is its own, the link leads back to the page they came from; a device is answered 451 with the address that it has just used.
              One global name in every site is a common mistake. With one name for all, the other sites have no external URL and are proxied to.
              """)
          .source(BB885049, "people are redirected to the external URL of their own site", INFERRED)
          .source(RCA451, "the 451 answer names the external URL of a better server", INFERRED)
          .source(SB, "each Internet-facing site needs an external URL of its own")
          .example(
              "A name for each site",
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
              "Two servers of one site share its name, written with another case and a slash",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-CAS2: {owa: {externalUrl: https://Mail.Example.com/owa/}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "A site without mailboxes lends its door to another; Web Services are always proxied",
              """
              sites:
                perimeter:
                  internetFacing: true
                  servers:
                    PER-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, webServices: {externalUrl: https://ews.example.com/EWS/Exchange.asmx}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}, webServices: {externalUrl: https://ews.example.com/EWS/Exchange.asmx}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "One name in two sites: whose servers stand behind it keeps it",
              """
              sites:
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1:
                      owa:
                        externalUrl: https://mail.example.com/owa  # CAP-301
                    LEE-MBX1: {roles: [Mailbox]}
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-MBX1: {roles: [Mailbox]}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1]}
                leeds.example.com: {from: [internet], servers: [LEE-CAS1]}
              """)
          .example(
              "A child has the name of the site that it is reached through",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      activeSync:
                        externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync  # CAP-301
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .reads(
              EXTERNAL_URL,
              INTERNET_FACING,
              SITE_INTENT,
              PUBLISHED_SERVERS,
              PUBLISHED_FROM,
              PUBLISHED_PROTOCOLS,
              WINDOWS_AUTHENTICATION,
              ROLES,
              VERSION)
          .consequence(
              "The link that people of this site are shown elsewhere leads back to the page they came from; their devices are answered 451 with the address they have just used.")
          .verify(
              "With a mailbox of this site, log on at the other site's address: the inbox opens, or the link shows another name.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.OWA, Protocol.ACTIVE_SYNC);

  /// The external hosts of a kind of directory, each with its sites.
  ///
  /// @param sites those with mailboxes, the one that keeps the host first
  /// @param open by site, external URLs that are unsaid and may be any
  private record Hosts(Map<String, List<Site>> sites, Map<Site, Path> open) {}

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    Map<DirectoryKind, Hosts> hosts =
        Map.of(
            DirectoryKind.OWA, hosts(organization, DirectoryKind.OWA),
            DirectoryKind.ACTIVE_SYNC, hosts(organization, DirectoryKind.ACTIVE_SYNC));
    return Each.directoryInSite(
        GUIDELINE,
        organization,
        hosts.keySet(),
        (site, at) -> tell(site, at, Objects.requireNonNull(hosts.get(at.kind()))));
  }

  private static Verdict tell(Site site, Directory at, Hosts hosts) {
    return switch (site.has2007(Role.MAILBOX)) {
      case NO -> GUIDELINE.notApplicable(at, () -> site + " has no mailboxes of 2007");
      case UNSAID ->
          GUIDELINE.notChecked(
              at, "it is unsaid whether " + site + " has mailboxes of 2007", site.path());
      case YES ->
          switch (at.get(EXTERNAL_URL)) {
            case Known.Absent<Url>() -> GUIDELINE.conforms(at);
            case Known.Unsaid<Url>(Path what) ->
                GUIDELINE.notChecked(at, "the external URL of " + at + " is unsaid", what);
            case Known.Value<Url>(Url url) ->
                url.host()
                    .map(host -> tell(site, at, host, hosts))
                    .orElseGet(
                        () -> GUIDELINE.notApplicable(at, () -> "its external URL has no host"));
          };
    };
  }

  private static Verdict tell(Site site, Directory at, String host, Hosts hosts) {
    List<Site> sharing = hosts.sites().getOrDefault(host, List.of(site));
    if (sharing.getFirst() != site) {
      return departs(site, at, host, sharing.getFirst()).departs();
    }
    if (sharing.size() > 1) {
      return GUIDELINE.notApplicable(
          at, () -> "it keeps its host, which " + sharing.get(1) + " has too");
    }
    return hosts.open().entrySet().stream()
        .filter(open -> open.getKey() != site)
        .findFirst()
        .map(
            open ->
                GUIDELINE.notChecked(
                    at,
                    "it is unsaid whether " + open.getKey() + " has mailboxes and the same host",
                    open.getValue()))
        .orElseGet(() -> GUIDELINE.conforms(at));
  }

  private static Violation departs(Site site, Directory at, String host, Site keeper) {
    Violation found =
        GUIDELINE
            .violated(
                site.organization(),
                at,
                at.path().key(EXTERNAL_URL.name()),
                ERROR,
                "has the external host " + host + ", which is also that of " + keeper,
                at.kind().protocol())
            .because(
                at.kind() == DirectoryKind.OWA
                    ? "The link that people of this site are shown elsewhere leads back to the page they came from."
                    : "Devices of this site that arrive elsewhere are answered 451 with the address they have just used.");
    if (site.intended(at.kind().protocol()).isProxy()) {
      return found.remedy(ProxiedSite.toBeProxied(at));
    }
    return ExternalNames.otherThan(host, at)
        .map(url -> found.remedy(Edit.set(at, EXTERNAL_URL, url)))
        .orElseGet(() -> found.step(ExternalNames.step(site, at.kind())));
  }

  private static Hosts hosts(Organization organization, DirectoryKind kind) {
    Map<String, Set<Site>> sites = new HashMap<>();
    Map<Site, Path> open =
        organization.sites().stream()
            .flatMap(site -> open(site, kind).map(path -> Map.entry(site, path)).stream())
            .limit(2)
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    for (Site site : organization.sites()) {
      if (site.has2007(Role.MAILBOX).and(site.publishes(kind)) == Holds.YES) {
        site.directories(kind)
            .flatMap(at -> at.get(EXTERNAL_URL).toOptional().stream())
            .flatMap(url -> url.host().stream())
            .forEach(
                host ->
                    sites
                        .computeIfAbsent(host, _ -> new TreeSet<>(Comparator.comparing(Site::name)))
                        .add(site));
      }
    }
    return new Hosts(
        sites.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    shared -> keeperFirst(organization, shared.getKey(), shared.getValue()))),
        open);
  }

  private static Optional<Path> open(Site site, DirectoryKind kind) {
    return switch (site.has2007(Role.MAILBOX)) {
      case NO -> Optional.empty();
      case UNSAID -> site.publishes(kind) == Holds.NO ? Optional.empty() : Optional.of(site.path());
      case YES -> ExternalNames.unsaid(site, kind).findFirst();
    };
  }

  /// The site whose servers stand behind the published name keeps it, else one that is meant to be
  /// reached from the Internet, else the first by name.
  private static List<Site> keeperFirst(Organization organization, String host, Set<Site> sharing) {
    Set<Site> behind =
        organization.publishedNameOf(host).stream()
            .flatMap(name -> name.servers().stream())
            .flatMap(server -> server.site().stream())
            .collect(Collectors.toSet());
    return sharing.stream()
        .sorted(
            Comparator.comparing((Site site) -> !behind.contains(site))
                .thenComparing(site -> !site.facing().isStatedYes())
                .thenComparing(site -> site.intended(Protocol.OWA).isProxy()))
        .toList();
  }
}
