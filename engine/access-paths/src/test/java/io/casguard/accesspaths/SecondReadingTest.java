package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.organization;
import static io.casguard.accesspaths.Topologies.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Steps of the specification that a second, independent reading of it found answered otherwise.
class SecondReadingTest {
  private static AccessPath owa(String spec) {
    return plain(organization(spec), Protocol.OWA, "SEA-CAS1", "LEE-MBX1", Network.INTERNET);
  }

  private static String sites(String seattle, String leeds) {
    return """
        domain: contoso.com
        sites:
          seattle:
            servers:
              SEA-CAS1: {roles: [ClientAccess], owa: %s}
          leeds:
            internetFacing: false
            servers:
              LEE-CAS1: {roles: [ClientAccess], version: 2007 SP3, %s}
              LEE-CAS2: {roles: [ClientAccess], version: 2007 SP1, owa: null}
              LEE-MBX1: {roles: [Mailbox]}
        """
        .formatted(seattle, leeds);
  }

  @Test
  void o1WhereNoMethodIsEnabledNobodyLogsOn() {
    AccessPath path =
        owa(
            sites(
                "{formsAuthentication: false, basicAuthentication: false, windowsAuthentication:"
                    + " false, digestAuthentication: false}",
                "owa: {}"));

    assertThat(path.reason()).contains("no_logon_method");
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.O_1);
  }

  @Test
  void step0TheUsersOwnBlockComesBeforeTheDoor() {
    Organization organization =
        organization(
            sites("{}", "owa: {}")
                + "users: [{name: none, mailboxServer: LEE-MBX1, owaEnabled: false, mapiEnabled: false}]\n");
    Mailbox none = Mailbox.named(organization, "none").orElseThrow();

    for (Protocol protocol : new Protocol[] {Protocol.OWA, Protocol.MAPI}) {
      Request request = Request.of(protocol, Optional.empty(), none, Network.INTERNET);

      assertThat(((AccessPath) Simulator.simulate(organization, request)).outcome().word())
          .as(protocol.word())
          .isEqualTo("BLOCKED");
    }
  }

  @Test
  void o9bTheVersionIsThatOfTheServerPicked() {
    AccessPath path =
        owa(
            sites(
                "{}",
                "owa: {windowsAuthentication: true, formsAuthentication: false, internalUrl:"
                    + " 'https://lee-cas2.contoso.com/owa'}"));

    assertThat(path.trail().steps())
        .anySatisfy(
            step -> {
              assertThat(step.clause()).isEqualTo(Clause.O_9B);
              assertThat(step.text()).startsWith("both run 2007 SP3");
            });
  }

  @Test
  void o7aALinkIntoASiteThatIsShutToTheInternetLeadsNowhere() {
    AccessPath path = owa(sites("{}", "owa: {externalUrl: 'https://leeds.contoso.com/owa'}"));

    assertThat(path.outcome().word()).isEqualTo("REDIRECT_LINK");
    assertThat(path.reason()).contains("link_unreachable");
  }

  @Test
  void o7aALinkToAServerThatDoesNotAnswerLeadsNowhere() {
    AccessPath path =
        owa(
            sites("{}", "available: false, owa: {externalUrl: 'https://leeds.contoso.com/owa'}")
                .replace("internetFacing: false", "internetFacing: true"));

    assertThat(path.reason()).contains("link_unreachable");
  }

  @Test
  void a4AnInternalUrlToAServerWithoutDirectoryForDevicesIsRefused() {
    Organization organization =
        organization(
            sites(
                    "{}",
                    "activeSync: {internalUrl: 'https://lee-cas2.contoso.com/Microsoft-Server-ActiveSync'}")
                .replace("version: 2007 SP1, owa: null", "version: 2007 SP3, activeSync: null"));

    AccessPath path =
        plain(organization, Protocol.ACTIVE_SYNC, "SEA-CAS1", "LEE-MBX1", Network.INTERNET);

    assertThat(path.outcome().word()).isEqualTo("FAIL");
    assertThat(path.reason()).contains("kerberos_refused");
  }

  @Test
  void o7bAPublisherThatDoesNotAnswerIsPassedOver() {
    AccessPath path =
        owa(
            sites(
                    "{redirectToOptimalOwaServer: false}",
                    "available: false, owa: {externalUrl: 'https://lee-cas1.contoso.com/owa'}")
                .replace(
                    "version: 2007 SP1, owa: null",
                    "owa: {externalUrl: 'https://lee-cas2.contoso.com/owa', windowsAuthentication:"
                        + " true, formsAuthentication: false}"));

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("PROXY");
    assertThat(path.server()).contains("LEE-CAS2");
  }

  @Test
  void o9gA2010ServerOfTheSiteIsNoServerToProxyTo() {
    AccessPath path =
        owa(
            sites(
                    "{}",
                    "owa: {windowsAuthentication: true, formsAuthentication: false, internalUrl:"
                        + " 'https://lee-cas2.contoso.com/owa'}")
                .replace(
                    "version: 2007 SP1, owa: null",
                    "version: 2010 SP1, owa: {windowsAuthentication: true}"));

    assertThat(path.reason()).as(path.toString()).contains("second_hop");
  }
}
