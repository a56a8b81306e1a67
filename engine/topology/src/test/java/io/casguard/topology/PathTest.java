package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void whatIsWrittenCanBeRead() {
    Path leeds = Path.SPEC.key("sites").key("leeds").key("servers").key("LEE-CAS1");
    for (Path path :
        new Path[] {
          Path.SPEC,
          leeds.key("owa").key("externalUrl"),
          leeds.key("owa").item("owa (Default Web Site)").key("externalUrl"),
          Path.SPEC.key("publishing").key("mail.contoso.com").key("servers"),
          Path.SPEC.key("users").item("leeds.staff").key("count"),
          Path.SPEC.item("a]b").key("say \"no\" \\ yes").key(" a").key(""),
        }) {
      assertThat(Path.parse(path.toString())).isEqualTo(new Parsed.Understood<>(path));
    }
    assertThat(Path.parse("SPEC.Sites.LEEDS"))
        .isEqualTo(new Parsed.Understood<>(Path.SPEC.key("sites").key("leeds")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        "spec.",
        ".spec",
        "spec..a",
        "spec[",
        "spec[]",
        "spec[a",
        "spec[a]b",
        "spec.a]",
        "spec[\"a",
        "spec[\"a\"",
        "spec[\"a\\",
        "spec[\"a\"b\"]",
        "spec. a",
        "spec.a = b"
      })
  void whatIsNoPlaceIsRefused(String text) {
    assertThat(Path.parse(text)).isInstanceOf(Parsed.Refused.class);
  }
}
