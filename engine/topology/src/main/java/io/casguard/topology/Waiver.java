package io.casguard.topology;

import java.time.LocalDate;

/// Somebody's decision to live with violations of a guideline at a place until a day.
///
/// @param guideline its number
/// @param place what it is about: everything in it is meant
/// @param reason why, in words
/// @param owner who answers for it
/// @param ticket where it was agreed; empty where nobody says
/// @param expires the last day on which it waives, in UTC
public record Waiver(
    String guideline, Path place, String reason, String owner, String ticket, LocalDate expires) {
  private static final Path ALL = Path.SPEC.key("waivers");

  /// Where the waiver itself is stated, `spec.waivers[CAP-104 at spec.sites.leeds]`: a key of the
  /// organization's source map.
  public Path path() {
    return ALL.item(guideline + " at " + place);
  }

  /// True where a violation of a guideline at a path is meant, whatever the day.
  public boolean covers(String violated, Path at) {
    return guideline.equals(violated) && place.contains(at);
  }
}
