package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTest {
  @Test
  void anAddressIsTakenApart() {
    // When
    Url url = new Url("HTTPS://Mail.Contoso.com:444/owa/");

    // Then
    assertThat(url.scheme()).isEqualTo("https");
    assertThat(url.host()).hasValue("mail.contoso.com");
    assertThat(url.path()).isEqualTo("/owa");
    assertThat(url.isHttps()).isTrue();
    assertThat(url).hasToString("HTTPS://Mail.Contoso.com:444/owa/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail.contoso.com", "https://a b/owa", "https:///owa", "///", "mailto:a"})
  void whatIsNoAddressHasNoHostAndIsKept(String text) {
    // When
    Url url = new Url(text);

    // Then
    assertThat(url.host()).isEmpty();
    assertThat(url.isHttps()).isFalse();
    assertThat(url.namesAnAddress()).isFalse();
    assertThat(url.hasPublicName()).isFalse();
    assertThat(url.sameAs(new Url(text))).isTrue();
    assertThat(url).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "https://mail.contoso.com/owa, https://MAIL.contoso.com/OWA/, true",
    "https://mail.contoso.com, https://mail.contoso.com/, true",
    "https://mail.contoso.com/owa, http://mail.contoso.com/owa, false",
    "https://mail.contoso.com/owa, https://mail.contoso.com:443/owa, false",
    "https://mail.contoso.com/owa, https://mail.contoso.com/ecp, false",
    "mail.contoso.com, mail.contoso.com/, true",
    "mail.contoso.com, https://mail.contoso.com, false"
  })
  void addressesAreTheSameUpToCaseAndATrailingSlash(String one, String other, boolean same) {
    assertThat(new Url(one).sameAs(new Url(other))).isEqualTo(same);
    assertThat(new Url(other).sameAs(new Url(one))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "https://mail.example.com/owa, true, false",
    "https://cas1.corp.local/owa, false, false",
    "https://cas1.lan/owa, false, false",
    "https://cas1.corp.internal/owa, false, false",
    "https://cas1/owa, false, false",
    "https://192.0.2.7/owa, false, true",
    "https://[2001:db8::1]/owa, false, true"
  })
  void onlyANameOfSeveralLabelsMayResolveOnTheInternet(
      String text, boolean publicName, boolean address) {
    assertThat(new Url(text).hasPublicName()).isEqualTo(publicName);
    assertThat(new Url(text).namesAnAddress()).isEqualTo(address);
  }
}
