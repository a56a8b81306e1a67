package io.casguard.formats;

import static io.casguard.formats.BesideTopology.value;

import io.casguard.topology.Entity;
import io.casguard.topology.Path;
import io.casguard.topology.Waiver;
import io.casguard.topology.WaiverKeys;
import java.util.Optional;

/// Reads a waiver.
final class WaiverReader {
  private WaiverReader() {}

  /// The reader of one organization's waivers.
  static BesideTopology<Waiver> of(Problems problems, Position first) {
    return new BesideTopology<>(
        WaiverKeys.SPEC, WaiverKeys.WAIVERS, WaiverReader::read, problems, first);
  }

  private static Optional<Waiver> read(Entity entity, Path at, BesideTopology<Waiver> document) {
    WaiverKeys.WAIVER.required().forEach(key -> document.demand(key, entity, at, "a waiver"));
    value(entity, WaiverKeys.PLACE)
        .flatMap(PlaceOfWaiver::mistake)
        .ifPresent(mistake -> document.problem(at.key(WaiverKeys.PLACE.name()), mistake));
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
}
