package io.casguard.guidelines;

import io.casguard.topology.Path;
import io.casguard.topology.Place;
import io.casguard.topology.Waiver;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// What a guideline says of one place.
public sealed interface Verdict {
  /// The guideline's number.
  String guideline();

  /// What it is about.
  Place place();

  /// Where that is stated.
  default Path path() {
    return place().path();
  }

  /// The guideline is kept.
  record Conforms(String guideline, Place place) implements Verdict {}

  /// The guideline is broken.
  record Departs(Violation violation) implements Verdict {
    @Override
    public String guideline() {
      return violation.guideline();
    }

    @Override
    public Place place() {
      return violation.place();
    }

    @Override
    public Path path() {
      return violation.path();
    }
  }

  /// The guideline is broken, and somebody accepted that for a time.
  record Waived(Violation violation, Waiver waiver) implements Verdict {
    @Override
    public String guideline() {
      return violation.guideline();
    }

    @Override
    public Place place() {
      return violation.place();
    }

    @Override
    public Path path() {
      return violation.path();
    }
  }

  /// The guideline does not speak of this place.
  ///
  /// @param words the reason, put into words when it is asked for
  record NotApplicable(String guideline, Place place, Supplier<String> words) implements Verdict {
    /// The reason, in words.
    public String why() {
      return words.get();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof NotApplicable it
          && guideline.equals(it.guideline)
          && place.equals(it.place)
          && why().equals(it.why());
    }

    @Override
    public int hashCode() {
      return Objects.hash(guideline, place, why());
    }

    @Override
    public String toString() {
      return "NotApplicable[guideline=" + guideline + ", place=" + place + ", why=" + why() + "]";
    }
  }

  /// The topology does not say enough to tell. Never a pass.
  ///
  /// @param unsaid the paths that would have to be stated
  /// @param why what is missing, in words
  record NotChecked(String guideline, Place place, List<Path> unsaid, String why)
      implements Verdict {
    public NotChecked {
      unsaid = List.copyOf(unsaid);
    }

    @Override
    public Path path() {
      return unsaid.isEmpty() ? place.path() : unsaid.getFirst();
    }
  }
}
