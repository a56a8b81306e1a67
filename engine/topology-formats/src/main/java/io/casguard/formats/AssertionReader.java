package io.casguard.formats;

import static io.casguard.formats.BesideTopology.value;

import io.casguard.topology.AssertionKeys;
import io.casguard.topology.Entity;
import io.casguard.topology.Path;
import io.casguard.topology.PathAssertion;
import java.util.Optional;

/// Reads a path assertion. Whether the topology has the servers and names that it names is not
/// asked, for those come and go.
final class AssertionReader {
  private AssertionReader() {}

  /// The reader of one organization's path assertions.
  static BesideTopology<PathAssertion> of(Problems problems, Position first) {
    return new BesideTopology<>(
        AssertionKeys.SPEC, AssertionKeys.ASSERTIONS, AssertionReader::read, problems, first);
  }

  private static Optional<PathAssertion> read(
      Entity entity, Path at, BesideTopology<PathAssertion> document) {
    AssertionKeys.ASSERTION
        .required()
        .forEach(key -> document.demand(key, entity, at, "an assertion"));
    Optional<PathAssertion> assertion =
        value(entity, AssertionKeys.PROTOCOL)
            .map(
                protocol ->
                    new PathAssertion(
                        entity.name(),
                        protocol,
                        value(entity, AssertionKeys.ENTRY),
                        value(entity, AssertionKeys.FROM),
                        value(entity, AssertionKeys.MAILBOX),
                        value(entity, AssertionKeys.OUTCOME),
                        value(entity, AssertionKeys.REACHED),
                        value(entity, AssertionKeys.SERVER),
                        value(entity, AssertionKeys.ADDRESS),
                        value(entity, AssertionKeys.REASON),
                        value(entity, AssertionKeys.CLAUSE)));
    if (AssertionKeys.EXPECTATIONS.stream()
        .noneMatch(key -> document.isStated(at.key(key.name())))) {
      document.problem(
          at, "an assertion expects something: outcome, reached, server, url, reason or clause");
    }
    return assertion;
  }
}
