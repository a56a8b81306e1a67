package io.casguard.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlingTest {
  private static final String PROXIED = "{windowsAuthentication: true, formsAuthentication: false}";
  private static final String REDIRECTED = "{externalUrl: 'https://leeds.example.com/owa'}";

  private static String body(String seattle, String leeds, String links) {
    return """
    domain: example.com
    sites:
      seattle:
        internetFacing: true
        servers:
          SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://mail.example.com/owa'%s}}
      leeds:
        servers:
          LEE-CAS1: {roles: [ClientAccess], owa: %s}
          LEE-MBX1: {roles: [Mailbox]}
    siteLinks: %s
    publishing:
      mail.example.com: {from: [internet], servers: [SEA-CAS1], through: none}
      leeds.example.com: {from: [internet], servers: [LEE-CAS1], through: none, protocols: [activeSync]}
    users:
      - {name: leeds-staff, mailboxServer: LEE-MBX1, count: 900, from: [internet], protocols: {owa: 900}}
    """
        .formatted(seattle, leeds, links);
  }

  private static final String LINKED =
      "[{sites: [seattle, leeds], cost: 100, replicationInterval: 15m}]";

  @Test
  void aChangeOfOneSiteLetsTheOthersWaitForWhatWasBefore() {
    // When
    Settling settling = settling(body("", REDIRECTED, LINKED), body("", PROXIED, LINKED));

    // Then
    assertThat(settling.views()).hasSize(1);
    Settling.View view = settling.views().getFirst();
    assertThat(view.sites()).containsExactly("seattle");
    assertThat(view.waiting())
        .containsExactly(new WhatIf.Heads(Protocol.OWA, Network.INTERNET, 900, 0));
    assertThat(view.meanwhile()).isEmpty();
    assertThat(view.worst()).isEqualTo(new Known.Value<>(Duration.ofSeconds(15 * 60 + 90)));
  }

  @Test
  void whoGetsInBeforeAndAfterMayBeLostInBetween() {
    // When
    Settling settling =
        settling(
            body("", REDIRECTED, LINKED),
            body(", redirectToOptimalOwaServer: false", PROXIED, LINKED));

    // Then
    Settling.View view = settling.views().getFirst();
    assertThat(view.sites()).containsExactly("seattle");
    assertThat(view.meanwhile())
        .singleElement()
        .satisfies(
            people -> {
              assertThat(people.lost()).isTrue();
              assertThat(List.of(people.before(), people.between(), people.after()))
                  .containsExactly("REDIRECT_LINK", "FAIL", "PROXY");
              assertThat(people.users()).isEqualTo(900);
            });
  }

  @Test
  void whatChangesNobodysOutcomeSettlesUnnoticed() {
    assertThat(settling(body("", PROXIED, LINKED), body("", PROXIED, LINKED)).views()).isEmpty();
  }

  @Test
  void howLongItTakesIsUnsaidWhereNoLinkJoinsTheSites() {
    // When
    Settling settling = settling(body("", REDIRECTED, "null"), body("", PROXIED, "null"));

    // Then
    assertThat(settling.views().getFirst().worst()).isInstanceOf(Known.Unsaid.class);
  }

  private static Settling settling(String before, String after) {
    return Plan.of(
            new Plan.Declared(Spec.of(before).topology(), List.of()),
            new Plan.Declared(Spec.of(after).topology(), List.of()),
            LocalDate.parse("2026-11-25"))
        .settling();
  }
}
