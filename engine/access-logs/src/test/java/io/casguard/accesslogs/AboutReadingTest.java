package io.casguard.accesslogs;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.accesspaths.Assumptions;
import io.casguard.topology.Organization;
import io.casguard.topology.Parsed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Pages are synthetic: their names are those that the specification remembers.
class AboutReadingTest {
  private static final String PROXIED =
      """
      Mailbox owner: Ann Example [ann@contoso.com]
      Outlook Web Access experience: Premium
      Outlook Web Access host address: https://lee-cas1.contoso.com/owa
      Client Access server name: LEE-CAS1.contoso.com
      Mailbox server name: LEE-MBX1
      Proxying Client Access server name: SEA-CAS1.contoso.com
      Something new: of no matter
      """;

  @Test
  void aProxiedSessionNamesBothServersAndIsConfirmed() {
    // When
    AboutReading reading = read(Organizations.contoso(), PROXIED, Optional.empty());

    // Then
    assertThat(reading.verdict()).isEqualTo(Verdict.CONFIRMED);
    assertThat(reading.reading())
        .isEqualTo("SEA-CAS1 proxies this session to LEE-CAS1, for a mailbox at LEE-MBX1");
  }

  @Test
  void theAddressBarTellsTheFirstServerWhereThePageDoesNot() {
    // Given
    String page = "Client Access server name\tLEE-CAS1\nMailbox server name\tLEE-MBX1\n";

    // When
    AboutReading proxied = read(Organizations.contoso(), page, Optional.of("SEA-CAS1"));
    AboutReading direct = read(Organizations.contoso(), page, Optional.of("LEE-CAS1"));

    // Then
    assertThat(proxied.isProxied()).contains(true);
    assertThat(proxied.verdict()).isEqualTo(Verdict.CONFIRMED);
    assertThat(direct.isProxied()).contains(false);
    assertThat(direct.verdict()).isEqualTo(Verdict.CONFIRMED);
  }

  @Test
  void aSessionThatTheSimulatorRedirectsIsContradicted() {
    // Given
    Organization stale =
        Organizations.of(
            Organizations.CONTOSO.replace(
                "formsAuthentication: false}",
                "formsAuthentication: false, externalUrl: \"https://leeds.contoso.com/owa\"}"));

    // When
    AboutReading reading = read(stale, PROXIED, Optional.empty());

    // Then
    assertThat(reading.verdict()).isEqualTo(Verdict.CONTRADICTED);
    assertThat(reading.path().outcome().word()).isEqualTo("REDIRECT_LINK");
  }

  @Test
  void whatIsNoSuchPageIsRefusedWithARemedy() {
    assertThat(refusal("buy milk")).contains("paste the whole page of Options, About");
    assertThat(refusal(PROXIED.replace("LEE-MBX1", "OLD-MBX9")))
        .isEqualTo("the topology has no server OLD-MBX9, which the page names");
  }

  private static AboutReading read(Organization organization, String page, Optional<String> entry) {
    return switch (AboutReading.of(organization, AboutPage.of(page), entry, Assumptions.DEFAULT)) {
      case Parsed.Understood<AboutReading>(AboutReading reading) -> reading;
      case Parsed.Refused<AboutReading>(String why) -> throw new AssertionError(why);
    };
  }

  private static String refusal(String page) {
    return AboutReading.of(
                Organizations.contoso(), AboutPage.of(page), Optional.empty(), Assumptions.DEFAULT)
            instanceof Parsed.Refused<AboutReading>(String why)
        ? why
        : "";
  }
}
