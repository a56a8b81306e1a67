package io.casguard.accesspaths;

import io.casguard.topology.Certainty;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which people's outcome depends on something assumed: on the answer to an open question, or on a
/// clause for which no source was found.
///
/// @param answers the other answers to open questions that would turn somebody's outcome
/// @param clauses the assumed clauses that decide somebody's outcome
public record Dependence(List<Turned> answers, List<Assumed> clauses) {
  /// What another answer to an open question would change.
  public record Turned(Answer answer, MatrixDifference difference) {}

  /// People whose outcome an assumed clause decides, counted at the first of their doors.
  ///
  /// @param uncountedClasses how many user classes more nobody counted
  public record Assumed(
      Clause clause, Protocol protocol, Network from, int users, int uncountedClasses) {}

  private record Group(Clause clause, Protocol protocol, Network from)
      implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      return Comparator.comparing(Group::protocol)
          .thenComparing(Group::from)
          .thenComparing(Group::clause)
          .compare(this, other);
    }
  }

  public Dependence {
    answers = List.copyOf(answers);
    clauses = List.copyOf(clauses);
  }

  /// What the outcomes of an organization depend on, where these answers are taken for right.
  public static Dependence of(Organization organization, Assumptions assumptions) {
    Matrix matrix = Matrix.of(organization, assumptions);
    List<Turned> turned = new ArrayList<>();
    for (Answer answer : Answer.values()) {
      if (!assumptions.take(answer)) {
        MatrixDifference difference =
            MatrixDifference.between(matrix, Matrix.of(organization, assumptions.with(answer)));
        if (!difference.people().isEmpty()) {
          turned.add(new Turned(answer, difference));
        }
      }
    }
    return new Dependence(turned, assumed(matrix));
  }

  private static List<Assumed> assumed(Matrix matrix) {
    Map<Group, int[]> counts = new TreeMap<>();
    for (Matrix.Row row : matrix.rows()) {
      Clause clause = row.path().trail().decision().clause();
      if (row.userClass().first() && clause.certainty() == Certainty.ASSUMED) {
        int[] count =
            counts.computeIfAbsent(
                new Group(clause, row.userClass().protocol(), row.userClass().from()),
                _ -> new int[2]);
        switch (row.userClass().users()) {
          case Known.Value<Integer>(Integer people) -> count[0] += people;
          case Known.Absent<Integer>(), Known.Unsaid<Integer> _ -> count[1]++;
        }
      }
    }
    List<Assumed> assumed = new ArrayList<>();
    counts.forEach(
        (group, count) -> {
          if (count[0] + count[1] > 0) {
            assumed.add(
                new Assumed(group.clause(), group.protocol(), group.from(), count[0], count[1]));
          }
        });
    return assumed;
  }
}
