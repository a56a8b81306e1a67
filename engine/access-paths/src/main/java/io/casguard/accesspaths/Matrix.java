package io.casguard.accesspaths;

import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The access path of every user class of an organization, for every protocol that is simulated.
///
/// @param organization the organization's name
/// @param rows a row for each user class
/// @param outside who arrives at doors that no procedure describes
/// @param notOffered the protocols that no server offers, so that nobody is counted for them
public record Matrix(
    String organization, List<Row> rows, List<Outside> outside, List<Protocol> notOffered) {
  /// A user class and what happens to it.
  public record Row(UserClass userClass, AccessPath path) {}

  /// A user class whose door no procedure describes.
  ///
  /// @param why the sentence for people
  public record Outside(UserClass userClass, String why) {}

  /// How many people of one protocol on one network have an outcome.
  ///
  /// @param outcome the word
  /// @param users how many are counted
  /// @param uncountedClasses how many user classes more, of which nobody said how many people they
  ///   are
  public record PeopleCount(
      Protocol protocol, Network from, String outcome, int users, int uncountedClasses)
      implements Comparable<PeopleCount> {
    @Override
    public int compareTo(PeopleCount other) {
      return Comparator.comparing(PeopleCount::protocol)
          .thenComparing(PeopleCount::from)
          .thenComparing(PeopleCount::outcome)
          .compare(this, other);
    }
  }

  private record Group(Protocol protocol, Network from, String outcome)
      implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      return Comparator.comparing(Group::protocol)
          .thenComparing(Group::from)
          .thenComparing(Group::outcome)
          .compare(this, other);
    }
  }

  public Matrix {
    rows = List.copyOf(rows);
    outside = List.copyOf(outside);
    notOffered = List.copyOf(notOffered);
  }

  /// The matrix of an organization.
  public static Matrix of(Organization organization) {
    return of(organization, Assumptions.DEFAULT);
  }

  /// The matrix of an organization, with other answers to the open questions.
  public static Matrix of(Organization organization, Assumptions assumptions) {
    Simulator simulator = Simulator.of(organization, assumptions);
    List<Row> rows = new ArrayList<>();
    List<Outside> outside = new ArrayList<>();
    List<Protocol> notOffered = new ArrayList<>();
    for (Protocol protocol : simulator.protocols()) {
      Doors doors = new Doors(organization, protocol);
      if (!doors.isOffered()) {
        notOffered.add(protocol);
      }
      for (UserClass userClass : UserClasses.of(organization, protocol, doors)) {
        switch (simulator.simulate(userClass.request())) {
          case AccessPath path ->
              rows.add(
                  new Row(
                      userClass,
                      orUndetermined(path, doors.unsaid(userClass.from())).of(userClass)));
          case Simulation.UnsupportedEntry entry ->
              outside.add(new Outside(userClass, entry.why()));
          case Simulation.UnsupportedProtocol _ ->
              throw new IllegalStateException("a protocol without a procedure: " + protocol);
        }
      }
    }
    return new Matrix(organization.name(), rows, outside, notOffered);
  }

  /// What is stated of people and cannot be.
  public List<String> contradictions() {
    return Stream.concat(
            rows.stream().map(Row::userClass), outside.stream().map(Outside::userClass))
        .flatMap(users -> users.contradiction().stream())
        .distinct()
        .toList();
  }

  /// People by outcome, for each protocol and each network apart: a person counts once in each, at
  /// the first door from there.
  ///
  /// The numbers of two networks are of the same people where a population comes from both, so they
  /// are never added up.
  public List<PeopleCount> peopleByOutcome() {
    Map<Group, int[]> counts = new TreeMap<>();
    for (Row row : rows) {
      UserClass users = row.userClass();
      if (users.first()) {
        int[] count =
            counts.computeIfAbsent(
                new Group(users.protocol(), users.from(), row.path().outcome().word()),
                _ -> new int[2]);
        switch (users.users()) {
          case Known.Value<Integer>(Integer people) -> count[0] += people;
          case Known.Absent<Integer>(), Known.Unsaid<Integer> _ -> count[1]++;
        }
      }
    }
    return counts.entrySet().stream()
        .map(
            count ->
                new PeopleCount(
                    count.getKey().protocol(),
                    count.getKey().from(),
                    count.getKey().outcome(),
                    count.getValue()[0],
                    count.getValue()[1]))
        .toList();
  }

  /// A user without a door is refused only where nothing leaves open that there is one.
  private static AccessPath orUndetermined(AccessPath path, List<Path> unsaid) {
    if (path.request().entry().isPresent() || unsaid.isEmpty()) {
      return path;
    }
    Outcome outcome = new Outcome.Undetermined(unsaid);
    Trail trail =
        new Trail(
            List.of(
                new Trail.Decided(
                    Clause.S_2,
                    "whether there is a door is unsaid",
                    unsaid.stream().map(what -> new Evidence(what + " is unsaid", what)).toList(),
                    outcome)));
    return new AccessPath(
        path.request(),
        outcome,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        path.users(),
        trail,
        path.remarks());
  }
}
