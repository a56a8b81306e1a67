package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathTest {
  @Test
  void namesCompareWithoutCaseAndAreKeptAsWritten() {
    // Given
    Path path = Path.SPEC.key("sites").key("Leeds");

    // When // Then
    assertThat(path).hasToString("spec.sites.Leeds").isEqualTo(Path.SPEC.key("SITES").key("leeds"));
    assertThat(path.name()).isEqualTo("Leeds");
    assertThat(path.names()).containsExactly("spec", "sites", "Leeds");
  }

  @Test
  void noTwoPlacesAreWrittenAlike() {
    assertThat(Path.SPEC.item("a")).hasToString("spec[a]");
    assertThat(Path.SPEC.key("[a]")).hasToString("spec[\"[a]\"]");
    assertThat(Path.SPEC.key("a.b")).hasToString("spec[\"a.b\"]");
    assertThat(Path.SPEC.key("a = b")).hasToString("spec[\"a = b\"]");
    assertThat(Path.SPEC.key("a\"b")).hasToString("spec[\"a\\\"b\"]");
  }

  @Test
  void aPlaceContainsItselfAndWhatLiesBelow() {
    assertThat(Path.SPEC.contains(Path.SPEC.key("a").item("b"))).isTrue();
    assertThat(Path.SPEC.contains(Path.SPEC)).isTrue();
    assertThat(Path.SPEC.key("a").contains(Path.SPEC.key("ab"))).isFalse();
    assertThat(Path.ROOT.contains(Path.SPEC)).isTrue();
    assertThat(Path.ROOT.parent()).isEqualTo(Path.ROOT);
  }

  @Test
  void namesFoldAsTheyCompare() {
    for (String[] pair : new String[][] {{"\u0131", "I"}, {"\u017F", "S"}, {"\u03C2", "\u03A3"}}) {
      assertThat(pair[0]).isEqualToIgnoringCase(pair[1]);
      assertThat(Names.folded(pair[0])).isEqualTo(Names.folded(pair[1]));
    }
  }
}
