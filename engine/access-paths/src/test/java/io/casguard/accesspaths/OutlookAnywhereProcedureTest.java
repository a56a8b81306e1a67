package io.casguard.accesspaths;

import static io.casguard.accesspaths.Expect.assertRefuses;
import static io.casguard.accesspaths.Topologies.organization;
import static io.casguard.accesspaths.Topologies.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each numbered step of specification 2.7, and the column Outlook Anywhere of 2.12.
class OutlookAnywhereProcedureTest {
  private static final String ENABLED =
      "{enabled: true, clientAuthentication: Basic, iisAuthentication: [Basic]}";

  private static String organizationOf(String seattle, String leeds) {
    return """
        domain: contoso.com
        sites:
          seattle:
            servers:
              SEA-CAS1: {roles: [ClientAccess], %s}
              SEA-MBX1: {roles: [Mailbox]}
          leeds:
            servers:
              LEE-MBX1: {roles: [Mailbox]}
        %s
        siteLinks: [{sites: [seattle, leeds]}]
        publishing:
          mail.contoso.com: {from: [internet], servers: [SEA-CAS1], through: isa, delegation: ntlm}
        users:
          - {name: without-mapi, mailboxServer: LEE-MBX1, mapiEnabled: false}
          - {name: inside-only, mailboxServer: LEE-MBX1, mapiBlockOutlookRpcHttp: true}
        """
        .formatted(seattle, leeds.indent(6).stripTrailing());
  }

  private static String on(String leeds) {
    return organizationOf("outlookAnywhere: " + ENABLED, leeds);
  }

  private static AccessPath from(String spec, String entry, String mailbox) {
    return plain(organization(spec), Protocol.OUTLOOK_ANYWHERE, entry, mailbox, Network.INTERNET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SEA-MBX1", "LEE-MBX1"})
  void step1TheServerReachedOpensRpcToTheMailboxServerInWhateverSite(String mailbox) {
    AccessPath path = from(on(""), "SEA-CAS1", mailbox);

    assertThat(path.outcome()).isEqualTo(new Outcome.DirectRpc(mailbox));
    assertThat(path.reached()).contains(Reached.YES);
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.R_1A);
  }

  @Test
  void step1RpcThatIsStatedNotToPassFails() {
    String spec =
        on("").replace("{sites: [seattle, leeds]}", "{sites: [seattle, leeds], rpc: false}");

    assertRefuses(from(spec, "SEA-CAS1", "LEE-MBX1"), "FAIL", Clause.R_1B, "rpc_stopped");
    assertThat(from(spec, "SEA-CAS1", "SEA-MBX1").outcome().word()).isEqualTo("DIRECT_RPC");
  }

  @Test
  void step2WhereItIsOffAtTheServerReachedItFails() {
    AccessPath path =
        from(organizationOf("outlookAnywhere: {enabled: false}", ""), "SEA-CAS1", "LEE-MBX1");

    assertRefuses(path, "FAIL", Clause.S_4, "service_off");
    assertThat(path.status()).contains(404);
  }

  @ParameterizedTest
  @CsvSource({"without-mapi,mapi_disabled", "inside-only,outlook_anywhere_blocked"})
  void step2AUserWhoseSwitchesForbidItIsBlocked(String users, String reason) {
    assertRefuses(from(on(""), "SEA-CAS1", users), "BLOCKED", Clause.S_1, reason);
  }

  @Test
  void step3APublisherThatLogsOnNeedsAnotherMethodThanTheClients() {
    AccessPath same = from(on(""), "mail.contoso.com", "SEA-MBX1");
    AccessPath other =
        from(
            organizationOf(
                "outlookAnywhere: {enabled: true, clientAuthentication: Basic, iisAuthentication:"
                    + " [Ntlm]}",
                ""),
            "mail.contoso.com",
            "SEA-MBX1");

    assertThat(same.remarks()).anyMatch(remark -> remark.contains("(R-3)"));
    assertThat(other.remarks()).noneMatch(remark -> remark.contains("(R-3)"));
  }

  @Test
  void step4RpcThatCrossesSitesForWantOfAServerThereIsRemarkedOn() {
    AccessPath none = from(on("LEE-CAS1: {roles: [ClientAccess]}"), "SEA-CAS1", "LEE-MBX1");
    AccessPath one =
        from(
            on("LEE-CAS1: {roles: [ClientAccess], outlookAnywhere: " + ENABLED + "}"),
            "SEA-CAS1",
            "LEE-MBX1");

    assertThat(none.remarks()).anyMatch(remark -> remark.contains("(R-4)"));
    assertThat(one.remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2007 SP1,rollup: 3,2008,true",
    "2007 SP1,rollup: 4,2008,false",
    "2007 SP2,rollup: 1,2008,false",
    "2007 SP1,rollup: 3,2003,false"
  })
  void step5AnEarlyServerOnWindows2008IsRemarkedOn(
      String version, String rollup, String os, boolean remarked) {
    AccessPath path =
        from(
            organizationOf(
                "version: %s, %s, os: '%s', outlookAnywhere: %s"
                    .formatted(version, rollup, os, ENABLED),
                ""),
            "SEA-CAS1",
            "SEA-MBX1");

    assertThat(path.remarks().stream().anyMatch(remark -> remark.contains("(R-5)")))
        .isEqualTo(remarked);
  }

  @Test
  void step6A2003MailboxNeedsRpcOverHttpAtItsBackEnd() {
    String spec =
        on("")
            + """
            servers:
              BE1: {version: 2003 SP2, legacy: {rpcOverHttp: {enabled: true}}}
              BE2: {version: 2003 SP2}
            """;

    AccessPath enabled = from(spec, "SEA-CAS1", "BE1");

    assertThat(enabled.outcome()).isEqualTo(new Outcome.DirectRpc("BE1"));
    assertThat(enabled.trail().decision().clause()).isEqualTo(Clause.R_6A);
    assertRefuses(
        from(spec, "SEA-CAS1", "BE2"), "FAIL", Clause.R_6B, "back_end_without_rpc_over_http");
  }

  @Test
  void aNewerMailboxIsNotOpened() {
    String spec = on("NEW-MBX1: {roles: [Mailbox], version: 2010 SP1}");

    assertRefuses(from(spec, "SEA-CAS1", "NEW-MBX1"), "FAIL", Clause.R_7, "mailbox_is_newer");
  }

  // specification 2.12: every row of the column is DIRECT_RPC

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LEE-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://leeds.contoso.com/owa'}}",
        "LEE-CAS1: {roles: [ClientAccess], owa: {internalUrl: null}}",
        "LEE-CAS1: {roles: [ClientAccess], version: 2007 RTM}",
        ""
      })
  void whateverTheMailboxSiteHasRpcIsOpenedDirectly(String leeds) {
    assertThat(from(on(leeds), "SEA-CAS1", "LEE-MBX1").outcome())
        .isEqualTo(new Outcome.DirectRpc("LEE-MBX1"));
  }

  @Test
  void aMailboxServerThatIsDownReachesNobody() {
    String spec = on("").replace("LEE-MBX1: {roles", "LEE-MBX1: {available: false, roles");

    AccessPath path = from(spec, "SEA-CAS1", "LEE-MBX1");

    assertThat(path.outcome().word()).isEqualTo("DIRECT_RPC");
    assertThat(path.reached()).contains(Reached.NO);
    assertThat(path.reason()).contains("mailbox_server_unavailable");
  }

  @Test
  void serversBehindOneNameAgreeForEachMailboxServerOfASite() {
    Organization organization =
        organization(
            on("LEE-MBX2: {roles: [Mailbox]}")
                .replace(
                    "SEA-MBX1:",
                    "SEA-CAS2: {roles: [ClientAccess], outlookAnywhere: "
                        + ENABLED
                        + "}\n      SEA-MBX1:")
                .replace(
                    "servers: [SEA-CAS1], through: isa, delegation: ntlm",
                    "servers: [SEA-CAS1, SEA-CAS2]"));
    Simulator simulator = Simulator.of(organization);

    for (String mailbox : new String[] {"LEE-MBX1", "LEE-MBX2"}) {
      AccessPath path =
          (AccessPath)
              simulator.simulate(
                  Request.of(
                      Protocol.OUTLOOK_ANYWHERE,
                      Door.named(organization, "mail.contoso.com"),
                      Mailbox.named(organization, mailbox).orElseThrow(),
                      Network.INTERNET));

      assertThat(path.outcome()).isEqualTo(new Outcome.DirectRpc(mailbox));
      assertThat(path.remarks()).noneMatch(remark -> remark.contains("behind the same name"));
    }
  }

  @Test
  void whatIsUnsaidIsNamed() {
    String spec =
        """
        defaults: none
        sites:
          seattle:
            servers:
              SEA-CAS1: {roles: [ClientAccess], version: 8.3.83.6}
              SEA-MBX1: {roles: [Mailbox], version: 8.3.83.6}
        """;

    assertThat(from(spec, "SEA-CAS1", "SEA-MBX1").undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.sites.seattle.servers.SEA-CAS1.outlookAnywhere.enabled");
  }
}
