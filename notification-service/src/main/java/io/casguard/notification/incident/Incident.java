package io.casguard.notification.incident;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One episode of one thing that is wrong. Each state has only the transitions that are legal from it:
///
///     begin ──▶ Open ── gone ──▶ Resolved
///               │  ▲               │
///               └──┘               └─ back: the next episode, Open, which names this one
///           stays, changes
public sealed interface Incident {
  /// Which episode of what, and since when.
  record Episode(
      IncidentKey key,
      int number, // counted from one
      String organization,
      Mark opened,
      @Nullable Integer previous // the number of the episode before; absent for the first
      ) {}

  Episode episode();

  /// As it was last seen.
  Trouble trouble();

  /// When it was last seen, or seen to be gone.
  Mark seen();

  /// How many transitions the episode has had; the last one's number.
  int steps();

  /// It is wrong now.
  record Open(Episode episode, Trouble trouble, Mark seen, int steps) implements Incident {
    static Open first(Sighting sighting) {
      return new Open(
          new Episode(sighting.key(), 1, sighting.organization(), sighting.mark(), null),
          sighting.trouble(),
          sighting.mark(),
          1);
    }

    Open stays(Sighting sighting) {
      return new Open(episode, sighting.trouble(), sighting.mark(), steps);
    }

    Open changes(Sighting sighting) {
      return new Open(episode, sighting.trouble(), sighting.mark(), steps + 1);
    }

    Resolved goes(Sighting sighting, String why) {
      return new Resolved(episode, lastTrouble(sighting), sighting.mark(), steps + 1, why);
    }

    /// What is gone is told as it was: a path that is free again hits nobody any more.
    private Trouble lastTrouble(Sighting sighting) {
      return sighting.trouble() instanceof Trouble.BrokenPath ? trouble : sighting.trouble();
    }
  }

  /// It was wrong, and is not any more.
  record Resolved(Episode episode, Trouble trouble, Mark seen, int steps, String why)
      implements Incident {
    Open returns(Sighting sighting) {
      return new Open(
          new Episode(
              episode.key(),
              episode.number() + 1,
              episode.organization(),
              sighting.mark(),
              episode.number()),
          sighting.trouble(),
          sighting.mark(),
          1);
    }
  }

  /// What follows from a sighting: the incident as it is now, and what is told about that, if
  /// anything.
  record Outcome(Incident incident, Optional<Transition> told) {
    private static Optional<Outcome> silently(Incident incident) {
      return Optional.of(new Outcome(incident, Optional.empty()));
    }

    private static Optional<Outcome> telling(Transition transition, Incident incident) {
      return Optional.of(new Outcome(incident, Optional.of(transition)));
    }
  }

  /// What appears begins an incident, and so does a change of what nobody has seen appear: its
  /// opening is a dead letter. What is gone without that has nothing to resolve.
  static Optional<Outcome> begin(Sighting sighting) {
    return switch (sighting.sign()) {
      case Sighting.Sign.Appeared _, Sighting.Sign.Changed _ ->
          Outcome.telling(Transition.OPENED, Open.first(sighting));
      case Sighting.Sign.Stayed _, Sighting.Sign.Gone _ -> Optional.empty();
    };
  }

  /// Empty where the sighting is no newer than what is known.
  default Optional<Outcome> follow(Sighting sighting) {
    if (!sighting.mark().isAfter(seen())) {
      return Optional.empty();
    }
    return switch (this) {
      case Open open ->
          switch (sighting.sign()) {
            case Sighting.Sign.Appeared _, Sighting.Sign.Stayed _ ->
                Outcome.silently(open.stays(sighting));
            case Sighting.Sign.Changed _ ->
                Outcome.telling(Transition.CHANGED, open.changes(sighting));
            case Sighting.Sign.Gone(var why) ->
                Outcome.telling(Transition.RESOLVED, open.goes(sighting, why));
          };
      case Resolved resolved ->
          switch (sighting.sign()) {
            case Sighting.Sign.Appeared _, Sighting.Sign.Changed _ ->
                Outcome.telling(Transition.OPENED, resolved.returns(sighting));
            case Sighting.Sign.Stayed _, Sighting.Sign.Gone _ -> Optional.empty();
          };
    };
  }
}
