package io.casguard.formats;

import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Shape;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Reads what stands beside the topology of one organization, from any number of documents: a list
/// of statements of one kind.
///
/// @param <T> what a statement says
final class BesideTopology<T> {
  /// Makes a statement of its keys; nothing where they do not say enough, which it reports.
  interface Statement<T> {
    Optional<T> read(Entity entity, Path at, BesideTopology<T> document);
  }

  private final Problems problems;
  private final Position first;
  private final SpecReader reader;
  private final Key<SortedMap<String, Entity>> list;
  private final Statement<T> statement;

  /// @param spec what may stand below `spec`
  /// @param list the key of the statements there
  /// @param first where the first document begins
  BesideTopology(
      Shape spec,
      Key<SortedMap<String, Entity>> list,
      Statement<T> statement,
      Problems problems,
      Position first) {
    this.problems = problems;
    this.first = first;
    this.reader = new SpecReader(spec, problems);
    this.list = list;
    this.statement = statement;
  }

  /// Adds what stands below `spec` of one document.
  void add(YamlNode node) {
    reader.add(node);
  }

  /// Reports that nobody declares the topology which the documents stand beside.
  void refuseFor(String organization, Collection<String> declared) {
    problems.add(
        first,
        "metadata.name",
        "no topology of "
            + organization
            + " is declared"
            + NearestName.hint(organization, declared));
  }

  /// The statements, in the order of their keys; where each stands is added to the sources of the
  /// topology.
  List<T> finish(SourceMap sources) {
    Entity spec = reader.finish();
    sources.addAll(reader.sources());
    return spec.parts(list).values().stream()
        .flatMap(
            entity ->
                statement
                    .read(entity, Path.SPEC.key(list.name()).item(entity.name()), this)
                    .stream())
        .toList();
  }

  /// Reports a key that is left out or null. One that was stated and not understood is reported
  /// already.
  ///
  /// @param thing what needs it: `a waiver`
  void demand(Key<?> key, Entity entity, Path at, String thing) {
    boolean isNull = entity.stated(key).filter(Known.Absent.class::isInstance).isPresent();
    if (isNull || !isStated(at.key(key.name()))) {
      problem(at.key(key.name()), thing + " needs its " + key);
    }
  }

  /// Whether something stands there, understood or not.
  boolean isStated(Path path) {
    return reader.sources().stated(path).isPresent();
  }

  void problem(Path path, String message) {
    problems.add(reader.sources().find(path).orElse(first), path.toString(), message);
  }

  /// What a statement says under a key, where it says something.
  static <V> Optional<V> value(Entity entity, Key<V> key) {
    return entity.stated(key).flatMap(Known::toOptional);
  }
}
