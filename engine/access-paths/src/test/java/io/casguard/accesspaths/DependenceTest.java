package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.organization;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import org.junit.jupiter.api.Test;

class DependenceTest {
  private static final String MIXED =
      """
      domain: contoso.com
      sites:
        seattle: {internetFacing: true, servers: {SEA-CAS1: {roles: [ClientAccess]}}}
        leeds:
          servers:
            LEE-CAS1: {roles: [ClientAccess], owa: {windowsAuthentication: true, formsAuthentication: false}}
            LEE-CAS2: {roles: [ClientAccess]}
            LEE-MBX1: {roles: [Mailbox]}
      publishing:
        mail.contoso.com: {from: [internet], servers: [SEA-CAS1]}
      users:
        - {name: leeds-staff, mailboxServer: LEE-MBX1, count: 1200, protocols: {owa: 900, pop3: 30}}
      """;

  @Test
  void anAnswerThatTurnsPeoplesOutcomeIsNamedWithThem() {
    Dependence dependence = Dependence.of(organization(MIXED), Assumptions.DEFAULT);

    assertThat(dependence.answers())
        .extracting(Dependence.Turned::answer)
        .containsExactly(Answer.MIXED_TARGETS_FAIL);
    assertThat(dependence.answers().getFirst().difference().people())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.users()).isEqualTo(900);
              assertThat(change.from()).contains("PROXY");
              assertThat(change.to()).contains("FAIL");
            });
  }

  @Test
  void anAssumedClauseThatDecidesIsNamedWithItsPeople() {
    Dependence dependence = Dependence.of(organization(MIXED), Assumptions.DEFAULT);

    assertThat(dependence.clauses())
        .containsExactly(
            new Dependence.Assumed(Clause.S_2, Protocol.POP3, Network.INTERNET, 30, 0),
            new Dependence.Assumed(Clause.S_2, Protocol.POP3, Network.INTRANET, 30, 0));
  }
}
