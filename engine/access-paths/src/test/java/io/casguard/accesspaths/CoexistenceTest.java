package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.organization;
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

/// Each row of specification 2.11 in which an Exchange 2010 Client Access server is reached first.
class CoexistenceTest {
  private static final String OWN = "{externalUrl: 'https://legacy.contoso.com/owa'}";
  private static final String INTEGRATED =
      "{windowsAuthentication: true, formsAuthentication: false}";

  /// A site with Exchange 2010 and 2007, a site with 2007 alone, and a 2003 back end.
  private static String beside(String sameSite, String otherSite) {
    return """
        domain: contoso.com
        sites:
          hq:
            servers:
              NEW-CAS1: {roles: [ClientAccess], version: 2010 SP1, outlookAnywhere: {enabled: true}}
              NEW-MBX1: {roles: [Mailbox], version: 2010 SP1}
              OLD-CAS1: {roles: [ClientAccess], %s}
              OLD-MBX1: {roles: [Mailbox]}
          leeds:
            servers:
              LEE-CAS1: {roles: [ClientAccess], %s}
              LEE-MBX1: {roles: [Mailbox]}
        servers:
          BE2003: {version: 2003 SP2, legacy: {activeSync: {windowsAuthentication: true}}}
          FE2003: {version: 2003 SP2, roles: [FrontEnd]}
        """
        .formatted(sameSite, otherSite);
  }

  private static Simulation ask(String spec, Protocol protocol, String mailbox) {
    Organization organization = organization(spec);
    return Simulator.simulate(organization, request(organization, protocol, mailbox));
  }

  private static Request request(Organization organization, Protocol protocol, String mailbox) {
    return Request.of(
        protocol,
        Door.named(organization, "NEW-CAS1"),
        Mailbox.named(organization, mailbox).orElseThrow(),
        Network.INTERNET);
  }

  private static AccessPath owa(String spec, String mailbox) {
    return (AccessPath) ask(spec, Protocol.OWA, mailbox);
  }

  private static AccessPath device(String spec, String mailbox, String version) {
    Organization organization = organization(spec);
    return (AccessPath)
        Simulator.simulate(
            organization,
            request(organization, Protocol.ACTIVE_SYNC, mailbox)
                .withDevice(DeviceVersion.parse(version).orElseThrow()));
  }

  private static void assertDecided(
      AccessPath path, String outcome, Clause clause, String server, Reached reached) {
    assertThat(path.outcome().word()).as(path.toString()).isEqualTo(outcome);
    assertThat(path.trail().decision().clause()).isEqualTo(clause);
    assertThat(path.server()).contains(server);
    assertThat(path.reached()).contains(reached);
  }

  // Outlook Web Access

  @Test
  void aBrowserWithA2007MailboxOfTheSiteIsSentOnSilently() {
    AccessPath path = owa(beside("owa: " + OWN, "owa: {}"), "OLD-MBX1");

    assertDecided(path, "REDIRECT_SILENT", Clause.X_1, "OLD-CAS1", Reached.YES);
    assertThat(path.url().map(Object::toString)).contains("https://legacy.contoso.com/owa");
  }

  @Test
  void withoutExternalUrlTheInternalUrlIsUsedAndWithoutBothThereIsNone() {
    AccessPath internal = owa(beside("owa: {}", "owa: {}"), "OLD-MBX1");
    AccessPath none = owa(beside("owa: {internalUrl: null}", "owa: {}"), "OLD-MBX1");

    assertThat(internal.outcome().word()).isEqualTo("REDIRECT_SILENT");
    assertThat(internal.url().map(Object::toString)).contains("https://old-cas1.contoso.com/owa");
    assertThat(none.reason()).contains("no_address_of_older_mailbox");
    assertThat(none.trail().decision().clause()).isEqualTo(Clause.X_1A);
  }

  /// The order of the four addresses.
  @ParameterizedTest
  @CsvSource({
    "'externalUrl: ''https://a.contoso.com/owa'', windowsAuthentication: true, formsAuthentication: false', 'externalUrl: ''https://b.contoso.com/owa''', https://b.contoso.com/owa",
    "'externalUrl: ''https://a.contoso.com/owa'', windowsAuthentication: true, formsAuthentication: false', 'externalUrl: null', https://a.contoso.com/owa",
    "'windowsAuthentication: true, formsAuthentication: false', 'externalUrl: null', https://old-cas2.contoso.com/owa",
    "'internalUrl: ''https://a.contoso.com/owa'', windowsAuthentication: true, formsAuthentication: false', 'internalUrl: null', https://a.contoso.com/owa"
  })
  void anAddressWithTheSameLogonComesFirstAndExternalOnesBeforeInternalOnes(
      String one, String two, String expected) {
    String spec =
        beside("owa: {" + one + "}", "owa: {}")
            .replace(
                "OLD-MBX1:",
                "OLD-CAS2: {roles: [ClientAccess], owa: {" + two + "}}\n      OLD-MBX1:");

    assertThat(owa(spec, "OLD-MBX1").url().map(Object::toString)).contains(expected);
  }

  @Test
  void aBrowserWithA2007MailboxOfAnotherInternetFacingSiteIsOfferedALink() {
    AccessPath path =
        owa(beside("owa: {}", "owa: {externalUrl: 'https://leeds.contoso.com/owa'}"), "LEE-MBX1");

    assertDecided(path, "REDIRECT_LINK", Clause.X_2, "LEE-CAS1", Reached.OWN_ACTION);
  }

  @Test
  void aBrowserWithA2007MailboxOfASiteThatFacesInwardsIsProxied() {
    AccessPath path = owa(beside("owa: {}", "owa: " + INTEGRATED), "LEE-MBX1");

    assertDecided(path, "PROXY", Clause.X_3, "LEE-CAS1", Reached.YES);
    assertThat(path.undetermined()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"owa: {}, O_8, no_fit_server", "owa: null, O_6, no_server_in_site"})
  void aSiteWithoutAFitServerIsRefused(String owa, Clause clause, String reason) {
    AccessPath path = owa(beside("owa: {}", owa), "LEE-MBX1");

    assertThat(path.reason()).contains(reason);
    assertThat(path.trail().decision().clause()).isEqualTo(clause);
  }

  @Test
  void aBrowserWithA2003MailboxIsSentToTheNameThatLeadsThere() {
    String spec = beside("owa: {}", "owa: {}");
    String published =
        spec + "publishing: {old.contoso.com: {from: [internet], servers: [FE2003]}}\n";

    AccessPath sent = owa(published, "BE2003");
    AccessPath open = owa(spec, "BE2003");

    assertDecided(sent, "REDIRECT_SILENT", Clause.X_4, "FE2003", Reached.YES);
    assertThat(sent.url().map(Object::toString)).contains("https://old.contoso.com/exchange");
    assertThat(open.undetermined()).extracting(Path::toString).containsExactly("spec.publishing");
  }

  // Exchange ActiveSync

  private static final String DEVICES =
      "activeSync: {externalUrl: 'https://legacy.contoso.com/Microsoft-Server-ActiveSync'}";

  @Test
  void aDeviceThatKnowsAutodiscoverIsAnswered451AndAnyOtherIsProxied() {
    String spec = beside(DEVICES, "activeSync: {}");

    assertDecided(
        device(spec, "OLD-MBX1", "14.0"),
        "REDIRECT_451",
        Clause.X_5A,
        "OLD-CAS1",
        Reached.OWN_ACTION);
    assertDecided(device(spec, "OLD-MBX1", "2.5"), "PROXY", Clause.X_5B, "OLD-CAS1", Reached.YES);
  }

  @Test
  void withoutExternalUrlEveryDeviceIsProxied() {
    String spec = beside("activeSync: {}", "activeSync: {}");

    assertDecided(device(spec, "OLD-MBX1", "14.0"), "PROXY", Clause.X_5B, "OLD-CAS1", Reached.YES);
    assertDecided(device(spec, "LEE-MBX1", "14.0"), "PROXY", Clause.X_6, "LEE-CAS1", Reached.YES);
  }

  @ParameterizedTest
  @CsvSource({
    "activeSync: {proxySubdirectory: {present: false}}, A_4F, no_fit_server",
    "activeSync: null, A_4E, no_server_in_site"
  })
  void aDeviceIsRefusedWhereNoServerLetsItIn(String directory, Clause clause, String reason) {
    AccessPath path = device(beside("activeSync: {}", directory), "LEE-MBX1", "14.0");

    assertThat(path.reason()).contains(reason);
    assertThat(path.trail().decision().clause()).isEqualTo(clause);
  }

  @Test
  void aDeviceWithA2003MailboxIsProxiedToItsBackEnd() {
    AccessPath path = device(beside("activeSync: {}", "activeSync: {}"), "BE2003", "2.5");

    assertDecided(path, "LEGACY_PROXY", Clause.X_7, "BE2003", Reached.YES);
  }

  @Test
  void whetherAnotherSiteHasAnExternalUrlMattersToDevices() {
    String spec =
        """
        defaults: none
        sites:
          hq: {servers: {NEW-CAS1: {roles: [ClientAccess], version: 2010 SP1, activeSync: {}}}}
          leeds:
            servers:
              LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6, fqdn: lee-cas1.contoso.com, activeSync: {internalUrl: 'https://lee-cas1.contoso.com/Microsoft-Server-ActiveSync', proxySubdirectory: {present: true, windowsAuthentication: true}}}
              LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6}
        """;

    AccessPath open = device(spec, "LEE-MBX1", "14.0");
    AccessPath said =
        device(
            spec.replace("activeSync: {internal", "activeSync: {externalUrl: null, internal"),
            "LEE-MBX1",
            "14.0");

    assertThat(open.undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.sites.leeds.servers.LEE-CAS1.activeSync.externalUrl");
    assertDecided(said, "PROXY", Clause.X_6, "LEE-CAS1", Reached.YES);
  }

  // Outlook Anywhere

  @Test
  void outlookAnywhereOpensRpcToTheMailboxServerOfAnySite() {
    String spec = beside("owa: {}", "owa: {}");

    for (String mailbox : List.of("OLD-MBX1", "LEE-MBX1")) {
      AccessPath path = (AccessPath) ask(spec, Protocol.OUTLOOK_ANYWHERE, mailbox);

      assertDecided(path, "DIRECT_RPC", Clause.X_8, mailbox, Reached.YES);
    }
  }

  @Test
  void rpcThatDoesNotPassIsRefused() {
    String spec =
        beside("owa: {}", "owa: {}") + "siteLinks: [{sites: [hq, leeds], cost: 10, rpc: false}]\n";

    AccessPath path = (AccessPath) ask(spec, Protocol.OUTLOOK_ANYWHERE, "LEE-MBX1");

    assertThat(path.reason()).contains("rpc_stopped");
  }

  // what no row answers

  @ParameterizedTest
  @EnumSource(
      value = Protocol.class,
      names = {"EWS", "AVAILABILITY", "POP3", "IMAP4"})
  void otherProtocolsStayOutsideTheModel(Protocol protocol) {
    Simulation answer = ask(beside("owa: {}", "owa: {}"), protocol, "OLD-MBX1");

    assertThat(answer)
        .isInstanceOfSatisfying(
            Simulation.UnsupportedEntry.class,
            entry -> assertThat(entry.why()).contains(protocol.title()));
  }

  @Test
  void itsOwnMailboxesOldOutlookMailboxesAndBetterSitesStayOutsideTheModel() {
    String spec = beside("owa: {}", DEVICES);

    assertThat(
            List.of(
                ask(spec, Protocol.OWA, "NEW-MBX1"),
                ask(spec, Protocol.ACTIVE_SYNC, "NEW-MBX1"),
                ask(spec, Protocol.OUTLOOK_ANYWHERE, "BE2003"),
                ask(spec, Protocol.ACTIVE_SYNC, "LEE-MBX1")))
        .allMatch(
            answer ->
                answer instanceof Simulation.UnsupportedEntry entry
                    && entry.why().startsWith("NEW-CAS1 runs 2010 SP1; ")
                    && entry.why().endsWith("is not simulated"));
  }

  @ParameterizedTest
  @CsvSource({"2003 SP2, FrontEnd", "15.0.516.32, ClientAccess"})
  void olderAndNewerFirstServersStayOutsideTheModel(String version, String role) {
    String spec =
        beside("owa: {}", "owa: {}")
            .replace(
                "NEW-CAS1: {roles: [ClientAccess], version: 2010 SP1, outlookAnywhere: {enabled: true}}",
                "NEW-CAS1: {roles: [" + role + "], version: " + version + "}");

    assertThat(ask(spec, Protocol.OWA, "OLD-MBX1")).isInstanceOf(Simulation.UnsupportedEntry.class);
  }

  @Test
  void whatIsOutsideIsCountedAndNamedInTheMatrix() {
    Matrix matrix = Matrix.of(organization(beside("owa: " + OWN, "owa: {}")));

    assertThat(matrix.outside())
        .extracting(Matrix.Outside::why)
        .contains(
            "NEW-CAS1 runs 2010 SP1; what it does for Outlook Web Access of mailboxes on Exchange"
                + " 2010 is not simulated");
    assertThat(matrix.rows()).anyMatch(row -> row.path().trail().decision().clause() == Clause.X_1);
  }

  // chains

  @Test
  void aSilentStepBeforeALinkStillAsksTheUser() {
    String spec =
        """
        domain: contoso.com
        sites:
          hq:
            servers:
              NEW-CAS1: {roles: [ClientAccess], version: 2010 SP1}
              OLD-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://two.contoso.com/owa', windowsAuthentication: true, formsAuthentication: false}}
              OLD-CAS2: {roles: [ClientAccess], owa: {externalUrl: 'https://one.contoso.com/owa'}}
              OLD-MBX1: {roles: [Mailbox]}
          leeds: {servers: {LEE-CAS1: {roles: [ClientAccess]}}}
        publishing:
          one.contoso.com: {from: [internet], servers: [LEE-CAS1]}
          two.contoso.com: {from: [internet], servers: [OLD-CAS1]}
        """;

    AccessPath astray = owa(spec, "OLD-MBX1");
    AccessPath straight =
        owa(spec.replace("servers: [LEE-CAS1]}", "servers: [OLD-CAS2]}"), "OLD-MBX1");

    assertDecided(astray, "REDIRECT_SILENT", Clause.X_1, "OLD-CAS2", Reached.OWN_ACTION);
    assertDecided(straight, "REDIRECT_SILENT", Clause.X_1, "OLD-CAS2", Reached.YES);
  }
}
