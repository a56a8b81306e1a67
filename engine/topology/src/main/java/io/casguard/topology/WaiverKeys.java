package io.casguard.topology;

import static io.casguard.topology.Type.Parts.Form.LIST;

import io.casguard.topology.Type.Parts;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/// The table of keys of `kind: Waivers`, as [Vocabulary] is that of a topology.
public final class WaiverKeys {
  // spotless:off
  private static final Shape.Draft waiver = Shape.draft("waiver");
  public static final Key<String> GUIDELINE =
      waiver.identity("guideline", Types.GUIDELINE, "The guideline whose violations are accepted, `CAP-104`.");
  public static final Key<Path> PLACE =
      waiver.identity("place", Types.PLACE, "Where: a path as reports print it, compared without case. Everything inside it is meant.");
  public static final Key<String> REASON =
      waiver.required("reason", Types.TEXT, "Why the violation is accepted.");
  public static final Key<String> OWNER =
      waiver.required("owner", Types.TEXT, "Who answers for it.");
  public static final Key<String> TICKET =
      waiver.key("ticket", Types.TEXT, "Where it was agreed.");
  public static final Key<LocalDate> EXPIRES =
      waiver.required("expires", Types.DATE, "The last day on which it waives, in UTC; at most a year ahead.");

  /// One accepted violation, or all of a guideline inside a place.
  public static final Shape WAIVER = waiver.done();

  private static final Shape.Draft spec = Shape.draft("waivers");
  public static final Key<SortedMap<String, Entity>> WAIVERS =
      spec.key("waivers", new Parts(WAIVER, LIST), "The waivers; one for each guideline and place.");

  /// Everything below `spec`.
  public static final Shape SPEC = spec.done();

  // spotless:on

  private WaiverKeys() {}

  /// The waivers as what stands below `spec`.
  public static Entity spec(List<Waiver> waivers) {
    Entity spec = Entity.named(SPEC, "");
    for (Waiver waiver : waivers) {
      spec = spec.with(WAIVERS, waiver.path().name(), entity(waiver));
    }
    return spec;
  }

  private static Entity entity(Waiver waiver) {
    Entity entity =
        Entity.named(WAIVER, waiver.path().name())
            .with(GUIDELINE, waiver.guideline())
            .with(PLACE, waiver.place())
            .with(REASON, waiver.reason())
            .with(OWNER, waiver.owner())
            .with(EXPIRES, waiver.expires());
    return waiver.ticket().isEmpty() ? entity : entity.with(TICKET, waiver.ticket());
  }

  /// Every shape of the kind, from the outermost in.
  public static Stream<Shape> shapes() {
    return Stream.of(SPEC, WAIVER);
  }
}
