package io.casguard.guidelines;

import io.casguard.topology.Organization;
import java.util.List;

/// Which guideline speaks where several could, so that one mistake is named once. Source: specification 3.4.
final class Precedence {
  private Precedence() {}

  /// The verdicts that remain.
  static List<Verdict> apply(Organization organization, List<Verdict> verdicts) {
    return verdicts;
  }
}
