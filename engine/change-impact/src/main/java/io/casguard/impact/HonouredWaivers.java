package io.casguard.impact;

import io.casguard.topology.Path;
import io.casguard.topology.Waiver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which waivers count after a change: those that were there before it and that it keeps, until the
/// earlier of their two last days.
///
/// @param honoured they waive
/// @param proposed the change brings them or extends them: as far as that goes they do not
record HonouredWaivers(List<Waiver> honoured, List<Waiver> proposed) {
  private record Meant(String guideline, Path place) {
    static Meant by(Waiver waiver) {
      return new Meant(waiver.guideline(), waiver.place());
    }
  }

  static HonouredWaivers of(List<Waiver> before, List<Waiver> after) {
    Map<Meant, Waiver> known = new HashMap<>();
    before.forEach(waiver -> known.put(Meant.by(waiver), waiver));
    List<Waiver> honoured = new ArrayList<>();
    List<Waiver> proposed = new ArrayList<>();
    for (Waiver waiver : after) {
      Waiver earlier = known.get(Meant.by(waiver));
      boolean isLonger = earlier == null || waiver.expires().isAfter(earlier.expires());
      if (isLonger) {
        proposed.add(waiver);
      }
      if (earlier != null) {
        honoured.add(isLonger ? earlier : waiver);
      }
    }
    return new HonouredWaivers(List.copyOf(honoured), List.copyOf(proposed));
  }
}
