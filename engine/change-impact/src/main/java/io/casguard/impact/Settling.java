package io.casguard.impact;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Assumptions;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.Reached;
import io.casguard.topology.Change;
import io.casguard.topology.Difference;
import io.casguard.topology.Entity;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Replication;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Topology;
import io.casguard.topology.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What people meet after a change until Active Directory has carried it to every site.
///
/// A first server decides by what the domain controllers of its own site know. It is assumed that
/// what changes in a site is changed at a domain controller of that site: until replication is
/// done, a site knows its own changes, and of the others what was before. Whether the server that
/// is turned to acts on its own change already is not looked at. Names, and who people are, are
/// taken as after the change.
///
/// @param views what the Client Access servers of sites see that do not know all of it at once
/// @param complete false where so many sites change that not every mixture was looked at
public record Settling(List<View> views, boolean complete) {
  /// How many changed sites are looked at one by one.
  private static final int MOST_CHANGED = 20;

  /// What some sites see until it has settled.
  ///
  /// @param sites where people come in
  /// @param worst how long at worst; unsaid where the topology does not say how the sites replicate
  /// @param waiting people who meet what was before
  /// @param meanwhile people who meet what is neither before nor after
  public record View(
      List<String> sites,
      Known<Duration> worst,
      List<WhatIf.Heads> waiting,
      List<Meanwhile> meanwhile) {
    public View {
      sites = List.copyOf(sites);
      waiting = List.copyOf(waiting);
      meanwhile = List.copyOf(meanwhile);
    }
  }

  /// People who meet in between what is neither before nor after.
  ///
  /// @param lost whether they get in before and after, and not in between
  /// @param example one of their paths in between
  public record Meanwhile(
      Protocol protocol,
      Network network,
      boolean lost,
      String before,
      String between,
      String after,
      int users,
      int uncountedClasses,
      AccessPath example) {}

  public Settling {
    views = List.copyOf(views);
  }

  /// What settles between two topologies.
  static Settling of(Plan.State before, Plan.State after, Assumptions assumptions) {
    SortedSet<String> changed =
        changedSites(before.organization().topology(), after.organization().topology());
    List<Site> doors = after.organization().sites().stream().filter(Settling::isEntered).toList();
    List<List<Site>> groups = new ArrayList<>();
    groups.add(doors.stream().filter(site -> !changed.contains(folded(site.name()))).toList());
    doors.stream()
        .filter(site -> changed.contains(folded(site.name())) && changed.size() > 1)
        .limit(MOST_CHANGED)
        .forEach(site -> groups.add(List.of(site)));
    Replication replication = Replication.of(after.organization());
    List<View> views = new ArrayList<>();
    for (List<Site> group : groups) {
      if (!group.isEmpty() && !changed.isEmpty()) {
        Tally tally = new Tally(before.matrix(), after.matrix());
        Matrix seen =
            Matrix.of(
                Organization.of(
                    seen(
                        before.organization().topology(),
                        after.organization().topology(),
                        group.size() == 1 ? changedOf(group.getFirst(), changed) : Set.of())),
                assumptions);
        seen.rows().stream().filter(row -> isAt(row, group)).forEach(tally::add);
        if (!tally.isEmpty()) {
          views.add(
              new View(
                  List.copyOf(tally.sites),
                  worst(replication, after.organization(), changed, group),
                  tally.waiting(),
                  tally.meanwhile()));
        }
      }
    }
    return new Settling(views, changed.size() <= MOST_CHANGED);
  }

  private static Set<String> changedOf(Site site, Set<String> changed) {
    return changed.contains(folded(site.name())) ? Set.of(folded(site.name())) : Set.of();
  }

  private static SortedSet<String> changedSites(Topology before, Topology after) {
    Path sites = Path.SPEC.key(Vocabulary.SITES.name());
    SortedSet<String> changed = new TreeSet<>();
    for (Change change : Difference.between(before, after)) {
      for (Path at = change.path(); !at.isRoot(); at = at.parent()) {
        if (at.parent().equals(sites)) {
          changed.add(folded(at.name()));
        }
      }
    }
    return changed;
  }

  private static boolean isEntered(Site site) {
    return site.servers().stream().anyMatch(server -> server.is(Role.CLIENT_ACCESS) == Holds.YES);
  }

  private static boolean isAt(Matrix.Row row, List<Site> group) {
    Set<String> names = group.stream().map(site -> folded(site.name())).collect(Collectors.toSet());
    return row.userClass().first()
        && row.userClass().door().map(Door::servers).orElse(List.of()).stream()
            .map(Server::site)
            .flatMap(Optional::stream)
            .anyMatch(site -> names.contains(folded(site.name())));
  }

  /// The topology after the change, in which all sites but some are as before.
  private static Topology seen(Topology before, Topology after, Set<String> known) {
    SortedMap<String, Entity> sites = Entity.items();
    sites.putAll(before.spec().parts(Vocabulary.SITES));
    Map<String, Entity> young = after.spec().parts(Vocabulary.SITES);
    for (String name : known) {
      Entity site = young.get(name);
      if (site == null) {
        sites.remove(name);
      } else {
        sites.put(name, site);
      }
    }
    return new Topology(after.organization(), after.spec().with(Vocabulary.SITES, sites));
  }

  private static Known<Duration> worst(
      Replication replication, Organization organization, Set<String> changed, List<Site> group) {
    Known<Duration> worst = new Known.Value<>(Duration.ZERO);
    for (Site site : group) {
      for (String name : changed) {
        Optional<Site> from = organization.siteNamed(name).filter(it -> !it.equals(site));
        if (from.isPresent()) {
          Known<Duration> time = replication.between(from.get(), site);
          if (!(time instanceof Known.Value<Duration>(Duration reached))) {
            return time;
          }
          worst = worst.map(soFar -> soFar.compareTo(reached) >= 0 ? soFar : reached);
        }
      }
    }
    return worst;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// People while they are being counted.
  private static final class Tally {
    private record Turn(
        Protocol protocol,
        Network network,
        boolean lost,
        String before,
        String between,
        String after)
        implements Comparable<Turn> {
      @Override
      public int compareTo(Turn other) {
        return Comparator.comparing((Turn turn) -> !turn.lost())
            .thenComparing(Turn::protocol)
            .thenComparing(Turn::network)
            .thenComparing(Turn::before)
            .thenComparing(Turn::between)
            .thenComparing(Turn::after)
            .compare(this, other);
      }
    }

    private record Who(Protocol protocol, Network network) implements Comparable<Who> {
      @Override
      public int compareTo(Who other) {
        return Comparator.comparing(Who::protocol).thenComparing(Who::network).compare(this, other);
      }
    }

    private final Map<String, AccessPath> before = new HashMap<>();
    private final Map<String, AccessPath> after = new HashMap<>();
    private final SortedSet<String> sites = new TreeSet<>();
    private final SortedMap<Who, int[]> waiting = new TreeMap<>();
    private final SortedMap<Turn, int[]> counts = new TreeMap<>();
    private final Map<Turn, AccessPath> examples = new HashMap<>();

    Tally(Matrix before, Matrix after) {
      before.rows().forEach(row -> this.before.put(row.userClass().key(), row.path()));
      after.rows().forEach(row -> this.after.put(row.userClass().key(), row.path()));
    }

    void add(Matrix.Row row) {
      AccessPath was = before.get(row.userClass().key());
      AccessPath is = after.get(row.userClass().key());
      if (was == null || is == null || meets(row.path(), is)) {
        return;
      }
      row.userClass().door().map(Door::servers).orElse(List.of()).stream()
          .flatMap(server -> server.site().stream())
          .forEach(site -> sites.add(site.name()));
      if (meets(row.path(), was)) {
        count(
            waiting.computeIfAbsent(
                new Who(row.userClass().protocol(), row.userClass().from()), _ -> new int[2]),
            row);
        return;
      }
      Turn turn =
          new Turn(
              row.userClass().protocol(),
              row.userClass().from(),
              getsIn(was) && getsIn(is) && isRefused(row.path()),
              was.outcome().word(),
              row.path().outcome().word(),
              is.outcome().word());
      examples.putIfAbsent(turn, row.path());
      count(counts.computeIfAbsent(turn, _ -> new int[2]), row);
    }

    boolean isEmpty() {
      return waiting.isEmpty() && counts.isEmpty();
    }

    List<WhatIf.Heads> waiting() {
      return waiting.entrySet().stream()
          .map(
              entry ->
                  new WhatIf.Heads(
                      entry.getKey().protocol(),
                      entry.getKey().network(),
                      entry.getValue()[0],
                      entry.getValue()[1]))
          .toList();
    }

    List<Meanwhile> meanwhile() {
      return counts.entrySet().stream()
          .map(
              entry -> {
                Turn turn = entry.getKey();
                return new Meanwhile(
                    turn.protocol(),
                    turn.network(),
                    turn.lost(),
                    turn.before(),
                    turn.between(),
                    turn.after(),
                    entry.getValue()[0],
                    entry.getValue()[1],
                    Objects.requireNonNull(examples.get(turn)));
              })
          .toList();
    }

    private static void count(int[] heads, Matrix.Row row) {
      switch (row.userClass().users()) {
        case Known.Value<Integer>(Integer people) -> heads[0] += people;
        case Known.Absent<Integer>(), Known.Unsaid<Integer> _ -> heads[1]++;
      }
    }

    private static boolean meets(AccessPath one, AccessPath other) {
      return one.outcome().word().equals(other.outcome().word())
          && one.reached().equals(other.reached());
    }

    private static boolean getsIn(AccessPath path) {
      return path.reached().filter(reached -> reached != Reached.NO).isPresent();
    }

    private static boolean isRefused(AccessPath path) {
      return path.reached().filter(Reached.NO::equals).isPresent();
    }
  }
}
