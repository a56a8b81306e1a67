package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Known;
import io.casguard.topology.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the shell of Exchange 2007 cannot show of Exchange 2003 is asked for, never passed.
class BackEndsTest {
  private static final String SEATTLE =
      "sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {version: 2007 SP3, roles: [ClientAccess]}}}}\n";

  @Test
  void whatNobodySaidOfABackEndIsNotChecked() {
    // When
    Findings findings =
        Spec.of("defaults: none\n" + SEATTLE + "servers: {OLD-BE1: {version: 2003 SP2}}\n")
            .findings();
    // Then
    for (String number : List.of("CAP-108", "CAP-323", "CAP-335")) {
      assertThat(findings.verdicts().stream().filter(it -> it.guideline().equals(number)))
          .as(number)
          .hasSize(1)
          .allSatisfy(
              it -> {
                assertThat(it).isInstanceOf(Verdict.NotChecked.class);
                assertThat(it.path().toString()).contains("OLD-BE1.legacy.");
              });
    }
  }

  @Test
  void aServerWhoseVersionIsUnsaidMayBeABackEnd() {
    // When
    Findings findings =
        Spec.of("defaults: none\n" + SEATTLE + "servers: {OLD-BE1: {os: 2003}}\n")
            .findingsOf("CAP-108");
    // Then
    assertThat(findings.notChecked())
        .singleElement()
        .satisfies(it -> assertThat(it.path().toString()).endsWith("OLD-BE1.version"));
  }

  @Test
  void whereNobodyIsDeclaredWhetherThereAreDevicesIsUnsaid() {
    // When
    Spec spec = Spec.of(SEATTLE + "servers: {OLD-BE1: {version: 2003 SP2}}\n");
    // Then
    assertThat(spec.findingsOf("CAP-323").notChecked()).hasSize(1);
    assertThat(spec.findings().violations())
        .extracting(Violation::guideline)
        .doesNotContain("CAP-108", "CAP-323");
  }

  @Test
  void theHotfixComesBeforeTheSwitchUnlessItIsThere() {
    // Given
    String people = "users: [{name: veterans, mailboxServer: OLD-BE1, count: 40}]\n";
    // When
    Violation without =
        Spec.of(SEATTLE + "servers: {OLD-BE1: {version: 2003 SP2}}\n" + people)
            .violations("CAP-323")
            .getFirst();
    Violation with =
        Spec.of(
                SEATTLE
                    + "servers: {OLD-BE1: {version: 2003 SP2, hotfixes: [KB937031]}}\n"
                    + people)
            .violations("CAP-323")
            .getFirst();
    // Then
    assertThat(without.steps()).hasSize(2);
    assertThat(without.steps().getFirst()).contains("937031");
    assertThat(with.steps()).hasSize(1);
    assertThat(with.cmdlets()).isEmpty();
    assertThat(with.users()).containsEntry(Protocol.ACTIVE_SYNC, new Known.Value<>(40));
  }

  @Test
  void outlook2003MayReadPublicFoldersWithoutAMailboxOn2003() {
    // When
    Findings findings =
        Spec.of(
                SEATTLE
                    + "servers: {OLD-PF1: {version: 2003 SP2, publicFoldersOnly: true, legacy: {public: {requireSsl: true}}}}\n")
            .findingsOf("CAP-335");
    // Then
    assertThat(findings.violations()).isEmpty();
    assertThat(findings.notChecked()).hasSize(1);
  }

  @Test
  void onlyPeopleOnExchange2003AreHitWhereTheirPathsAreMissing() {
    // When
    Violation found =
        Spec.of(
                SEATTLE
                    + """
                    servers: {OLD-BE1: {version: 2003 SP2}, SEA-MBX1: {roles: [Mailbox]}}
                    publishing: {mail.example.com: {from: [internet], servers: [SEA-CAS1], paths: [/owa]}}
                    users:
                      - {name: veterans, mailboxServer: OLD-BE1, count: 40}
                      - {name: staff, mailboxServer: SEA-MBX1, count: 900}
                    """)
            .violations("CAP-324")
            .getFirst();
    // Then
    assertThat(found.users()).containsEntry(Protocol.OWA, new Known.Value<>(40));
    assertThat(found.steps().getFirst()).contains("/exchange/*, /public/*, /exchweb/*");
  }
}
