package io.casguard.accesspaths;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrailTest {
  private static final Trail.Step PASSED = new Trail.Passed(Clause.O_5, "elsewhere", List.of());
  private static final Trail.Step DECIDED =
      new Trail.Decided(Clause.O_5, "here", List.of(), new Outcome.Local("CAS1"));

  @Test
  void aTrailEndsInItsDecision() {
    assertThatThrownBy(() -> new Trail(List.of(DECIDED, PASSED)))
        .hasMessage("a trail ends in its decision");
    assertThatThrownBy(() -> new Trail(List.of())).hasMessage("a trail ends in its decision");
  }

  @Test
  void aTrailDecidesOnce() {
    assertThatThrownBy(() -> new Trail(List.of(DECIDED, DECIDED)))
        .hasMessage("a trail decides once");
  }
}
