package io.casguard.accesspaths;

import static io.casguard.accesspaths.Expect.assertRefuses;
import static io.casguard.accesspaths.Topologies.organization;
import static io.casguard.accesspaths.Topologies.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each numbered step of specification 2.9, and the column POP/IMAP of 2.12.
class MailProcedureTest {
  private static String organizationOf(String service, String settings, String leeds) {
    return """
        domain: contoso.com
        sites:
          seattle:
            servers:
              SEA-CAS1: {roles: [ClientAccess], pop3: {enabled: %s}, imap4: {enabled: %s}, settings: %s}
              SEA-MBX1: {roles: [Mailbox]}
          leeds:
            servers:
              LEE-MBX1: {roles: [Mailbox]}
        %s
        siteLinks: [{sites: [seattle, leeds]}]
        users:
          - {name: none, mailboxServer: LEE-MBX1, popEnabled: false, imapEnabled: false}
        """
        .formatted(service, service, settings, leeds.indent(6).stripTrailing());
  }

  private static AccessPath mail(Protocol protocol, String spec, String mailbox) {
    return plain(organization(spec), protocol, "SEA-CAS1", mailbox, Network.INTERNET);
  }

  @ParameterizedTest
  @CsvSource({"POP3,pop3_disabled", "IMAP4,imap4_disabled"})
  void step1AUserWhoseSwitchIsOffIsBlocked(Protocol protocol, String reason) {
    assertRefuses(
        mail(protocol, organizationOf("true", "{}", ""), "none"), "BLOCKED", Clause.S_1, reason);
  }

  @ParameterizedTest
  @EnumSource(names = {"POP3", "IMAP4"})
  void step1AServiceThatIsOffFails(Protocol protocol) {
    assertRefuses(
        mail(protocol, organizationOf("false", "{}", ""), "LEE-MBX1"),
        "FAIL",
        Clause.S_4,
        "service_off");
  }

  @Test
  void step2AMailboxOfTheSameSiteIsLocal() {
    AccessPath path = mail(Protocol.POP3, organizationOf("true", "{}", ""), "SEA-MBX1");

    assertThat(path.outcome()).isEqualTo(new Outcome.Local("SEA-CAS1"));
    assertThat(path.trail().steps())
        .extracting(Trail.Step::clause)
        .containsExactly(Clause.P_1, Clause.P_2);
  }

  @ParameterizedTest
  @CsvSource({"POP3,MSExchangePOP3", "IMAP4,MSExchangeIMAP4"})
  void step3AMailboxOfAnotherSiteIsBlockedWithItsEvent(Protocol protocol, String source) {
    AccessPath path = mail(protocol, organizationOf("true", "{}", ""), "LEE-MBX1");

    assertRefuses(path, "BLOCKED", Clause.P_3A, "mailbox_in_another_site");
    assertThat(path.event()).contains(new Failure.Event(source, 1008));
  }

  @Test
  void step3WithAllowCrossSiteSessionsTheMailboxIsOpenedByRpc() {
    String spec = organizationOf("true", "{allowCrossSiteSessions: {pop3: true}}", "");

    assertThat(mail(Protocol.POP3, spec, "LEE-MBX1").outcome())
        .isEqualTo(new Outcome.DirectRpc("LEE-MBX1"));
    assertRefuses(
        mail(Protocol.IMAP4, spec, "LEE-MBX1"), "BLOCKED", Clause.P_3A, "mailbox_in_another_site");
  }

  @Test
  void step3RpcThatIsStatedNotToPassFails() {
    String spec =
        organizationOf("true", "{allowCrossSiteSessions: true}", "")
            .replace("{sites: [seattle, leeds]}", "{sites: [seattle, leeds], rpc: false}");

    assertRefuses(mail(Protocol.IMAP4, spec, "LEE-MBX1"), "FAIL", Clause.P_3C, "rpc_stopped");
  }

  @Test
  void step3BeforeServicePack1IsTheOpenQuestion5() {
    Organization organization =
        organization(
            organizationOf("true", "{}", "")
                .replace("roles: [ClientAccess]", "roles: [ClientAccess], version: 2007 RTM"));
    Request request =
        Request.of(
            Protocol.POP3,
            Door.named(organization, "SEA-CAS1"),
            Mailbox.named(organization, "LEE-MBX1").orElseThrow(),
            Network.INTERNET);

    AccessPath blocked = (AccessPath) Simulator.of(organization).simulate(request);
    AccessPath direct =
        (AccessPath)
            Simulator.of(organization, Assumptions.of(Answer.CROSS_SITE_DIRECT_BEFORE_SP1))
                .simulate(request);

    assertRefuses(blocked, "BLOCKED", Clause.P_3A, "mailbox_in_another_site");
    assertThat(blocked.trail().steps()).extracting(Trail.Step::clause).contains(Clause.P_3D);
    assertThat(direct.outcome()).isEqualTo(new Outcome.DirectRpc("LEE-MBX1"));
  }

  @Test
  void step4A2003MailboxIsOpenedAtItsBackEnd() {
    String spec =
        organizationOf("true", "{}", "")
            + "servers: {BE1: {version: 2003 SP2, legacy: {pop3: {enabled: true}}}}\n";

    AccessPath running = mail(Protocol.POP3, spec, "BE1");
    AccessPath off = mail(Protocol.IMAP4, spec, "BE1");

    assertThat(running.outcome().word()).isEqualTo("LEGACY_PROXY");
    assertThat(running.server()).contains("BE1");
    assertThat(running.trail().decision().clause()).isEqualTo(Clause.P_4A);
    assertRefuses(off, "FAIL", Clause.P_4B, "back_end_service_off");
  }

  @Test
  void aNewerMailboxIsNotOpened() {
    String spec = organizationOf("true", "{}", "NEW-MBX1: {roles: [Mailbox], version: 2010 SP1}");

    assertRefuses(mail(Protocol.POP3, spec, "NEW-MBX1"), "FAIL", Clause.P_5, "mailbox_is_newer");
  }

  // specification 2.12: every row of the column is BLOCKED

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LEE-CAS1: {roles: [ClientAccess], owa: {windowsAuthentication: true}}",
        "LEE-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://leeds.contoso.com/owa'}}",
        "LEE-CAS1: {roles: [ClientAccess], owa: {internalUrl: null}}",
        "LEE-CAS1: {roles: [ClientAccess], pop3: {enabled: true}, imap4: {enabled: true}}",
        "LEE-CAS1: {roles: [ClientAccess], version: 8.3.300.0}",
        ""
      })
  void whateverTheMailboxSiteHasTheUserOfAnotherSiteIsBlocked(String leeds) {
    for (Protocol protocol : List.of(Protocol.POP3, Protocol.IMAP4)) {
      assertRefuses(
          mail(protocol, organizationOf("true", "{}", leeds), "LEE-MBX1"),
          "BLOCKED",
          Clause.P_3A,
          "mailbox_in_another_site");
    }
  }

  @Test
  void whatIsUnsaidIsNamedAndNothingElseIs() {
    String spec =
        """
        defaults: none
        sites:
          seattle:
            servers:
              SEA-CAS1: {roles: [ClientAccess], version: 8.3.83.6, pop3: {enabled: true}}
              SEA-MBX1: {roles: [Mailbox], version: 8.3.83.6}
          leeds:
            servers:
              LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6}
        """;

    AccessPath elsewhere = mail(Protocol.POP3, spec, "LEE-MBX1");
    AccessPath here = mail(Protocol.POP3, spec, "SEA-MBX1");
    AccessPath unsaidService = mail(Protocol.IMAP4, spec, "SEA-MBX1");

    assertThat(elsewhere.undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.sites.seattle.servers.SEA-CAS1.settings.allowCrossSiteSessions");
    assertThat(here.outcome().word()).isEqualTo("LOCAL");
    assertThat(unsaidService.undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.sites.seattle.servers.SEA-CAS1.imap4.enabled");
  }
}
