package io.casguard.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Path;
import io.casguard.topology.Waiver;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {
  private static final String SEATTLE =
      """
      domain: example.com
      sites:
        seattle:
          internetFacing: true
          servers:
            SEA-CAS1: {version: 2007 SP3, owa: {externalUrl: https://mail.example.com/owa}}
      """;

  private static final String LEEDS_IS_FIT =
      "owa: {windowsAuthentication: true, formsAuthentication: false}, activeSync: {windowsAuthentication: true}";

  @Test
  void everyGuidelineThatIsCheckedCanBeWaived() {
    // Given
    LocalDate today = LocalDate.parse("2026-11-25");
    List<Waiver> waivers =
        Check.guidelines().stream()
            .map(it -> new Waiver(it.number(), Path.SPEC, "agreed", "ann", "", today))
            .toList();

    // When
    Review review = Check.review(leeds("LEE-CAS1: {owa: {}}").organization(), waivers, today);

    // Then
    assertThat(review.refused()).isEmpty();
    assertThat(review.violations()).isEmpty();
    assertThat(review.findings().waived()).isNotEmpty();
  }

  @Test
  void withOneDoorNothingIsAddedWhereEverybodyElseIsProxied() {
    // When
    Spec spec = leeds("LEE-CAS1: {" + LEEDS_IS_FIT + "}");
    // Then
    assertThat(spec.findings().violations()).isEmpty();
  }

  @Test
  void whatAGuidelineSaysByItselfIsNotSaidAgain() {
    // When
    Spec noForm = leeds("LEE-CAS1: {owa: {}, activeSync: {windowsAuthentication: true}}");
    Spec noServer = leeds("");
    // Then
    assertThat(noForm.findings().violations())
        .extracting(Violation::guideline)
        .containsExactly("CAP-103");
    assertThat(noServer.findings().violations())
        .extracting(Violation::guideline)
        .containsExactly("CAP-101");
  }

  @Test
  void whatNobodySaidIsSaidByTheGuidelineThatForbidsTheCause() {
    // When
    List<Verdict> form = alone(leeds("LEE-CAS1: {owa: {}}"));
    List<Verdict> noServer = alone(leeds(""));
    // Then
    assertThat(form)
        .singleElement()
        .isInstanceOfSatisfying(
            Verdict.Departs.class,
            it -> {
              assertThat(it.guideline()).isEqualTo("CAP-103");
              assertThat(it.violation().severity()).isEqualTo(Severity.ERROR);
              assertThat(it.violation().message())
                  .isEqualTo(
                      "is not proxied to from seattle, the one Internet-facing site: who enters at SEA-CAS1 gets FAIL (no_fit_server)");
            });
    assertThat(noServer).extracting(Verdict::guideline).containsExactly("CAP-101");
    assertThat(alone(leeds("LEE-CAS1: {" + LEEDS_IS_FIT + "}"))).isEmpty();
  }

  private static List<Verdict> alone(Spec spec) {
    return EverybodyElseIsProxied.verdicts(spec.organization(), new Findings(List.of()));
  }

  @Test
  void aServerThatDoesNotAnswerBreaksNoGuideline() {
    // When
    Spec spec = leeds("LEE-CAS1: {available: false, " + LEEDS_IS_FIT + "}");
    // Then
    assertThat(spec.findings().violations()).isEmpty();
  }

  @Test
  void whatIsUndeterminedIsNotCheckedAndNeverAPass() {
    // When
    Spec spec =
        Spec.of(
            """
            defaults: none
            intent: {singleUrl: true}
            sites:
              seattle:
                internetFacing: true
                servers:
                  SEA-CAS1:
                    version: 2007 SP3
                    roles: [ClientAccess]
                    owa: {externalUrl: https://mail.example.com/owa}
              leeds:
                internetFacing: false
                servers:
                  LEE-CAS1: {version: 2007 SP3, roles: [ClientAccess]}
                  LEE-MBX1: {version: 2007 SP3, roles: [Mailbox]}
            """);
    // Then
    assertThat(spec.findings().notChecked())
        .extracting(Verdict.NotChecked::guideline)
        .contains("CAP-203");
    assertThat(spec.findings().verdicts())
        .filteredOn(it -> it.guideline().equals("CAP-203"))
        .noneMatch(Verdict.Conforms.class::isInstance);
  }

  @Test
  void oneSiteHasOneAddressAnyway() {
    // When
    Spec spec =
        Spec.of(
            """
            intent: {singleUrl: true}
            sites:
              leeds:
                servers:
                  LEE-CAS1: {owa: {externalUrl: https://one.example.com/owa}}
                  LEE-CAS2: {owa: {externalUrl: https://two.example.com/owa}}
                  LEE-MBX1: {roles: [Mailbox]}
            """);
    // Then
    assertThat(spec.violations("CAP-203")).isEmpty();
  }

  @Test
  void aForgottenUrlIsNotAlsoABrokenGoal() {
    // When
    Spec spec =
        Spec.of(
            "intent: {singleUrl: true}\n"
                + SEATTLE
                + "  leeds: {internetFacing: false, servers: {LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa, windowsAuthentication: true, formsAuthentication: false}, activeSync: {windowsAuthentication: true}}, LEE-MBX1: {roles: [Mailbox]}}}\n");
    // Then
    assertThat(spec.findings().violations())
        .extracting(Violation::guideline)
        .containsExactly("CAP-104");
  }

  private static Spec leeds(String servers) {
    return Spec.of(
        SEATTLE
            + "  leeds: {internetFacing: false, servers: {"
            + (servers.isEmpty() ? "" : servers + ", ")
            + "LEE-MBX1: {version: 2007 SP3, roles: [Mailbox]}}}\n");
  }
}
