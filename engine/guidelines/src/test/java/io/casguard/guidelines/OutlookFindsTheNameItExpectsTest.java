package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutlookFindsTheNameItExpectsTest {
  private static final String TWO_HOSTS =
      """
      domain: example.com
      outlookProviders:
        EXPR: {certPrincipalName: "%s"}
      sites:
        seattle:
          servers:
            SEA-CAS1:
              outlookAnywhere: {enabled: true, externalHostname: mail.example.com}
              certificate: {subject: "%s", alternativeNames: []}
        leeds:
          servers:
            LEE-CAS1: {outlookAnywhere: {enabled: true, externalHostname: leeds.example.com}}
      """;

  @Test
  void oneNameForSeveralHostsIsDoubtedWhereACertificateIsUnsaid() {
    // When
    Spec spec = Spec.of(TWO_HOSTS.formatted("msstd:mail.example.com", "mail.example.com"));
    // Then
    assertThat(spec.violations("CAP-334"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.severity()).isEqualTo(Severity.WARNING);
              assertThat(spec.line(found.path())).isEqualTo(3);
            });
  }

  @Test
  void anAsteriskMayFitSeveralHosts() {
    // When
    Spec spec = Spec.of(TWO_HOSTS.formatted("msstd:*.example.com", "*.example.com"));
    // Then
    assertThat(spec.violations("CAP-334")).isEmpty();
  }

  @Test
  void theNameOfAnExportThatDoesNotPrintItIsNotTakenForEmpty() {
    // When
    Spec spec =
        Spec.of(
            """
            defaults: none
            sites:
              leeds:
                servers:
                  LEE-CAS1:
                    roles: [ClientAccess]
                    version: 2007 SP3
                    outlookAnywhere: {enabled: true, externalHostname: mail.example.com}
                    certificate: {subject: "*.example.com"}
            """);
    // Then
    assertThat(spec.violations("CAP-334")).isEmpty();
    assertThat(spec.findings().notChecked())
        .filteredOn(it -> it.guideline().equals("CAP-334"))
        .extracting(Verdict.NotChecked::why)
        .containsExactly("certPrincipalName of EXPR is unsaid");
  }
}
