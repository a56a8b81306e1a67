package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.activeSync;
import static io.casguard.accesspaths.Topologies.deviceRequest;
import static io.casguard.accesspaths.Topologies.organization;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Organization;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each numbered step of specification 2.2, and each row of 2.12 in the column of Exchange
/// ActiveSync.
class ActiveSyncProcedureTest {
  private static final String LEEDS = "https://leeds.contoso.com/Microsoft-Server-ActiveSync";
  private static final String PUBLISHED = "{externalUrl: '" + LEEDS + "'}";

  /// Seattle with a first server; Leeds with what a test says.
  private static String leeds(String servers) {
    return """
        domain: contoso.com
        sites:
          seattle:
            internetFacing: true
            servers:
              SEA-CAS1: {roles: [ClientAccess], activeSync: {externalUrl: 'https://mail.contoso.com/Microsoft-Server-ActiveSync'}}
              SEA-MBX1: {roles: [Mailbox]}
          leeds:
            servers:
              LEE-MBX1: {roles: [Mailbox]}
        %s
        publishing:
          mail.contoso.com: {from: [internet, intranet], servers: [SEA-CAS1]}
          leeds.contoso.com: {from: [internet], servers: [LEE-CAS1]}
        """
        .formatted(servers.indent(6).stripTrailing());
  }

  private static AccessPath crossSite(String spec) {
    return activeSync(spec, "SEA-CAS1", "LEE-MBX1");
  }

  private static void assertFails(AccessPath path, Clause clause, String reason, int status) {
    Expect.assertFails(path, clause, reason);
    assertThat(path.status()).contains(status);
  }

  // specification 2.12, row by row

  @Test
  void aTargetAsSetupLeavesItIsProxiedTo() {
    AccessPath path = crossSite(leeds("LEE-CAS1: {roles: [ClientAccess]}"));

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("PROXY");
    assertThat(path.reached()).contains(Reached.YES);
    assertThat(path.server()).contains("LEE-CAS1");
    assertThat(path.url().map(Object::toString))
        .contains("https://lee-cas1.contoso.com/Microsoft-Server-ActiveSync");
    assertThat(path.trail().steps())
        .extracting(Trail.Step::clause)
        .containsExactly(
            Clause.A_4,
            Clause.A_4E,
            Clause.A_4B,
            Clause.A_5B,
            Clause.A_4H,
            Clause.A_4I,
            Clause.A_4J,
            Clause.A_4K,
            Clause.A_4L,
            Clause.A_4G);
    assertThat(path.remarks()).isEmpty();
  }

  @Test
  void aTargetWithExternalUrlIsABetterServer() {
    AccessPath path =
        crossSite(leeds("LEE-CAS1: {roles: [ClientAccess], activeSync: " + PUBLISHED + "}"));

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("REDIRECT_451");
    assertThat(path.reached()).contains(Reached.OWN_ACTION);
    assertThat(path.server()).contains("LEE-CAS1");
    assertThat(path.url().map(Object::toString)).contains(LEEDS);
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.A_4B);
  }

  @ParameterizedTest
  @CsvSource({"2007 RTM, FAIL", "2007 SP1, PROXY", "2007 SP3, PROXY"})
  void aTargetWithBasicAloneIsRefusedAsFirstReleasedAndProxiedToFromServicePack1(
      String version, String outcome) {
    AccessPath path =
        crossSite(leeds("LEE-CAS1: {roles: [ClientAccess], version: " + version + "}"));

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo(outcome);
    if (outcome.equals("FAIL")) {
      assertFails(path, Clause.A_4F, "no_fit_server", 503);
    }
  }

  @Test
  void aTargetAsFirstReleasedIsProxiedToWhereItAcceptsIntegratedItself() {
    AccessPath path =
        crossSite(
            leeds(
                "LEE-CAS1: {roles: [ClientAccess], version: 2007 RTM, activeSync:"
                    + " {windowsAuthentication: true}}"));

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("PROXY");
    assertThat(path.trail().steps()).extracting(Trail.Step::clause).contains(Clause.A_5A);
  }

  @Test
  void anHttpInternalUrlIsRefusedWhateverTheSettingForOwa() {
    String servers =
        "LEE-CAS1: {roles: [ClientAccess], activeSync: {internalUrl:"
            + " 'http://lee-cas1.contoso.com/Microsoft-Server-ActiveSync'}}";
    String allowed =
        leeds(servers)
            .replace("SEA-CAS1: {", "SEA-CAS1: {settings: {allowProxyingWithoutSsl: true}, ");

    assertFails(crossSite(leeds(servers)), Clause.A_4H, "proxy_without_ssl", 503);
    assertFails(crossSite(allowed), Clause.A_4H, "proxy_without_ssl", 503);
  }

  @Test
  void anEmptyInternalUrlIsRefused() {
    AccessPath path =
        crossSite(leeds("LEE-CAS1: {roles: [ClientAccess], activeSync: {internalUrl: null}}"));

    assertFails(path, Clause.A_4F, "no_fit_server", 503);
  }

  @ParameterizedTest
  @CsvSource({"10.2.0.10", "webmail.leeds.contoso.com"})
  void anAddressOrAnUnregisteredAliasIsRefused(String host) {
    AccessPath path =
        crossSite(
            leeds(
                """
                LEE-CAS1:
                  roles: [ClientAccess]
                  addresses: [10.2.0.10]
                  servicePrincipalNames: [HOST/LEE-CAS1, HOST/lee-cas1.contoso.com]
                  activeSync: {internalUrl: 'https://%s/Microsoft-Server-ActiveSync'}
                """
                    .formatted(host)));

    assertFails(path, Clause.A_4K, "kerberos_refused", 503);
  }

  @Test
  void ofSeveralServersTheOneWithExternalUrlIsTheBetterOne() {
    AccessPath path =
        crossSite(
            leeds(
                "LEE-CAS0: {roles: [ClientAccess]}\n"
                    + "LEE-CAS1: {roles: [ClientAccess], activeSync: "
                    + PUBLISHED
                    + "}"));

    assertThat(path.outcome().word()).isEqualTo("REDIRECT_451");
    assertThat(path.server()).contains("LEE-CAS1");
    assertThat(path.oneOf()).isEmpty();
  }

  @Test
  void aSiteWithoutClientAccessServerIsRefused() {
    String spec =
        leeds("LEE-HUB1: {roles: [HubTransport]}")
            .replace("servers: [LEE-CAS1]", "servers: [LEE-HUB1]");

    assertFails(crossSite(spec), Clause.A_4E, "no_server_in_site", 503);
  }

  @ParameterizedTest
  @CsvSource({"2007 SP1, 2007 SP3, FAIL", "2007 SP3, 2007 SP1, PROXY", "2007 SP2, 2007 SP2, PROXY"})
  void aSecondServerOfANewerServicePackIsRefused(String mine, String theirs, String outcome) {
    String spec =
        leeds("LEE-CAS1: {roles: [ClientAccess], version: " + theirs + "}")
            .replace("SEA-CAS1: {", "SEA-CAS1: {version: " + mine + ", ");

    AccessPath path = crossSite(spec);

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo(outcome);
    if (outcome.equals("FAIL")) {
      assertFails(path, Clause.A_4I, "version_mismatch", 503);
    }
  }

  @Test
  void serversAsFirstReleasedProxyLikeLaterOnes() {
    String spec =
        leeds(
                "LEE-CAS1: {roles: [ClientAccess], version: 2007 RTM, activeSync:"
                    + " {windowsAuthentication: true}}")
            .replace("SEA-CAS1: {", "SEA-CAS1: {version: 2007 RTM, ");

    assertThat(crossSite(spec).outcome().word()).isEqualTo("PROXY");
  }

  // specification 2.2, step by step

  @Test
  void aSwitchedOffUserIsBlocked() {
    String spec =
        "sites: {hq: {servers: {CAS1: {roles: [ClientAccess]}, MBX1: {roles: [Mailbox]}}}}\n"
            + "users: [{name: interns, mailboxServer: MBX1, count: 5, activeSyncEnabled: false}]";

    AccessPath path = activeSync(spec, "CAS1", "interns");

    assertThat(path.outcome().word()).isEqualTo("BLOCKED");
    assertThat(path.reason()).contains("activesync_disabled");
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.S_1);
  }

  private static String first(String activeSync) {
    return """
        domain: contoso.com
        sites:
          hq: {servers: {CAS1: {roles: [ClientAccess], activeSync: %s}, MBX1: {roles: [Mailbox]}}}
        publishing:
          mail.contoso.com: {from: [internet], servers: [CAS1], delegation: kerberos}
        """
        .formatted(activeSync);
  }

  ///
  @Test
  void aDeviceNeedsBasicOrACertificateOrAPublisherThatLogsOn() {
    String off = first("{basicAuthentication: false, windowsAuthentication: true}");
    String certificates = first("{basicAuthentication: false, clientCertAuth: Accepted}");

    AccessPath refused = activeSync(off, "CAS1", "MBX1");

    assertFails(refused, Clause.A_1, "basic_is_off_at_entry", 401);
    assertThat(activeSync(certificates, "CAS1", "MBX1").outcome().word()).isEqualTo("LOCAL");
    assertThat(activeSync(off, "mail.contoso.com", "MBX1").outcome().word()).isEqualTo("LOCAL");
  }

  ///
  @Test
  void integratedAtTheFirstServerIsANoteForOldDevicesOnly() {
    String both = first("{windowsAuthentication: true}");

    AccessPath old = activeSync(both, "mail.contoso.com", "MBX1", "2.5");
    AccessPath current = activeSync(both, "mail.contoso.com", "MBX1", "12.1");

    assertThat(old.outcome().word()).isEqualTo("LOCAL");
    assertThat(old.remarks()).anyMatch(remark -> remark.contains("offers Integrated"));
    assertThat(current.remarks()).isEmpty();
  }

  private static String legacy(String settings, String backEnd) {
    return """
        domain: contoso.com
        sites:
          hq: {servers: {CAS1: {roles: [ClientAccess]%s}}}
        servers:
          BE2003: {version: 2003 SP2, legacy: {%s}}
        """
        .formatted(settings, backEnd);
  }

  ///
  @Test
  void aLegacyMailboxIsProxiedToItsBackEnd() {
    AccessPath path =
        activeSync(legacy("", "activeSync: {windowsAuthentication: true}"), "CAS1", "BE2003");

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("LEGACY_PROXY");
    assertThat(path.server()).contains("BE2003");
    assertThat(path.url().map(Object::toString))
        .contains("http://be2003.contoso.com/Microsoft-Server-ActiveSync");
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.A_2B);
  }

  ///
  @Test
  void aServerThatBlocksLegacyMailboxesRefusesThem() {
    AccessPath path =
        activeSync(legacy(", settings: {blockLegacyMailboxes: true}", ""), "CAS1", "BE2003");

    assertThat(path.outcome().word()).isEqualTo("BLOCKED");
    assertThat(path.reason()).contains("legacy_mailboxes_blocked");
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.A_2A);
  }

  ///
  @Test
  void aBackEndAsSetupLeavesItRefusesWithEvent1036() {
    AccessPath path = activeSync(legacy("", ""), "CAS1", "BE2003");

    assertFails(path, Clause.A_2C, "back_end_without_integrated", 401);
    assertThat(path.event()).contains(new Failure.Event("MSExchange ActiveSync", 1036));
  }

  ///
  @ParameterizedTest
  @CsvSource({
    "formsAuthentication: true, A_2D, back_end_shows_forms",
    "requireSsl: true, A_2E, back_end_requires_ssl"
  })
  void formsOrSslOnExchangeOfTheBackEndBreakIt(String setting, Clause clause, String reason) {
    AccessPath path =
        activeSync(
            legacy("", "activeSync: {windowsAuthentication: true}, exchange: {" + setting + "}"),
            "CAS1",
            "BE2003");

    assertFails(path, clause, reason, 500);
  }

  private static String newer(String firstVersion, String activeSync) {
    return """
        domain: contoso.com
        sites:
          hq: {servers: {CAS1: {roles: [ClientAccess], version: %s}}}
          new:
            servers:
              NEW-CAS1: {roles: [ClientAccess], version: 2010 SP1, activeSync: {externalUrl: %s}}
              NEW-MBX1: {roles: [Mailbox], version: 2010 SP1}
        """
        .formatted(firstVersion, activeSync);
  }

  private static final String ADDRESS_OF_2010 =
      "'https://mail.contoso.com/Microsoft-Server-ActiveSync'";

  ///
  @ParameterizedTest
  @CsvSource({"12.1, own-action", "14.0, own-action"})
  void aDeviceWithA2010MailboxIsAnswered451(String version, String reached) {
    AccessPath path = activeSync(newer("2007 SP2", ADDRESS_OF_2010), "CAS1", "NEW-MBX1", version);

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("REDIRECT_451");
    assertThat(path.server()).contains("NEW-CAS1");
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.A_3A);
    assertThat(path.reached().map(Reached::word)).contains(reached);
  }

  ///
  @Test
  void anOldDeviceWithA2010MailboxIsRefused() {
    AccessPath path = activeSync(newer("2007 SP3", ADDRESS_OF_2010), "CAS1", "NEW-MBX1", "12.0");

    assertFails(path, Clause.A_3B, "device_too_old", 403);
  }

  ///
  @Test
  void aDeviceOfUnsaidVersionWithA2010MailboxIsTakenForACurrentOneWithANote() {
    AccessPath path = activeSync(newer("2007 SP3", ADDRESS_OF_2010), "CAS1", "NEW-MBX1");

    assertThat(path.outcome().word()).isEqualTo("REDIRECT_451");
    assertThat(path.remarks()).anyMatch(remark -> remark.contains("403"));
  }

  ///
  @Test
  void a2010MailboxIsOutOfReachBeforeServicePack2AndWithoutAddress() {
    AccessPath early = activeSync(newer("2007 SP1", ADDRESS_OF_2010), "CAS1", "NEW-MBX1");
    AccessPath hidden = activeSync(newer("2007 SP3", "null"), "CAS1", "NEW-MBX1");

    assertThat(early.trail().decision().clause()).isEqualTo(Clause.A_3C);
    assertThat(early.reason()).contains("mailbox_is_newer");
    assertThat(hidden.trail().decision().clause()).isEqualTo(Clause.A_3D);
    assertThat(hidden.reason()).contains("no_address_of_newer_mailbox");
  }

  private static String oneSite(String first, String second) {
    return """
        domain: contoso.com
        sites:
          hq:
            servers:
              CAS1: {roles: [ClientAccess], activeSync: {externalUrl: %s}}
              CAS2: {roles: [ClientAccess], activeSync: {externalUrl: %s}}
              MBX1: {roles: [Mailbox]}
        """
        .formatted(first, second);
  }

  ///
  @ParameterizedTest
  @CsvSource({
    "null, null",
    "'''https://mail.contoso.com/Microsoft-Server-ActiveSync''', null",
    "'''https://mail.contoso.com/Microsoft-Server-ActiveSync''', '''https://two.contoso.com/Microsoft-Server-ActiveSync'''"
  })
  void aMailboxOfTheOwnSiteIsSynchronized(String first, String second) {
    AccessPath path = activeSync(oneSite(first, second), "CAS1", "MBX1");

    assertThat(path.outcome()).isEqualTo(new Outcome.Local("CAS1"));
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.A_4C);
  }

  ///
  @Test
  void aServerWithoutExternalUrlSendsDevicesToOneOfItsSiteThatHasIt() {
    AccessPath path =
        activeSync(
            oneSite("null", "'https://two.contoso.com/Microsoft-Server-ActiveSync'"),
            "CAS1",
            "MBX1");

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("REDIRECT_451");
    assertThat(path.server()).contains("CAS2");
    assertThat(path.reached()).contains(Reached.OWN_ACTION);
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.A_4D);
  }

  /// Q3.
  @ParameterizedTest
  @CsvSource({"DEVICE_GETS_503, 503", "DEVICE_GETS_500, 500", "DEVICE_GETS_403, 403"})
  void theStatusOfAFailureToProxyCanBeAssumedOtherwise(Answer assumed, int status) {
    Organization organization =
        organization(leeds("LEE-CAS1: {roles: [ClientAccess], version: 2007 RTM}"));

    Simulation answer =
        Simulator.of(organization, Assumptions.of(assumed))
            .simulate(deviceRequest(organization, "SEA-CAS1", "LEE-MBX1"));

    assertFails((AccessPath) answer, Clause.A_4F, "no_fit_server", status);
  }

  /// Q4.
  @Test
  void equalsAreReportedUnlessTheFirstByNameIsAssumed() {
    Organization organization =
        organization(leeds("LEE-CAS2: {roles: [ClientAccess]}\nLEE-CAS1: {roles: [ClientAccess]}"));
    Request request = deviceRequest(organization, "SEA-CAS1", "LEE-MBX1");
    Assumptions firstByName = Assumptions.of(Answer.FIRST_EQUAL_BY_NAME);

    AccessPath any = (AccessPath) Simulator.simulate(organization, request);
    AccessPath first = (AccessPath) Simulator.of(organization, firstByName).simulate(request);

    assertThat(any.server()).contains("LEE-CAS1");
    assertThat(any.oneOf()).containsExactly("LEE-CAS1", "LEE-CAS2");
    assertThat(first.server()).contains("LEE-CAS1");
    assertThat(first.oneOf()).isEmpty();
  }

  /// Q4, of addresses.
  @Test
  void equalAddressesAreReported() {
    AccessPath path =
        crossSite(
            leeds(
                "LEE-CAS2: {roles: [ClientAccess], activeSync: "
                    + PUBLISHED
                    + "}\nLEE-CAS1: {roles: [ClientAccess], activeSync: "
                    + PUBLISHED
                    + "}"));

    assertThat(path.server()).contains("LEE-CAS1");
    assertThat(path.oneOf()).containsExactly("LEE-CAS1", "LEE-CAS2");
  }

  /// A-4a.
  @ParameterizedTest
  @CsvSource({
    "14.0, own-action, 0",
    "14.1, own-action, 0",
    "12.1, own-action, 1",
    "12.0, no, 1",
    "2.5, no, 1"
  })
  void whoFollowsA451IsSaidByTheVersionOfTheDevice(String version, String reached, int remarks) {
    AccessPath path =
        activeSync(
            leeds("LEE-CAS1: {roles: [ClientAccess], activeSync: " + PUBLISHED + "}"),
            "mail.contoso.com",
            "LEE-MBX1",
            version);

    assertThat(path.outcome().word()).isEqualTo("REDIRECT_451");
    assertThat(path.reached().map(Reached::word)).contains(reached);
    assertThat(path.reason().isPresent()).isEqualTo(reached.equals("no"));
    assertThat(path.remarks()).hasSize(remarks).allMatch(remark -> remark.contains("A-4a"));
  }

  /// A-4a.
  @Test
  void anUnsaidVersionIsANote() {
    AccessPath path =
        crossSite(leeds("LEE-CAS1: {roles: [ClientAccess], activeSync: " + PUBLISHED + "}"));

    assertThat(path.reached()).contains(Reached.OWN_ACTION);
    assertThat(path.remarks()).anyMatch(remark -> remark.contains("which is unsaid (A-4a)"));
  }

  /// A-4a, and A-6: a 451 reaches nobody by itself.
  @Test
  void a451ThatLeadsBackOrNowhereReachesNobody() {
    String name = "https://mail.contoso.com/Microsoft-Server-ActiveSync";
    AccessPath loop =
        crossSite(
            leeds("LEE-CAS1: {roles: [ClientAccess], activeSync: {externalUrl: '" + name + "'}}"));
    AccessPath unreachable =
        crossSite(
            leeds("LEE-CAS1: {roles: [ClientAccess], activeSync: " + PUBLISHED + "}")
                .replace(
                    "leeds.contoso.com: {from: [internet]",
                    "leeds.contoso.com: {from: [intranet]"));

    assertThat(loop.reached()).contains(Reached.NO);
    assertThat(loop.reason()).contains("redirect_loop");
    assertThat(unreachable.reached()).contains(Reached.NO);
    assertThat(unreachable.reason()).contains("redirect_unreachable");
  }

  /// C-10.
  @Test
  void aServerThatDoesNotAnswerIsPassedOver() {
    AccessPath path =
        crossSite(
            leeds(
                "LEE-CAS1: {roles: [ClientAccess], available: false}\n"
                    + "LEE-CAS2: {roles: [ClientAccess]}"));
    AccessPath none = crossSite(leeds("LEE-CAS1: {roles: [ClientAccess], available: false}"));

    assertThat(path.server()).contains("LEE-CAS2");
    assertThat(path.trail().steps()).extracting(Trail.Step::clause).contains(Clause.C_10);
    assertFails(none, Clause.A_4J, "no_answer", 503);
  }

  /// C-8.
  @Test
  void anInternalUrlCopiedFromAnotherSiteIsNoSecondHop() {
    String spec =
        leeds(
                "LEE-CAS1: {roles: [ClientAccess], activeSync: {internalUrl:"
                    + " 'https://sea-cas2.contoso.com/Microsoft-Server-ActiveSync'}}")
            .replace("SEA-MBX1:", "SEA-CAS2: {roles: [ClientAccess]}\n      SEA-MBX1:");

    assertFails(crossSite(spec), Clause.A_4L, "second_hop", 503);
  }

  private static final String WITHOUT_SUBDIRECTORY =
      leeds(
          "LEE-CAS1: {roles: [ClientAccess], activeSync: {windowsAuthentication: true,"
              + " proxySubdirectory: {present: false}}}");

  /// Q6.
  @Test
  void withoutTheProxySubdirectoryTheDirectoryAboveItIsAskedOnlyWhereThatIsAssumed() {
    Organization organization = organization(WITHOUT_SUBDIRECTORY);
    Assumptions parent = Assumptions.of(Answer.MISSING_SUBDIRECTORY_LEAVES_PARENT);

    AccessPath assumed =
        (AccessPath)
            Simulator.of(organization, parent)
                .simulate(deviceRequest(organization, "SEA-CAS1", "LEE-MBX1"));

    assertFails(crossSite(WITHOUT_SUBDIRECTORY), Clause.A_4F, "no_fit_server", 503);
    assertThat(assumed.outcome().word()).as(assumed.toString()).isEqualTo("PROXY");
    assertThat(assumed.trail().steps()).extracting(Trail.Step::clause).contains(Clause.A_5C);
  }

  ///
  @ParameterizedTest
  @CsvSource({"true, PROXY", "false, FAIL"})
  void fromServicePack1TheProxySubdirectoryCountsAndNotTheDirectoryAboveIt(
      boolean integrated, String outcome) {
    AccessPath path =
        crossSite(
            leeds(
                "LEE-CAS1: {roles: [ClientAccess], activeSync: {windowsAuthentication: "
                    + !integrated
                    + ", proxySubdirectory: {present: true, windowsAuthentication: "
                    + integrated
                    + "}}}"));

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo(outcome);
  }

  ///
  @Test
  void whereTheAddressLeadsToAnotherServerItsOwnSubdirectoryCounts() {
    AccessPath path =
        crossSite(
            leeds(
                """
                LEE-CAS1: {roles: [ClientAccess], activeSync: {internalUrl: 'https://lee-cas2.contoso.com/Microsoft-Server-ActiveSync'}}
                LEE-CAS2: {roles: [ClientAccess], activeSync: {internalUrl: null, proxySubdirectory: {present: false}}}
                """));

    assertFails(path, Clause.A_4K, "kerberos_refused", 503);
  }

  @Test
  void aMailboxNowhereAndAnEntryWithoutDirectoryAreRefused() {
    String spec = leeds("LEE-CAS1: {roles: [ClientAccess], activeSync: null}");

    AccessPath nowhere = activeSync(spec, "SEA-CAS1", "LEE-CAS1");
    AccessPath none = activeSync(spec, "LEE-CAS1", "LEE-MBX1");

    assertThat(nowhere.trail().decision().clause()).isEqualTo(Clause.S_5);
    assertThat(nowhere.reason()).contains("mailbox_not_found");
    assertThat(none.reason()).contains("no_activesync_directory_at_entry");
    assertThat(none.event()).isEqualTo(Optional.empty());
  }
}
