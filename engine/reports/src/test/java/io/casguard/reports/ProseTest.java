package io.casguard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {
  @Test
  void linesBreakAtSpacesAndLongWordsStayWhole() {
    assertThat(Prose.lines("one two three", 7)).containsExactly("one two", "three");
    assertThat(Prose.lines("a https://mail.contoso.com/owa b", 10))
        .containsExactly("a", "https://mail.contoso.com/owa", "b");
    assertThat(Prose.lines("", 10)).isEmpty();
  }

  @Test
  void aParagraphStaysRightOfItsLabel() {
    // Given
    StringBuilder text = new StringBuilder();

    // When
    Prose.paragraph(text, "  why  ", "word ".repeat(30));

    // Then
    assertThat(text.toString().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Prose.COLUMNS))
        .last()
        .asString()
        .startsWith("       word");
  }

  @Test
  void numbersAgreeWithTheirNouns() {
    assertThat(Prose.counted(0, "user", "users")).isEqualTo("0 users");
    assertThat(Prose.counted(1, "user", "users")).isEqualTo("1 user");
    assertThat(Prose.counted(1200, "user", "users")).isEqualTo("1,200 users");
  }

  @Test
  void whatWouldMoveACursorOrTurnTheReadingIsReplaced() {
    assertThat(Prose.harmless("owa (Default Web Site) \u00e9\u05d0\ud83d\ude00"))
        .isEqualTo("owa (Default Web Site) \u00e9\u05d0\ud83d\ude00");
    assertThat(Prose.harmless("a\u001b[31m\u0085\n\u2028\u202e\u2066\ud800b"))
        .isEqualTo("a\uFFFD[31m\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDb");
  }

  @Test
  void coloursAreTheOnlyDifferenceOfStyles() {
    assertThat(Style.PLAIN.bad("error")).isEqualTo("error");
    assertThat(Style.COLOUR.bad("error")).isEqualTo("\u001b[31merror\u001b[0m");
  }
}
