package io.casguard.accesspaths;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Path;

/// What the tests of every procedure expect of an access path.
final class Expect {
  private Expect() {}

  /// The user is refused, by this clause and for this reason.
  static void assertRefuses(AccessPath path, String word, Clause clause, String reason) {
    assertThat(path.outcome().word()).as(path.toString()).isEqualTo(word);
    assertThat(path.reached()).contains(Reached.NO);
    assertThat(path.reason()).contains(reason);
    assertThat(path.trail().decision().clause()).isEqualTo(clause);
  }

  static void assertFails(AccessPath path, Clause clause, String reason) {
    assertRefuses(path, "FAIL", clause, reason);
  }

  /// Exactly these values would have to be stated.
  static void assertUnsaid(AccessPath path, String... paths) {
    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("UNDETERMINED");
    assertThat(path.undetermined()).extracting(Path::toString).containsExactly(paths);
  }
}
