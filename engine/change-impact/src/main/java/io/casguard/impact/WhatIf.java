package io.casguard.impact;

import io.casguard.accesspaths.Assumptions;
import io.casguard.accesspaths.Mailbox;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.MatrixDifference;
import io.casguard.accesspaths.Reached;
import io.casguard.accesspaths.UserClass;
import io.casguard.guidelines.Edits;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What becomes of people where something fails.
///
/// Somebody is lost who got in by some door and now gets in by none. Somebody is diverted whose
/// first door led to the mailbox and no longer does, while another door of the same network does.
///
/// @param outages what fails, all at once
/// @param lost people who no longer get in, by protocol and network
/// @param diverted people who must come in by another door, by protocol and network
/// @param people every change of outcome
public record WhatIf(
    List<Outage> outages,
    Matrix after,
    List<Heads> lost,
    List<Heads> diverted,
    List<MatrixDifference.PeopleChange> people) {
  /// People of one protocol on one network. They are never summed over either: one person may use
  /// several.
  ///
  /// @param uncountedClasses how many groups more, of which nobody said how many people they are
  public record Heads(Protocol protocol, Network network, int users, int uncountedClasses) {}

  /// The failure of one thing and whom it hits, without the matrix.
  public record Ranked(Outage outage, List<Heads> lost, List<Heads> diverted) {
    public Ranked {
      lost = List.copyOf(lost);
      diverted = List.copyOf(diverted);
    }
  }

  private static final Comparator<Ranked> MOST_LOST_FIRST =
      Comparator.comparingInt((Ranked one) -> -most(one.lost()))
          .thenComparingInt(one -> -uncounted(one.lost()))
          .thenComparingInt(one -> -most(one.diverted()))
          .thenComparingInt(one -> -uncounted(one.diverted()))
          .thenComparing(one -> one.outage().kind())
          .thenComparing(one -> one.outage().name().toLowerCase(Locale.ROOT));

  public WhatIf {
    outages = List.copyOf(outages);
    lost = List.copyOf(lost);
    diverted = List.copyOf(diverted);
    people = List.copyOf(people);
  }

  /// What happens where all of these fail at once.
  public static WhatIf of(
      Organization organization, List<Outage> outages, Assumptions assumptions) {
    return of(organization, Matrix.of(organization, assumptions), outages, assumptions);
  }

  /// Every single failure that people notice, those first by which most are lost: the most in one
  /// protocol and network, since the same people may stand in several.
  public static List<Ranked> singleFailures(Organization organization, Assumptions assumptions) {
    Matrix before = Matrix.of(organization, assumptions);
    return Outage.all(organization).stream()
        .map(outage -> of(organization, before, List.of(outage), assumptions))
        .map(it -> new Ranked(it.outages().getFirst(), it.lost(), it.diverted()))
        .filter(it -> !it.lost().isEmpty() || !it.diverted().isEmpty())
        .sorted(MOST_LOST_FIRST)
        .toList();
  }

  private static WhatIf of(
      Organization organization, Matrix before, List<Outage> outages, Assumptions assumptions) {
    Topology topology =
        Edits.apply(
            organization.topology(),
            outages.stream().flatMap(outage -> outage.edits().stream()).toList());
    Matrix after = Matrix.of(Organization.of(topology), assumptions);
    Map<String, Group> groups = new LinkedHashMap<>();
    before.rows().forEach(row -> group(groups, row).before(row));
    after.rows().forEach(row -> group(groups, row).after(row));
    return new WhatIf(
        outages,
        after,
        heads(groups.values().stream().filter(Group::isLost).toList()),
        heads(groups.values().stream().filter(Group::isDiverted).toList()),
        MatrixDifference.between(before, after).people());
  }

  private static Group group(Map<String, Group> groups, Matrix.Row row) {
    UserClass users = row.userClass();
    String mailbox =
        switch (users.mailbox()) {
          case Mailbox.At(Server server) -> "at " + server.name();
          case Mailbox.Of of -> of.name();
        };
    String key =
        String.join(
            "|",
            users.protocol().word() + users.device().map(version -> " " + version).orElse(""),
            users.from().word(),
            mailbox,
            users.clientSite().map(Site::name).orElse(""));
    return groups.computeIfAbsent(key, _ -> new Group(users));
  }

  private static boolean isReached(Matrix.Row row) {
    return row.path().reached().filter(reached -> reached != Reached.NO).isPresent();
  }

  private static boolean isRefused(Matrix.Row row) {
    return row.path().reached().filter(Reached.NO::equals).isPresent();
  }

  private static List<Heads> heads(List<Group> groups) {
    Map<Protocol, Map<Network, List<Group>>> all = new TreeMap<>();
    groups.stream()
        .filter(group -> group.counted)
        .forEach(
            group ->
                all.computeIfAbsent(group.users.protocol(), _ -> new TreeMap<>())
                    .computeIfAbsent(group.users.from(), _ -> new ArrayList<>())
                    .add(group));
    List<Heads> heads = new ArrayList<>();
    all.forEach(
        (protocol, networks) ->
            networks.forEach((network, hit) -> heads.add(heads(protocol, network, hit))));
    return heads;
  }

  private static Heads heads(Protocol protocol, Network network, List<Group> hit) {
    int users = 0;
    int uncounted = 0;
    for (Group group : hit) {
      switch (group.users.users()) {
        case Known.Value<Integer>(Integer people) -> users += people;
        case Known.Absent<Integer>(), Known.Unsaid<Integer> _ -> uncounted++;
      }
    }
    return new Heads(protocol, network, users, uncounted);
  }

  private static int most(List<Heads> heads) {
    return heads.stream().mapToInt(Heads::users).max().orElse(0);
  }

  private static int uncounted(List<Heads> heads) {
    return heads.stream().mapToInt(Heads::uncountedClasses).max().orElse(0);
  }

  /// The doors of one group of people, before and after.
  private static final class Group {
    private final UserClass users;
    private boolean counted;
    private boolean cameIn;
    private boolean firstLed;
    private boolean comesIn;
    private boolean firstFails;
    private boolean allFail = true;

    Group(UserClass users) {
      this.users = users;
    }

    void before(Matrix.Row row) {
      cameIn |= isReached(row);
      counted |= row.userClass().first();
      firstLed |= row.userClass().first() && isReached(row);
    }

    void after(Matrix.Row row) {
      comesIn |= isReached(row);
      allFail &= isRefused(row);
      firstFails |= row.userClass().first() && isRefused(row);
    }

    /// An outcome that the topology leaves open loses nobody.
    boolean isLost() {
      return cameIn && allFail;
    }

    boolean isDiverted() {
      return firstLed && firstFails && comesIn;
    }
  }
}
