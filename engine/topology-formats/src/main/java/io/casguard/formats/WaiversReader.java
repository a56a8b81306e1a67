package io.casguard.formats;

import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Waiver;
import io.casguard.topology.WaiverKeys;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads the waivers of one organization, from any number of documents.
final class WaiversReader {
  private static final Path WAIVERS = Path.SPEC.key(WaiverKeys.WAIVERS.name());

  private final Problems problems;
  private final Position first;
  private final SpecReader reader;

  /// @param first where its first document begins
  WaiversReader(Problems problems, Position first) {
    this.problems = problems;
    this.first = first;
    this.reader = new SpecReader(WaiverKeys.SPEC, problems);
  }

  /// Adds what stands below `spec` of one document.
  void add(YamlNode node) {
    reader.add(node);
  }

  /// Reports that nobody declares the topology which the waivers are about.
  void refuseFor(String organization, Collection<String> declared) {
    problems.add(
        first,
        "metadata.name",
        "no topology of "
            + organization
            + " is declared"
            + NearestName.hint(organization, declared));
  }

  /// The waivers, in the order of guidelines and places; where each stands is added to the sources
  /// of the topology.
  List<Waiver> finish(SourceMap sources) {
    Entity spec = reader.finish();
    sources.addAll(reader.sources());
    return spec.parts(WaiverKeys.WAIVERS).values().stream()
        .flatMap(entity -> waiver(entity).stream())
        .toList();
  }

  private Optional<Waiver> waiver(Entity entity) {
    Path at = WAIVERS.item(entity.name());
    WaiverKeys.WAIVER.required().forEach(key -> demand(key, entity, at));
    value(entity, WaiverKeys.PLACE)
        .flatMap(PlaceOfWaiver::mistake)
        .ifPresent(mistake -> problem(at.key(WaiverKeys.PLACE.name()), mistake));
    return value(entity, WaiverKeys.GUIDELINE)
        .flatMap(
            guideline ->
                value(entity, WaiverKeys.PLACE).flatMap(place -> waiver(entity, guideline, place)));
  }

  private static Optional<Waiver> waiver(Entity entity, String guideline, Path place) {
    return value(entity, WaiverKeys.REASON)
        .flatMap(
            reason ->
                value(entity, WaiverKeys.OWNER)
                    .flatMap(
                        owner ->
                            value(entity, WaiverKeys.EXPIRES)
                                .map(
                                    expires ->
                                        new Waiver(
                                            guideline,
                                            place,
                                            reason,
                                            owner,
                                            value(entity, WaiverKeys.TICKET).orElse(""),
                                            expires))));
  }

  /// Reports a key that is left out or null. One that was stated and not understood is reported
  /// already.
  private void demand(Key<?> key, Entity entity, Path at) {
    boolean isNull = entity.stated(key).filter(Known.Absent.class::isInstance).isPresent();
    boolean isLeftOut = reader.sources().stated(at.key(key.name())).isEmpty();
    if (isNull || isLeftOut) {
      problem(at.key(key.name()), "a waiver needs its " + key);
    }
  }

  private static <T> Optional<T> value(Entity entity, Key<T> key) {
    return entity.stated(key).flatMap(Known::toOptional);
  }

  private void problem(Path path, String message) {
    problems.add(reader.sources().find(path).orElse(first), path.toString(), message);
  }
}
