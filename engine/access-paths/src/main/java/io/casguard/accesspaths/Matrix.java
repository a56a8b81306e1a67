package io.casguard.accesspaths;

import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.util.List;

/// The access path of every user class of an organization, for every protocol that is simulated.
///
/// @param organization the organization's name
/// @param rows a row for each user class
/// @param outside what arrives at doors that no procedure describes
public record Matrix(
    String organization, List<Row> rows, List<Simulation.UnsupportedEntry> outside) {
  /// A user class and what happens to it.
  public record Row(UserClass userClass, AccessPath path) {}

  /// How many people of one protocol on one network have an outcome.
  ///
  /// @param outcome the word
  /// @param users how many are counted
  /// @param uncountedClasses how many user classes more, of which nobody said how many people they are
  public record PeopleCount(
      Protocol protocol, Network from, String outcome, int users, int uncountedClasses) {}

  public Matrix {
    rows = List.copyOf(rows);
    outside = List.copyOf(outside);
  }

  /// The matrix of an organization.
  public static Matrix of(Organization organization) {
    return of(organization, Assumptions.DEFAULT);
  }

  /// The matrix of an organization, with other answers to the open questions.
  public static Matrix of(Organization organization, Assumptions assumptions) {
    return new Matrix(organization.name(), List.of(), List.of());
  }

  /// People by outcome, for each protocol and each network apart: one person counts once in each, at the first door.
  public List<PeopleCount> peopleByOutcome() {
    return List.of();
  }
}
