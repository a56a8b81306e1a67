package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Path;
import io.casguard.topology.Waiver;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final Findings BROKEN =
      findings("setup", "windowsAuthentication: false, formsAuthentication: true");
  private static final Findings REPAIRED =
      findings("setup", "windowsAuthentication: true, formsAuthentication: false");
  private static final Findings UNSAID = findings("none", "formsAuthentication: null");

  @Test
  void aKnownViolationIsNoNewsAndANewOneIs() {
    // Given
    Baseline baseline = Baseline.EMPTY.renewed("contoso", BROKEN);

    // When
    Review known = baseline.applied("contoso", Review.of(BROKEN));
    Review elsewhere = baseline.applied("fabrikam", Review.of(BROKEN));

    // Then
    assertThat(BROKEN.violations()).isNotEmpty();
    assertThat(known.violations()).isEmpty();
    assertThat(known.known()).isEqualTo(BROKEN.violations());
    assertThat(known.findings().summary()).isEqualTo(BROKEN.summary());
    assertThat(elsewhere.violations()).isEqualTo(BROKEN.violations());
    assertThat(elsewhere.known()).isEmpty();
  }

  @Test
  void whatIsGoneLeavesAndNothingEnters() {
    // Given
    Baseline baseline = Baseline.EMPTY.renewed("contoso", BROKEN).renewed("fabrikam", BROKEN);

    // When
    Baseline shrunk = baseline.without(baseline.resolved("contoso", REPAIRED));

    // Then
    assertThat(shrunk).isEqualTo(Baseline.EMPTY.renewed("fabrikam", BROKEN));
    assertThat(Baseline.EMPTY.resolved("contoso", BROKEN)).isEmpty();
    assertThat(baseline.resolved("contoso", BROKEN)).isEmpty();
  }

  @Test
  void whatCanNoLongerBeToldIsNotGone() {
    // Given
    Baseline baseline = Baseline.EMPTY.renewed("contoso", BROKEN);

    // When
    List<Baseline.Entry> resolved = baseline.resolved("contoso", UNSAID);

    // Then
    assertThat(UNSAID.violations()).isEmpty();
    assertThat(resolved).noneMatch(entry -> entry.guideline().equals("CAP-103"));
  }

  @Test
  void whatIsWaivedIsNotGoneAndDoesNotEnter() {
    // Given
    LocalDate today = LocalDate.parse("2026-11-25");
    List<Waiver> waivers =
        BROKEN.violations().stream()
            .map(it -> new Waiver(it.guideline(), Path.SPEC, "r", "o", "", today))
            .distinct()
            .toList();
    Baseline baseline = Baseline.EMPTY.renewed("contoso", BROKEN);

    // When
    Findings waived = Waivers.apply(BROKEN, waivers, today, Catalog.guidelines()).findings();

    // Then
    assertThat(baseline.resolved("contoso", waived)).isEmpty();
    assertThat(baseline.renewed("contoso", waived)).isEqualTo(Baseline.EMPTY);
  }

  @Test
  void entriesAreOrderedWhateverTheOrderTheyCameIn() {
    // Given
    Baseline one = Baseline.EMPTY.renewed("contoso", BROKEN).renewed("fabrikam", BROKEN);

    // When
    Baseline other = Baseline.EMPTY.renewed("fabrikam", BROKEN).renewed("contoso", BROKEN);

    // Then
    assertThat(other).isEqualTo(one);
    assertThat(new Baseline(one.entries().reversed())).isEqualTo(one);
  }

  private static Findings findings(String defaults, String authentication) {
    return Spec.of(
            """
      domain: example.com
      defaults: %s
      sites:
        seattle:
          internetFacing: true
          servers:
            SEA1: {roles: [ClientAccess], version: 8.3.83.6, owa: {externalUrl: https://mail.example.com/owa}}
            SEA2: {roles: [Mailbox], version: 8.3.83.6}
        leeds:
          internetFacing: false
          servers:
            LEE1:
              roles: [ClientAccess]
              version: 8.3.83.6
              owa: {externalUrl: null, %s}
              activeSync: {windowsAuthentication: true}
            LEE2: {roles: [Mailbox], version: 8.3.83.6}
      """
                .formatted(defaults, authentication))
        .findingsOf("CAP-103");
  }
}
