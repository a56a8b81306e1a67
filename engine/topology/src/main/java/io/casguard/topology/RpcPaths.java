package io.casguard.topology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Which sites RPC reaches from some, by what the site links say of the firewalls between them.
///
/// A site that no declared link joins to them, whatever passes it, is left open: links may be
/// missing from the topology.
public final class RpcPaths {
  private final Map<Site, List<SiteLink>> links = new HashMap<>();
  private final Set<Site> surely;
  private final Set<Site> perhaps;
  private final Set<Site> linked;

  /// The ways from these sites.
  public RpcPaths(Organization organization, Collection<Site> from) {
    for (SiteLink link : organization.siteLinks()) {
      link.sites().forEach(site -> links.computeIfAbsent(site, _ -> new ArrayList<>()).add(link));
    }
    surely = reached(from, link -> passes(link) == Holds.YES);
    perhaps = reached(from, link -> passes(link) != Holds.NO);
    linked = reached(from, _ -> true);
  }

  /// Whether RPC reaches a site.
  public Holds reach(Site site) {
    if (surely.contains(site)) {
      return Holds.YES;
    }
    return perhaps.contains(site) || !linked.contains(site) ? Holds.UNSAID : Holds.NO;
  }

  /// What would have to be stated to know.
  public List<Path> unsaid(Site site) {
    List<Path> unsaid =
        links.getOrDefault(site, List.of()).stream()
            .filter(link -> passes(link) == Holds.UNSAID)
            .map(link -> link.path().key(Vocabulary.RPC.name()))
            .toList();
    return unsaid.isEmpty() ? List.of(Path.SPEC.key(Vocabulary.SITE_LINKS.name())) : unsaid;
  }

  private static Holds passes(SiteLink link) {
    return Holds.of(link.get(Vocabulary.RPC), passes -> passes);
  }

  private Set<Site> reached(Collection<Site> from, Predicate<SiteLink> passing) {
    Set<Site> reached = new HashSet<>(from);
    Set<SiteLink> crossed = new HashSet<>();
    Deque<Site> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      for (SiteLink link : links.getOrDefault(next.remove(), List.of())) {
        if (passing.test(link) && crossed.add(link)) {
          link.sites().stream().filter(reached::add).forEach(next::add);
        }
      }
    }
    return reached;
  }
}
