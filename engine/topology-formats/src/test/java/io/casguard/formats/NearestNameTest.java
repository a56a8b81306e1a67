package io.casguard.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> NAMES =
      List.of("externalUrl", "internalUrl", "requireSsl", "owa", "A", "LEE-CAS1", "LEE-CAS2");

  @ParameterizedTest
  @CsvSource({
    "externalUr, externalUrl",
    "externalurl, externalUrl",
    "exetrnalUrl, externalUrl",
    "intrenalUrl, internalUrl",
    "requiresSSL, requireSsl",
    "ova, owa",
    "a, A",
    "LEE-CAS, LEE-CAS1",
    "LEE-CAS9, LEE-CAS1"
  })
  void fewTypingErrorsAreRecognized(String wrong, String right) {
    assertThat(NearestName.of(wrong, NAMES)).hasValue(right);
    assertThat(NearestName.hint(wrong, NAMES)).isEqualTo("; did you mean " + right + "?");
  }

  @ParameterizedTest
  @CsvSource({"B", "ow", "url", "mailboxServer", "''"})
  void whatIsFarFromEveryNameGetsNoHint(String wrong) {
    assertThat(NearestName.of(wrong, NAMES)).isEmpty();
    assertThat(NearestName.hint(wrong, NAMES)).isEmpty();
  }

  @Test
  void twoExchangedLettersAreOneError() {
    assertThat(NearestName.of("oaw", List.of("owa"))).hasValue("owa");
  }
}
