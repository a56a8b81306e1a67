package io.casguard.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;

/// How far sites are from one another, by the costs of the site links on the cheapest way.
///
/// A link's `exchangeCost` counts where it is stated, else its `cost`, else what Active Directory
/// leaves there. Between sites that no declared link joins nothing is known.
public final class SiteDistances {
  private record Reached(Site site, int cost) {}

  private final List<Site> sites;
  private final Map<Site, List<SiteLink>> links = new HashMap<>();
  private final Map<Site, Map<Site, Integer>> from = new HashMap<>();

  /// The distances of an organization.
  public SiteDistances(Organization organization) {
    sites =
        organization.sites().stream()
            .sorted(Comparator.comparing(site -> site.name().toLowerCase(Locale.ROOT)))
            .toList();
    for (SiteLink link : organization.siteLinks()) {
      link.sites().forEach(site -> links.computeIfAbsent(site, _ -> new ArrayList<>()).add(link));
    }
  }

  /// The cost of the cheapest way; empty where no declared link leads there.
  public OptionalInt between(Site one, Site other) {
    Integer cost = costs(one).get(other);
    return cost == null ? OptionalInt.empty() : OptionalInt.of(cost);
  }

  /// Every site, the closest first, those of equal cost by name; those to which nothing leads last.
  public List<Site> nearest(Site to) {
    Map<Site, Integer> costs = costs(to);
    return sites.stream()
        .sorted(Comparator.comparing(site -> costs.getOrDefault(site, Integer.MAX_VALUE)))
        .toList();
  }

  private Map<Site, Integer> costs(Site start) {
    return from.computeIfAbsent(start, this::cheapest);
  }

  /// A link is crossed once, from the site of it that is reached first.
  private Map<Site, Integer> cheapest(Site start) {
    Map<Site, Integer> costs = new HashMap<>();
    Set<SiteLink> crossed = new HashSet<>();
    PriorityQueue<Reached> next = new PriorityQueue<>(Comparator.comparingInt(Reached::cost));
    next.add(new Reached(start, 0));
    while (!next.isEmpty()) {
      Reached reached = next.remove();
      if (costs.putIfAbsent(reached.site(), reached.cost()) != null) {
        continue;
      }
      for (SiteLink link : links.getOrDefault(reached.site(), List.of())) {
        if (crossed.add(link)) {
          int cost = reached.cost() + cost(link);
          link.sites().forEach(site -> next.add(new Reached(site, cost)));
        }
      }
    }
    return costs;
  }

  private static int cost(SiteLink link) {
    return link.get(Vocabulary.EXCHANGE_COST)
        .toOptional()
        .or(() -> link.get(Vocabulary.COST).toOptional())
        .orElse(SiteLink.USUAL_COST);
  }
}
