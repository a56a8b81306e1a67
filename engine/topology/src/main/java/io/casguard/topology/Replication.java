package io.casguard.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/// How long a change in Active Directory takes at worst to reach the other sites. Until then their
/// servers may act on what was stated before.
///
/// A change crosses a chain of site links, the cheapest by cost and of equally cheap ones the
/// slowest; each link makes it wait for one replication interval, and each site on the way for
/// three hops between domain controllers. All of this is assumed: no text was found for it. Domain
/// controllers of Windows 2000, whose hops take five minutes, are not looked at, nor are the links'
/// schedules. Not for several threads at once.
public final class Replication {
  /// Three hops of about 15 seconds each, as many as Active Directory lets a site have.
  public static final Duration WITHIN_A_SITE = Duration.ofSeconds(45);

  private static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(15);

  private final List<Site> sites;
  private final List<Link> links;
  private final Map<Site, List<Link>> linksOf = new HashMap<>();
  private final Optional<Path> unsaid;
  private final Map<Site, Map<Site, Duration>> times = new HashMap<>();

  private Replication(Organization organization) {
    this.sites = organization.sites().stream().filter(site -> !site.servers().isEmpty()).toList();
    List<SiteLink> stated = organization.siteLinks();
    this.unsaid = firstUnsaid(stated);
    this.links = unsaid.isPresent() ? List.of() : stated.stream().map(Link::of).toList();
    for (Link link : links) {
      link.sites().forEach(site -> linksOf.computeIfAbsent(site, _ -> new ArrayList<>()).add(link));
    }
  }

  /// The replication between an organization's sites.
  public static Replication of(Organization organization) {
    return new Replication(organization);
  }

  /// The worst time from one site to another; unsaid where no chain of stated links joins them. The
  /// link that Active Directory makes by itself is not presumed: nobody says that it is still
  /// there.
  public Known<Duration> between(Site one, Site other) {
    if (one.equals(other)) {
      return new Known.Value<>(WITHIN_A_SITE);
    }
    if (unsaid.isPresent()) {
      return new Known.Unsaid<>(unsaid.get());
    }
    Duration time = from(one).get(other);
    return time == null ? noChain() : new Known.Value<>(time);
  }

  /// The worst time from a site to any site with Exchange servers, its own among them.
  public Known<Duration> toEverySite(Site from) {
    Known<Duration> worst = new Known.Value<>(WITHIN_A_SITE);
    for (Site other : sites) {
      Known<Duration> time = between(from, other);
      if (!(time instanceof Known.Value<Duration>(Duration reached))) {
        return time;
      }
      worst = worst.map(soFar -> soFar.compareTo(reached) >= 0 ? soFar : reached);
    }
    return worst;
  }

  /// Whether a change that was made at a site so long ago is known in every site.
  public Holds isKnownEverywhere(Site from, Duration since) {
    if (since.compareTo(WITHIN_A_SITE) < 0) {
      return Holds.NO;
    }
    return isJoined(from) && since.compareTo(longestChain()) >= 0
        ? Holds.YES
        : Holds.of(toEverySite(from), worst -> since.compareTo(worst) >= 0);
  }

  /// Until when a change at a place, made at this time, may not be known in every site; empty where
  /// the place is in no site, where there is no other site, and where the time is unsaid.
  public Optional<Instant> unsettledUntil(Place place, Instant changed) {
    return place
        .site()
        .filter(site -> sites.stream().anyMatch(other -> !other.equals(site)))
        .flatMap(site -> toEverySite(site).toOptional())
        .map(changed::plus);
  }

  /// What no chain can exceed: as many links as a chain can have, each as slow as the slowest. It
  /// spares the search from every site where nothing was changed lately.
  private Duration longestChain() {
    Duration slowest =
        links.stream().map(Link::interval).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    return slowest.plus(WITHIN_A_SITE).multipliedBy(linksOf.size()).plus(WITHIN_A_SITE);
  }

  private boolean isJoined(Site site) {
    if (sites.isEmpty() || unsaid.isPresent()) {
      return false;
    }
    Set<Site> joined = from(sites.getFirst()).keySet();
    return joined.contains(site) && joined.containsAll(sites);
  }

  private Map<Site, Duration> from(Site start) {
    return times.computeIfAbsent(start, this::search);
  }

  /// Dijkstra's search, in which a link of many sites is crossed once: the first of its sites to be
  /// reached is the cheapest way to all.
  private Map<Site, Duration> search(Site start) {
    Map<Site, Duration> reached = new HashMap<>();
    Set<Link> crossed = new HashSet<>();
    PriorityQueue<Arrival> ahead = new PriorityQueue<>(Arrival.CHEAPEST_THEN_SLOWEST);
    ahead.add(new Arrival(start, 0, WITHIN_A_SITE));
    while (!ahead.isEmpty()) {
      Arrival next = ahead.remove();
      if (reached.putIfAbsent(next.site(), next.time()) == null) {
        linksOf.getOrDefault(next.site(), List.of()).stream()
            .filter(crossed::add)
            .flatMap(next::across)
            .filter(arrival -> !reached.containsKey(arrival.site()))
            .forEach(ahead::add);
      }
    }
    return reached;
  }

  private static Known<Duration> noChain() {
    return new Known.Unsaid<>(Path.SPEC.key(Vocabulary.SITE_LINKS.name()));
  }

  /// The first interval that is unsaid; costs are needed only where links leave a choice of chains.
  private static Optional<Path> firstUnsaid(List<SiteLink> links) {
    long joins = links.stream().mapToLong(link -> link.sites().size() - 1L).sum();
    boolean choice =
        joins >= links.stream().flatMap(link -> link.sites().stream()).distinct().count();
    return links.stream()
        .flatMap(
            link ->
                choice
                    ? Stream.of(
                        link.get(Vocabulary.REPLICATION_INTERVAL), link.get(Vocabulary.COST))
                    : Stream.of(link.get(Vocabulary.REPLICATION_INTERVAL)))
        .flatMap(
            known -> known instanceof Known.Unsaid<?>(Path what) ? Stream.of(what) : Stream.of())
        .findFirst();
  }

  /// A link as replication crosses it.
  private record Link(SiteLink stated, List<Site> sites, int cost, Duration interval) {
    static Link of(SiteLink link) {
      Duration interval =
          link.get(Vocabulary.REPLICATION_INTERVAL).toOptional().orElse(SiteLink.USUAL_INTERVAL);
      return new Link(
          link,
          link.sites(),
          Math.max(1, link.get(Vocabulary.COST).toOptional().orElse(SiteLink.USUAL_COST)),
          interval.compareTo(SHORTEST_INTERVAL) < 0 ? SHORTEST_INTERVAL : interval);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Link link && stated.equals(link.stated);
    }

    @Override
    public int hashCode() {
      return stated.hashCode();
    }
  }

  private record Arrival(Site site, long cost, Duration time) {
    static final Comparator<Arrival> CHEAPEST_THEN_SLOWEST =
        Comparator.comparingLong(Arrival::cost)
            .thenComparing(Arrival::time, Comparator.reverseOrder());

    Stream<Arrival> across(Link link) {
      return link.sites().stream()
          .map(
              next ->
                  new Arrival(
                      next, cost + link.cost(), time.plus(link.interval()).plus(WITHIN_A_SITE)));
    }
  }
}
