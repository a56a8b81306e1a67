package io.casguard.formats.imports;

import io.casguard.formats.Position;
import io.casguard.topology.Known;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.List;

/// What all exports together say of one key of one thing.
sealed interface Answer {
  /// One export says it, or all that do agree.
  record Said(Known<?> known, Position at) implements Answer {}

  /// An export has the property, and its value cannot be read.
  record Left(String why, Position at) implements Answer {}

  /// Exports disagree, so that nothing is taken.
  record Contradicted(List<Said> said) implements Answer {
    private static final int MOST = 5;

    public Contradicted {
      said = List.copyOf(said);
    }

    private Contradicted and(Said other) {
      List<Said> more = new ArrayList<>(said);
      more.add(other);
      return new Contradicted(more);
    }
  }

  /// Both answers together: a value is worth more than one that could not be read, two values must
  /// agree.
  static Answer together(Answer one, Answer other) {
    return switch (one) {
      case Left _ -> other instanceof Left ? one : other;
      case Said said ->
          other instanceof Said another && !same(said, another)
              ? new Contradicted(List.of(said, another))
              : one;
      case Contradicted several ->
          other instanceof Said another
                  && several.said.size() < Contradicted.MOST
                  && several.said.stream().noneMatch(said -> same(said, another))
              ? several.and(another)
              : one;
    };
  }

  private static boolean same(Said one, Said other) {
    return one.known.equals(other.known)
        || (one.known instanceof Known.Value<?>(Object left)
            && other.known instanceof Known.Value<?>(Object right)
            && sameValue(left, right));
  }

  private static boolean sameValue(Object left, Object right) {
    return switch (left) {
      case Url url -> url.sameAs((Url) right);
      case String text -> text.equalsIgnoreCase((String) right);
      default -> false;
    };
  }
}
