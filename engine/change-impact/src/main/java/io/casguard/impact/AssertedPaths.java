package io.casguard.impact;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Mailbox;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.Reached;
import io.casguard.accesspaths.UserClass;
import io.casguard.topology.PathAssertion;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What people expect to happen, compared with what happens to every user class.
///
/// An assertion is about the user classes that come its way, and holds where it holds for each of
/// them. Where nobody comes that way it does not hold: it would pass forever.
///
/// @param results one for each assertion, in their order
/// @param uncovered the user classes that no assertion is about, in the order of the matrix
public record AssertedPaths(Matrix matrix, List<Result> results, List<Matrix.Row> uncovered) {
  /// What came of one assertion.
  ///
  /// @param classes how many user classes it is about
  /// @param departures those for which it does not hold
  public record Result(PathAssertion assertion, int classes, List<Departure> departures) {
    public Result {
      departures = List.copyOf(departures);
    }

    /// Whether it holds.
    public boolean holds() {
      return classes > 0 && departures.isEmpty();
    }
  }

  /// A user class for which an assertion does not hold.
  ///
  /// @param row what happens to it
  /// @param differences what was expected and is not so
  public record Departure(Matrix.Row row, List<Difference> differences) {
    public Departure {
      differences = List.copyOf(differences);
    }
  }

  /// One thing that was expected and is not so.
  ///
  /// @param what its key in the assertion
  /// @param found what is so; empty where there is none
  public record Difference(String what, String expected, Optional<String> found) {}

  public AssertedPaths {
    results = List.copyOf(results);
    uncovered = List.copyOf(uncovered);
  }

  /// Compares assertions with a matrix.
  public static AssertedPaths of(Matrix matrix, List<PathAssertion> assertions) {
    BitSet covered = new BitSet();
    List<Result> results =
        assertions.stream().map(assertion -> result(assertion, matrix.rows(), covered)).toList();
    List<Matrix.Row> uncovered =
        IntStream.range(0, matrix.rows().size())
            .filter(row -> !covered.get(row))
            .mapToObj(matrix.rows()::get)
            .toList();
    return new AssertedPaths(matrix, results, uncovered);
  }

  private static Result result(PathAssertion assertion, List<Matrix.Row> rows, BitSet covered) {
    int classes = 0;
    List<Departure> departures = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      if (isMeant(assertion, rows.get(at).userClass())) {
        covered.set(at);
        classes++;
        List<Difference> differences = differences(assertion, rows.get(at).path());
        if (!differences.isEmpty()) {
          departures.add(new Departure(rows.get(at), differences));
        }
      }
    }
    return new Result(assertion, classes, departures);
  }

  /// Whether every assertion holds.
  public boolean hold() {
    return results.stream().allMatch(Result::holds);
  }

  /// How many user classes some assertion is about.
  public int covered() {
    return matrix.rows().size() - uncovered.size();
  }

  /// How many user classes of a protocol some assertion is about.
  ///
  /// @param classes how many there are
  public record Coverage(Protocol protocol, int classes, int covered) {}

  /// The same, protocol by protocol.
  public List<Coverage> byProtocol() {
    Map<Protocol, Integer> classes = counts(matrix.rows());
    Map<Protocol, Integer> open = counts(uncovered);
    return classes.entrySet().stream()
        .map(
            entry ->
                new Coverage(
                    entry.getKey(),
                    entry.getValue(),
                    entry.getValue() - open.getOrDefault(entry.getKey(), 0)))
        .toList();
  }

  private static Map<Protocol, Integer> counts(List<Matrix.Row> rows) {
    Map<Protocol, Integer> counts = new EnumMap<>(Protocol.class);
    rows.forEach(row -> counts.merge(row.userClass().protocol(), 1, Integer::sum));
    return counts;
  }

  /// The share of user classes that some assertion is about, in whole percent, never rounded up;
  /// 100 where there is none.
  public int coverage() {
    int all = matrix.rows().size();
    return all == 0 ? 100 : (int) (100L * covered() / all);
  }

  private static boolean isMeant(PathAssertion assertion, UserClass users) {
    return users.protocol() == assertion.protocol()
        && assertion.from().stream().allMatch(from -> from == users.from())
        && assertion.entry().stream().allMatch(entry -> isEntry(entry, users.door()))
        && assertion.mailbox().stream().allMatch(name -> isMailbox(name, users.mailbox()));
  }

  private static boolean isEntry(String name, Optional<Door> door) {
    return door.filter(
            open ->
                open.name().equalsIgnoreCase(name)
                    || (open instanceof Door.OfServer(Server server)
                        && server.fqdn().toOptional().filter(name::equalsIgnoreCase).isPresent()))
        .isPresent();
  }

  private static boolean isMailbox(String name, Mailbox mailbox) {
    return Stream.concat(Stream.of(mailbox.name()), mailbox.server().map(Server::name).stream())
        .anyMatch(name::equalsIgnoreCase);
  }

  private static List<Difference> differences(PathAssertion expected, AccessPath path) {
    return Stream.of(
            unless("outcome", expected.outcome(), Optional.of(path.outcome().word())),
            unless("reached", expected.reached(), path.reached().map(Reached::word)),
            expected.server().filter(name -> isOneOf(name, path)).isPresent()
                ? Optional.<Difference>empty()
                : unless("server", expected.server(), path.server()),
            unless("url", expected.url().map(Url::text), path.url().map(Url::text)),
            unless("reason", expected.reason(), path.reason()),
            unless("clause", expected.clause(), Optional.of(path.trail().decision().clause().id())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isOneOf(String server, AccessPath path) {
    return path.oneOf().stream().anyMatch(server::equalsIgnoreCase);
  }

  private static Optional<Difference> unless(
      String what, Optional<String> expected, Optional<String> found) {
    return expected
        .filter(wanted -> found.filter(wanted::equalsIgnoreCase).isEmpty())
        .map(wanted -> new Difference(what, wanted, found));
  }
}
