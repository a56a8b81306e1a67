package io.casguard.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many people use a protocol, by the sites of their mailboxes, counted once so that no
/// question walks all populations again.
final class Headcount {
  private final Map<Optional<Site>, Group> bySite = new HashMap<>();
  private final List<Uncounted> uncounted = new ArrayList<>();
  private Group all = new Group(0, 0, 0);

  /// Populations together.
  ///
  /// @param populations how many there are
  /// @param counted how many of them have a count
  /// @param people the sum of those counts
  private record Group(int populations, int counted, int people) {
    Group plus(Group other) {
      return new Group(
          populations + other.populations, counted + other.counted, people + other.people);
    }

    Group minus(Group other) {
      return new Group(
          populations - other.populations, counted - other.counted, people - other.people);
    }
  }

  /// A population whose count is unsaid.
  private record Uncounted(Optional<Site> site, Path what) {}

  private Headcount() {}

  /// Counts the users of a protocol.
  static Headcount of(List<Population> populations, Protocol protocol) {
    var count = new Headcount();
    populations.forEach(population -> count.add(population.site(), population.users(protocol)));
    return count;
  }

  private void add(Optional<Site> site, Known<Integer> users) {
    Group one =
        switch (users) {
          case Known.Value<Integer>(Integer people) -> new Group(1, 1, people);
          case Known.Absent<Integer>() -> new Group(1, 0, 0);
          case Known.Unsaid<Integer>(Path what) -> {
            uncounted.add(new Uncounted(site, what));
            yield new Group(1, 0, 0);
          }
        };
    bySite.merge(site, one, Group::plus);
    all = all.plus(one);
  }

  /// Everybody, wherever the mailbox is.
  Known<Integer> everybody() {
    return told(all, uncounted.stream().findFirst());
  }

  /// Everybody with a mailbox outside a site, or outside none.
  Known<Integer> outside(Optional<Site> site) {
    return told(
        all.minus(bySite.getOrDefault(site, new Group(0, 0, 0))),
        uncounted.stream().filter(one -> !one.site().equals(site)).findFirst());
  }

  private static Known<Integer> told(Group group, Optional<Uncounted> unsaid) {
    if (group.populations() == 0) {
      return new Known.Unsaid<>(Path.SPEC.key(Vocabulary.USERS.name()));
    }
    return unsaid
        .<Known<Integer>>map(one -> new Known.Unsaid<>(one.what()))
        .orElseGet(
            () -> group.counted() == 0 ? new Known.Absent<>() : new Known.Value<>(group.people()));
  }
}
