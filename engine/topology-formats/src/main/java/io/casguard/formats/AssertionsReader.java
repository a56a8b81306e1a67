package io.casguard.formats;

import io.casguard.topology.AssertionKeys;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.PathAssertion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads the path assertions of one organization, from any number of documents. Whether the
/// topology has the servers and names that they name is not asked, for those come and go.
final class AssertionsReader {
  private final Problems problems;
  private final Position first;
  private final SpecReader reader;

  /// @param first where its first document begins
  AssertionsReader(Problems problems, Position first) {
    this.problems = problems;
    this.first = first;
    this.reader = new SpecReader(AssertionKeys.SPEC, problems);
  }

  /// Adds what stands below `spec` of one document.
  void add(YamlNode node) {
    reader.add(node);
  }

  /// Reports that nobody declares the topology which the assertions are about.
  void refuseFor(String organization, Collection<String> declared) {
    problems.add(
        first,
        "metadata.name",
        "no topology of "
            + organization
            + " is declared"
            + NearestName.hint(organization, declared));
  }

  /// The assertions, in the order of their names; where each stands is added to the sources of the
  /// topology.
  List<PathAssertion> finish(SourceMap sources) {
    Entity spec = reader.finish();
    sources.addAll(reader.sources());
    return spec.parts(AssertionKeys.ASSERTIONS).values().stream()
        .flatMap(entity -> assertion(entity).stream())
        .toList();
  }

  private Optional<PathAssertion> assertion(Entity entity) {
    Path at = Path.SPEC.key(AssertionKeys.ASSERTIONS.name()).item(entity.name());
    AssertionKeys.ASSERTION.required().forEach(key -> demand(key, entity, at));
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
    if (AssertionKeys.EXPECTATIONS.stream().noneMatch(key -> isStated(at.key(key.name())))) {
      problem(
          at, "an assertion expects something: outcome, reached, server, url, reason or clause");
    }
    return assertion;
  }

  /// Reports a key that is left out or null. One that was stated and not understood is reported
  /// already.
  private void demand(Key<?> key, Entity entity, Path at) {
    boolean isNull = entity.stated(key).filter(Known.Absent.class::isInstance).isPresent();
    if (isNull || !isStated(at.key(key.name()))) {
      problem(at.key(key.name()), "an assertion needs its " + key);
    }
  }

  /// Whether something stands there, understood or not.
  private boolean isStated(Path path) {
    return reader.sources().stated(path).isPresent();
  }

  private static <T> Optional<T> value(Entity entity, Key<T> key) {
    return entity.stated(key).flatMap(Known::toOptional);
  }

  private void problem(Path path, String message) {
    problems.add(reader.sources().find(path).orElse(first), path.toString(), message);
  }
}
