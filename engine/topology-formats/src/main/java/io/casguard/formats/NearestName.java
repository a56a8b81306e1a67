package io.casguard.formats;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The right name that a wrong one was probably meant to be.
public final class NearestName {
  private static final int MOST_ERRORS = 4;
  private static final int LETTERS_FOR_AN_ERROR = 3;

  private NearestName() {}

  /// The candidate with the fewest typing errors (a letter added, left out, replaced, or two
  /// exchanged), where they are few enough to be one. Of a name of one or two letters only the case
  /// can be wrong.
  public static Optional<String> of(String wrong, Collection<String> candidates) {
    String folded = wrong.toLowerCase(Locale.ROOT);
    int tolerated = Math.min(MOST_ERRORS, folded.length() / LETTERS_FOR_AN_ERROR);
    return candidates.stream()
        .filter(name -> Math.abs(name.length() - wrong.length()) <= tolerated)
        .filter(name -> distance(folded, name.toLowerCase(Locale.ROOT)) <= tolerated)
        .min(
            Comparator.comparingInt(
                    (String name) -> distance(folded, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// The end of a message: `; did you mean externalUrl?`, or nothing.
  public static String hint(String wrong, Collection<String> candidates) {
    return of(wrong, candidates).map(name -> "; did you mean " + name + "?").orElse("");
  }

  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
