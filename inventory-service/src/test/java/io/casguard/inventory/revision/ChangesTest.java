package io.casguard.inventory.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.contracts.Change;
import io.casguard.contracts.TopologyChanged;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final String LONG = "x".repeat(201);

  @Test
  void anEventListsAHundred() {
    // When
    var told =
        Changes.inShort(Collections.nCopies(101, new Change("spec.domain", "added", null, "a")));

    // Then
    assertThat(told).hasSize(TopologyChanged.LISTED_CHANGES);
  }

  @Test
  void aLongValueIsLeftOut() {
    // When
    var told = Changes.inShort(List.of(new Change("spec.domain", "changed", LONG, "a")));

    // Then
    assertThat(told).containsExactly(new Change("spec.domain", "changed", null, "a"));
  }

  @Test
  void aChangeAtALongPathIsNotListed() {
    // When
    var told = Changes.inShort(List.of(new Change(LONG, "added", null, "a")));

    // Then
    assertThat(told).isEmpty();
  }
}
