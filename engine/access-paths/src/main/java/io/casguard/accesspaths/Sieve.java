package io.casguard.accesspaths;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A condition that servers of the mailbox's site must meet to be chosen. Where none is left, that
/// is a fact that the table decides on.
///
/// @param clause what was consulted where some are left
/// @param noneLeft the fact
/// @param <S> the column of the table
record Sieve<S>(Clause clause, S noneLeft, Function<SecondServer, Finding> question) {
  /// What was found of one server.
  ///
  /// @param passed false where the server is left out
  record Finding(boolean passed, String text, List<Evidence> because) {
    Finding {
      because = List.copyOf(because);
    }

    static Finding of(boolean passed, String text, Evidence... because) {
      return new Finding(passed, text, List.of(because));
    }
  }

  /// Leaves out who does not meet the conditions, one condition after the other.
  ///
  /// @param fit the fact where some are left in the end
  static <S> S sift(
      List<SecondServer> servers,
      List<Sieve<S>> sieves,
      Function<List<Target>, S> fit,
      TrailDraft trail) {
    List<SecondServer> left = servers;
    for (Sieve<S> sieve : sieves) {
      List<SecondServer> kept = new ArrayList<>();
      List<Finding> passed = new ArrayList<>();
      List<Finding> out = new ArrayList<>();
      for (SecondServer server : left) {
        Finding finding = sieve.question().apply(server);
        if (finding.passed()) {
          kept.add(server);
          passed.add(finding);
        } else {
          out.add(finding);
        }
      }
      if (kept.isEmpty()) {
        trail.restsOn(text(out), because(out));
        return sieve.noneLeft();
      }
      trail.passes(sieve.clause(), text(passed), because(passed).toArray(Evidence[]::new));
      left = kept;
    }
    return fit.apply(left.stream().flatMap(server -> server.address().stream()).toList());
  }

  private static String text(List<Finding> findings) {
    return String.join("; ", findings.stream().map(Finding::text).distinct().toList());
  }

  private static List<Evidence> because(List<Finding> findings) {
    return findings.stream().flatMap(finding -> finding.because().stream()).distinct().toList();
  }
}
