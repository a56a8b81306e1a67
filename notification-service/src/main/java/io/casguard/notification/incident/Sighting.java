package io.casguard.notification.incident;

import io.casguard.contracts.AccessPathsChanged;
import io.casguard.contracts.Event;
import io.casguard.contracts.OrganizationDeleted;
import io.casguard.contracts.ReachChanged;
import io.casguard.contracts.TopologyChanged;
import io.casguard.contracts.ViolationChanged;
import io.casguard.contracts.ViolationEvent;
import io.casguard.contracts.ViolationFacts;
import io.casguard.contracts.ViolationOpened;
import io.casguard.contracts.ViolationResolved;
import io.casguard.contracts.ViolationWaiverLapsed;
import io.casguard.notification.incident.Trouble.BrokenGuideline;
import io.casguard.notification.incident.Trouble.BrokenPath;
import java.util.List;

/// What an event says about one thing that may be wrong.
public record Sighting(
    IncidentKey key, String organization, Sign sign, Trouble trouble, Mark mark) {
  /// What became of it.
  public sealed interface Sign {
    /// It is there, and was not before.
    record Appeared() implements Sign {}

    /// It is there as before, and people want to know how it differs.
    record Changed() implements Sign {}

    /// It is there as before; only counts or words differ.
    record Stayed() implements Sign {}

    /// It is gone.
    record Gone(String why) implements Sign {}
  }

  /// What an event says, in its order. Changes of a topology are no news here: what they bring
  /// about is.
  public static List<Sighting> of(Event event) {
    return switch (event) {
      case ViolationEvent violation -> List.of(of(violation));
      case AccessPathsChanged paths ->
          paths.reach().stream().map(reach -> of(paths, reach)).toList();
      case TopologyChanged _, OrganizationDeleted _ -> List.of();
    };
  }

  private static Sighting of(ViolationEvent event) {
    Sign sign =
        switch (event) {
          case ViolationOpened _, ViolationWaiverLapsed _ -> new Sign.Appeared();
          case ViolationChanged _ -> new Sign.Changed();
          case ViolationResolved resolved -> new Sign.Gone(resolved.why());
        };
    ViolationFacts violation = event.violation();
    return new Sighting(
        IncidentKey.of(
            Kind.VIOLATION,
            List.of(event.organization(), violation.guideline(), violation.fingerprint())),
        event.organization(),
        sign,
        new BrokenGuideline(
            violation, event instanceof ViolationWaiverLapsed lapsed ? lapsed.waiver() : null),
        new Mark(event.at(), event.revision(), event.commit()));
  }

  /// Users who were never reached are no turn for the worse, so they stay. People whom nobody
  /// counted count as none, but there is an example of them.
  private static Sighting of(AccessPathsChanged event, ReachChanged reach) {
    boolean nobody = reach.notReached() == 0 && reach.counterExample() == null;
    boolean uncounted = reach.notReached() == 0 && reach.counterExample() != null;
    Sign sign =
        nobody
            ? new Sign.Gone("reached again")
            : reach.lost() > 0 || uncounted ? new Sign.Appeared() : new Sign.Stayed();
    return new Sighting(
        IncidentKey.of(
            Kind.PATH,
            List.of(
                event.organization(),
                reach.protocol(),
                reach.entry(),
                reach.mailboxSite(),
                reach.network())),
        event.organization(),
        sign,
        new BrokenPath(
            reach.protocol(),
            reach.entry(),
            reach.mailboxSite(),
            reach.network(),
            reach.notReached(),
            reach.counterExample()),
        new Mark(event.at(), event.revision(), event.commit()));
  }
}
