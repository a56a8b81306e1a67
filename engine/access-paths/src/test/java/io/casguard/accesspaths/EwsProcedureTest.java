package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each numbered step of specification 2.3, and each row of 2.12 in the column of Web Services.
class EwsProcedureTest {
  private static final String NO_BYPASS = "{internalNlbBypassUrl: null}";

  /// Seattle with a first server; Leeds with what a test says.
  private static String seattleAnd(String leeds) {
    return """
        domain: contoso.com
        sites:
          seattle:
            internetFacing: true
            servers:
              SEA-CAS1: {roles: [ClientAccess], webServices: {externalUrl: 'https://mail.contoso.com/EWS/Exchange.asmx'}}
              SEA-MBX1: {roles: [Mailbox]}
          leeds:
            servers:
              LEE-MBX1: {roles: [Mailbox]}
        %s
        publishing:
          mail.contoso.com: {from: [internet, intranet], servers: [SEA-CAS1]}
        """
        .formatted(leeds.indent(6).stripTrailing());
  }

  private static String leeds(String webServices) {
    return seattleAnd("LEE-CAS1: {roles: [ClientAccess], webServices: " + webServices + "}");
  }

  private static AccessPath crossSite(String spec) {
    return path(Protocol.EWS, spec, "SEA-CAS1", "LEE-MBX1", Network.INTERNET);
  }

  private static void assertProxied(AccessPath path, String url) {
    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("PROXY");
    assertThat(path.reached()).contains(Reached.YES);
    assertThat(path.server()).contains("LEE-CAS1");
    assertThat(path.url().map(Object::toString)).contains(url);
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.W_3N);
  }

  private static void assertProxied(AccessPath path) {
    assertProxied(path, "https://lee-cas1.contoso.com/ews/exchange.asmx");
  }

  private static void assertFails(AccessPath path, Clause clause, String reason, String code) {
    Expect.assertFails(path, clause, reason);
    assertThat(path.code()).isEqualTo(code.isEmpty() ? Optional.empty() : Optional.of(code));
  }

  // specification 2.12, row by row

  @Test
  void anIntegratedTargetIsProxiedTo() {
    AccessPath path = crossSite(leeds("{}"));

    assertProxied(path);
    assertThat(path.trail().steps())
        .extracting(Trail.Step::clause)
        .containsExactly(
            Clause.W_1,
            Clause.W_3B,
            Clause.W_3A,
            Clause.W_4,
            Clause.W_3C,
            Clause.W_3D,
            Clause.W_3E,
            Clause.W_3F,
            Clause.W_3G,
            Clause.W_3L,
            Clause.W_3K,
            Clause.W_3M,
            Clause.W_3N);
    assertThat(path.remarks()).isEmpty();
  }

  @Test
  void anExternalUrlPlaysNoPart() {
    String external = "externalUrl: 'https://leeds.contoso.com/EWS/Exchange.asmx'";

    assertProxied(crossSite(leeds("{" + external + "}")));
    assertFails(
        crossSite(leeds("{" + external + ", windowsAuthentication: false}")),
        Clause.W_3C,
        "no_server_with_integrated",
        "ErrorNoDestinationCASDueToKerberosRequirements");
  }

  @Test
  void aTargetWithBasicAloneIsAKerberosError() {
    assertFails(
        crossSite(leeds("{windowsAuthentication: false, basicAuthentication: true}")),
        Clause.W_3C,
        "no_server_with_integrated",
        "ErrorNoDestinationCASDueToKerberosRequirements");
  }

  @Test
  void anHttpAddressIsAnSslError() {
    assertFails(
        crossSite(
            leeds(
                "{internalNlbBypassUrl: null, internalUrl: 'http://lee-cas1.contoso.com/EWS/Exchange.asmx'}")),
        Clause.W_3D,
        "no_server_with_ssl",
        "ErrorNoDestinationCASDueToSSLRequirements");
  }

  @Test
  void withoutAnAddressThereIsNoServer() {
    assertFails(
        crossSite(leeds("{internalNlbBypassUrl: null, internalUrl: null}")),
        Clause.W_3B,
        "no_internal_url",
        "ErrorNoApplicableProxyCASServersAvailable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.2.0.10/EWS/Exchange.asmx",
        "https://ews.leeds.contoso.com/EWS/Exchange.asmx"
      })
  void anAddressOrAnUnregisteredAliasIsRefused(String url) {
    String spec =
        seattleAnd(
            """
            LEE-CAS1:
              roles: [ClientAccess]
              addresses: [10.2.0.10]
              servicePrincipalNames: [HOST/LEE-CAS1, HOST/lee-cas1.contoso.com]
              webServices: {internalNlbBypassUrl: null, internalUrl: '%s'}
            """
                .formatted(url));

    assertFails(crossSite(spec), Clause.W_3K, "kerberos_refused", "");
  }

  @Test
  void ofSeveralServersOneWithAnExternalUrlIsProxiedToLikeAnyOther() {
    AccessPath path =
        crossSite(
            seattleAnd(
                """
                LEE-CAS1: {roles: [ClientAccess], webServices: {externalUrl: 'https://leeds.contoso.com/EWS/Exchange.asmx'}}
                LEE-CAS2: {roles: [ClientAccess]}
                """));

    assertProxied(path);
    assertThat(path.oneOf()).containsExactly("LEE-CAS1", "LEE-CAS2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LEE-CAS1: {roles: [ClientAccess], webServices: null}"})
  void aSiteWithoutServerIsNoServer(String leeds) {
    assertFails(
        crossSite(seattleAnd(leeds)),
        Clause.W_3B,
        "no_server_in_site",
        "ErrorNoApplicableProxyCASServersAvailable");
  }

  @Test
  void aServerNewerThanTheFirstIsAVersionError() {
    assertFails(
        crossSite(leeds("{}").replace("SEA-CAS1: {", "SEA-CAS1: {version: 2007 SP1, ")),
        Clause.W_3F,
        "version_mismatch",
        "ErrorNoDestinationCASDueToVersionMismatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SEA-CAS1", "LEE-CAS1"})
  void theVersionFirstReleasedOnEitherSideIsAVersionError(String server) {
    assertFails(
        crossSite(leeds("{}").replace(server + ": {", server + ": {version: 2007, ")),
        Clause.W_3A,
        "version_mismatch",
        "ErrorNoDestinationCASDueToVersionMismatch");
  }

  // specification 2.3, step by step

  @Test
  void aMailboxOnExchange2003IsNotServed() {
    String spec = leeds("{}") + "servers: {BE2003: {version: 2003 SP2}}\n";

    assertFails(
        path(Protocol.EWS, spec, "SEA-CAS1", "BE2003", Network.INTERNET),
        Clause.W_2A,
        "mailbox_is_legacy",
        "");
  }

  @Test
  void aMailboxOnExchange2010IsNotServed() {
    String spec = leeds("{}").replace("LEE-MBX1: {", "LEE-MBX1: {version: 2010 SP3, ");

    assertFails(crossSite(spec), Clause.W_2B, "mailbox_is_newer", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SEA-CAS1", "nobody"})
  void withoutAMailboxThereIsNothingToServe(String mailbox) {
    String spec = leeds("{}") + "users: [{name: nobody, mailboxServer: null, count: 1}]\n";

    assertFails(
        path(Protocol.EWS, spec, "SEA-CAS1", mailbox, Network.INTERNET),
        Clause.S_5,
        "mailbox_not_found",
        "");
  }

  @Test
  void aMailboxOfTheOwnSiteIsServedByTheFirstServerWhateverItsVersion() {
    String spec = leeds("{}").replace("SEA-CAS1: {", "SEA-CAS1: {version: 2007, ");

    AccessPath path = path(Protocol.EWS, spec, "SEA-CAS1", "SEA-MBX1", Network.INTERNET);

    assertThat(path.outcome()).isEqualTo(new Outcome.Local("SEA-CAS1"));
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.W_3);
  }

  @Test
  void ofTwoVersionsTheOneThatProxyingKnowsIsUsed() {
    AccessPath path =
        crossSite(
            seattleAnd(
                """
                LEE-CAS0: {roles: [ClientAccess], version: 2007}
                LEE-CAS1: {roles: [ClientAccess]}
                """));

    assertProxied(path);
    assertThat(path.oneOf()).isEmpty();
  }

  @Test
  void eachConditionIsAskedOfThoseThatMeetTheOnesBefore() {
    AccessPath path =
        crossSite(
            seattleAnd(
                """
                LEE-CAS1: {roles: [ClientAccess], webServices: {windowsAuthentication: false}}
                LEE-CAS2: {roles: [ClientAccess], webServices: {internalNlbBypassUrl: null, internalUrl: 'http://lee-cas2.contoso.com/EWS/Exchange.asmx'}}
                """));

    assertFails(
        path, Clause.W_3D, "no_server_with_ssl", "ErrorNoDestinationCASDueToSSLRequirements");
  }

  @Test
  void aServerOlderThanItsMailboxServerIsTooOld() {
    assertFails(
        crossSite(leeds("{}").replace("LEE-CAS1: {", "LEE-CAS1: {version: 2007 SP2, ")),
        Clause.W_3E,
        "version_mismatch",
        "ErrorNoDestinationCASDueToVersionMismatch");
  }

  @Test
  void aSiteThatIsUpgradedLaterIsProxiedTo() {
    assertProxied(
        crossSite(
            leeds("{}")
                .replace("LEE-CAS1: {", "LEE-CAS1: {version: 2007 SP2, ")
                .replace("LEE-MBX1: {", "LEE-MBX1: {version: 2007 SP2, ")));
  }

  @Test
  void aServerThatDoesNotAnswerIsPassedOverUntilNoneIsLeft() {
    String one = "LEE-CAS0: {roles: [ClientAccess], available: false}\n";

    AccessPath other = crossSite(seattleAnd(one + "LEE-CAS1: {roles: [ClientAccess]}"));
    AccessPath none = crossSite(seattleAnd(one));

    assertProxied(other);
    assertThat(other.trail().steps()).extracting(Trail.Step::clause).contains(Clause.C_10);
    assertFails(none, Clause.W_3G, "no_answer", "ErrorNoRespondingCASInDestinationSite");
  }

  @Test
  void aMailboxServerOfUnsaidSiteIsUndetermined() {
    String spec =
        """
        defaults: none
        sites: {seattle: {servers: {SEA-CAS1: {roles: [ClientAccess], version: 8.3.83.6}}}}
        servers: {LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6}}
        """;

    AccessPath path = crossSite(spec);

    assertThat(path.undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.servers.LEE-MBX1");
    assertThat(path.trail().decision().text()).endsWith("LOCAL or UNDETERMINED");
  }

  @Test
  void anArrayBehindTheAddressIsRemarkedOn() {
    String spec =
        seattleAnd(
                """
                LEE-CAS1:
                  roles: [ClientAccess]
                  servicePrincipalNames: [HTTP/ews.contoso.com]
                  webServices: {internalNlbBypassUrl: null, internalUrl: 'https://ews.contoso.com/EWS/Exchange.asmx'}
                LEE-CAS2: {roles: [ClientAccess], webServices: null}
                """)
            + "  ews.contoso.com: {from: [intranet], servers: [LEE-CAS1, LEE-CAS2]}\n";

    AccessPath path = crossSite(spec);

    assertProxied(path, "https://ews.contoso.com/EWS/Exchange.asmx");
    assertThat(path.remarks()).singleElement().asString().contains("(W-3j)");
  }

  @Test
  void theBypassIsPreferredSoThatTheInternalUrlMayNameAnArray() {
    AccessPath path =
        crossSite(leeds("{internalUrl: 'https://array.contoso.com/EWS/Exchange.asmx'}"));

    assertProxied(path);
    assertThat(path.trail().steps())
        .filteredOn(step -> step.clause() == Clause.W_4)
        .singleElement()
        .satisfies(
            step ->
                assertThat(step.because())
                    .extracting(evidence -> evidence.path().toString())
                    .containsExactly(
                        "spec.sites.leeds.servers.LEE-CAS1.webServices.internalNlbBypassUrl"));
  }

  @Test
  void withoutABypassTheInternalUrlIsUsed() {
    assertProxied(crossSite(leeds(NO_BYPASS)), "https://lee-cas1.contoso.com/EWS/Exchange.asmx");
  }

  @ParameterizedTest
  @CsvSource({
    "{webServices: true}, false, PROXY",
    "{webServices: true}, true, FAIL",
    "{owa: true}, false, FAIL",
    "true, false, PROXY"
  })
  void httpIsTakenWhereWebServicesMayProxyWithoutSslUnlessTheSecondServerWantsIt(
      String setting, boolean requireSsl, String outcome) {
    String spec =
        leeds(
                "{internalNlbBypassUrl: null, requireSsl: "
                    + requireSsl
                    + ", internalUrl: 'http://lee-cas1.contoso.com/EWS/Exchange.asmx'}")
            .replace(
                "SEA-CAS1: {", "SEA-CAS1: {settings: {allowProxyingWithoutSsl: " + setting + "}, ");

    AccessPath path = crossSite(spec);

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"{webServices: false}, FAIL", "{owa: false}, PROXY", "false, FAIL"})
  void anUntrustedCertificateIsRefusedOnlyWhereWebServicesAreToldTo(
      String setting, String outcome) {
    String spec =
        leeds("{}")
            .replace(
                "SEA-CAS1: {",
                "SEA-CAS1: {settings: {allowInternalUntrustedCerts: " + setting + "}, ");

    AccessPath path = crossSite(spec);
    AccessPath trusted =
        crossSite(
            spec.replace("LEE-CAS1: {", "LEE-CAS1: {certificate: {trustedByServers: true}, "));

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo(outcome);
    assertThat(path.reason())
        .isEqualTo(
            outcome.equals("FAIL") ? Optional.of("untrusted_certificate") : Optional.empty());
    assertProxied(trusted);
  }

  @Test
  void aTargetThatOffersNtlmAloneIsRefused() {
    assertFails(
        crossSite(leeds("{internalAuthenticationMethods: [Ntlm]}")),
        Clause.W_3K,
        "kerberos_refused",
        "");
  }

  @Test
  void anAddressCopiedFromTheFirstServersSiteIsNoSecondHop() {
    String spec =
        leeds(
                "{internalNlbBypassUrl: null, internalUrl: 'https://sea-cas2.contoso.com/EWS/Exchange.asmx'}")
            .replace("SEA-MBX1:", "SEA-CAS2: {roles: [ClientAccess]}\n      SEA-MBX1:");

    assertFails(crossSite(spec), Clause.W_3M, "second_hop", "");
  }

  @Test
  void aProxiedCallFromInsideIsRemarkedOn() {
    AccessPath path = path(Protocol.EWS, leeds("{}"), "SEA-CAS1", "LEE-MBX1", Network.INTRANET);

    assertProxied(path);
    assertThat(path.remarks()).singleElement().asString().contains("(W-5)");
  }

  @Test
  void aServerWithoutWebServicesIsNoEntry() {
    String spec =
        leeds("{}")
            .replace(
                "SEA-CAS1: {roles: [ClientAccess], webServices: {externalUrl: 'https://mail.contoso.com/EWS/Exchange.asmx'}}",
                "SEA-CAS1: {roles: [ClientAccess], webServices: null}");

    assertFails(crossSite(spec), Clause.S_3, "no_ews_directory_at_entry", "");
  }

  // what the trail says

  @Test
  void theTrailOfAProxiedCallNamesWhatEachStepRestsOn() {
    AccessPath path =
        crossSite(
            seattleAnd(
                """
                LEE-CAS1: {roles: [ClientAccess]}
                LEE-CAS2: {roles: [ClientAccess], webServices: {internalNlbBypassUrl: null}}
                LEE-CAS3: {roles: [ClientAccess], webServices: {windowsAuthentication: false}}
                """));
    String leeds = "sites.leeds.servers.";
    String services = ".webServices.";

    assertThat(TrailText.of(path))
        .containsExactly(
            "W-1 the mailbox is in leeds, SEA-CAS1 is in seattle [sites.leeds.servers.LEE-MBX1,"
                + " sites.seattle.servers.SEA-CAS1]",
            "W-3b leeds has LEE-CAS1, LEE-CAS2, LEE-CAS3 [sites.leeds.servers.LEE-CAS1,"
                + " sites.leeds.servers.LEE-CAS2, sites.leeds.servers.LEE-CAS3]",
            "W-3a LEE-CAS1 runs 2007 SP3; LEE-CAS2 runs 2007 SP3; LEE-CAS3 runs 2007 SP3"
                + " [sites.leeds.servers.LEE-CAS1.version, sites.leeds.servers.LEE-CAS2.version,"
                + " sites.leeds.servers.LEE-CAS3.version]",
            "W-4 LEE-CAS1 is reached at https://lee-cas1.contoso.com/ews/exchange.asmx; LEE-CAS2 is"
                + " reached at https://lee-cas2.contoso.com/EWS/Exchange.asmx; LEE-CAS3 is reached"
                + " at https://lee-cas3.contoso.com/ews/exchange.asmx ["
                + leeds
                + "LEE-CAS1"
                + services
                + "internalNlbBypassUrl, "
                + leeds
                + "LEE-CAS2"
                + services
                + "internalUrl, "
                + leeds
                + "LEE-CAS3"
                + services
                + "internalNlbBypassUrl]",
            "W-3c LEE-CAS1 accepts Integrated; LEE-CAS2 accepts Integrated ["
                + leeds
                + "LEE-CAS1"
                + services
                + "windowsAuthentication, "
                + leeds
                + "LEE-CAS2"
                + services
                + "windowsAuthentication]",
            "W-3d https://lee-cas1.contoso.com/ews/exchange.asmx is not http;"
                + " https://lee-cas2.contoso.com/EWS/Exchange.asmx is not http ["
                + leeds
                + "LEE-CAS1"
                + services
                + "internalNlbBypassUrl, "
                + leeds
                + "LEE-CAS2"
                + services
                + "internalUrl]",
            "W-3e LEE-CAS1 runs 2007 SP3, LEE-MBX1 runs 2007 SP3; LEE-CAS2 runs 2007 SP3, LEE-MBX1"
                + " runs 2007 SP3 [sites.leeds.servers.LEE-CAS1.version,"
                + " sites.leeds.servers.LEE-MBX1.version, sites.leeds.servers.LEE-CAS2.version]",
            "W-3f LEE-CAS1 runs 2007 SP3, SEA-CAS1 runs 2007 SP3; LEE-CAS2 runs 2007 SP3, SEA-CAS1"
                + " runs 2007 SP3 [sites.leeds.servers.LEE-CAS1.version,"
                + " sites.seattle.servers.SEA-CAS1.version, sites.leeds.servers.LEE-CAS2.version]",
            "W-3g lee-cas1.contoso.com leads to LEE-CAS1 [sites.leeds.servers.LEE-CAS1]",
            "W-3l SEA-CAS1 takes any certificate"
                + " [sites.seattle.servers.SEA-CAS1.settings.allowInternalUntrustedCerts]",
            "W-3k SEA-CAS1 authenticates to LEE-CAS1 by Kerberos"
                + " [sites.leeds.servers.LEE-CAS1.webServices.windowsAuthentication]",
            "W-3m LEE-CAS1 is in the mailbox's site [sites.leeds.servers.LEE-CAS1]",
            "W-3n LEE-CAS1 opens the mailbox; the user keeps the first address"
                + " [sites.leeds.servers.LEE-CAS1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "LEE-CAS1: {roles: [ClientAccess], webServices: null} | W-3b leeds has no 2007 Client Access server with Web Services [sites.leeds]",
        "LEE-CAS1: {roles: [ClientAccess], version: 2007} | W-3a LEE-CAS1 runs 2007 RTM [sites.leeds.servers.LEE-CAS1.version]",
        "LEE-CAS1: {roles: [ClientAccess], webServices: {internalNlbBypassUrl: null, internalUrl: null}} | W-3b LEE-CAS1 has no InternalURL [sites.leeds.servers.LEE-CAS1.webServices.internalUrl]",
        "LEE-CAS1: {roles: [ClientAccess], webServices: {windowsAuthentication: false}} | W-3c LEE-CAS1 does not accept Integrated [sites.leeds.servers.LEE-CAS1.webServices.windowsAuthentication]",
        "LEE-CAS1: {roles: [ClientAccess], webServices: {internalNlbBypassUrl: 'http://lee-cas1.contoso.com/x'}} | W-3d http://lee-cas1.contoso.com/x is http, and SEA-CAS1 may not proxy without SSL [sites.leeds.servers.LEE-CAS1.webServices.internalNlbBypassUrl, sites.seattle.servers.SEA-CAS1.settings.allowProxyingWithoutSsl]",
        "LEE-CAS1: {roles: [ClientAccess], version: 2007 SP2} | W-3e LEE-CAS1 runs 2007 SP2, LEE-MBX1 runs 2007 SP3 [sites.leeds.servers.LEE-CAS1.version, sites.leeds.servers.LEE-MBX1.version]"
      })
  void theDecisionNamesTheSettingThatDecides(String server, String decision) {
    assertThat(TrailText.decision(crossSite(seattleAnd(server)))).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SEA-MBX1 | W-3 the mailbox and SEA-CAS1 are in seattle [sites.seattle.servers.SEA-MBX1, sites.seattle.servers.SEA-CAS1]",
        "SEA-CAS1 | S-5 SEA-CAS1 holds no mailboxes [sites.seattle.servers.SEA-CAS1]",
        "BE2003 | W-2a BE2003 runs 2003 [servers.BE2003.version]",
        "NEW-MBX1 | W-2b NEW-MBX1 runs 2010 SP3 [servers.NEW-MBX1.version]"
      })
  void theDecisionNamesWhereTheMailboxIs(String mailbox, String decision) {
    String spec =
        leeds("{}")
            + "servers: {BE2003: {version: 2003 SP2}, NEW-MBX1: {version: 2010 SP3, roles: [Mailbox]}}\n";

    assertThat(TrailText.decision(path(Protocol.EWS, spec, "SEA-CAS1", mailbox, Network.INTERNET)))
        .isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({"true, requires SSL", "false, takes it from SEA-CAS1"})
  void overHttpTheTrailNamesWhatTheSecondServerWants(boolean requireSsl, String found) {
    AccessPath path =
        crossSite(
            leeds(
                    "{internalNlbBypassUrl: 'http://lee-cas1.contoso.com/x', requireSsl: "
                        + requireSsl
                        + "}")
                .replace("SEA-CAS1: {", "SEA-CAS1: {settings: {allowProxyingWithoutSsl: true}, "));

    assertThat(TrailText.of(path))
        .contains(
            "W-3d http://lee-cas1.contoso.com/x is http, and LEE-CAS1 "
                + found
                + " [sites.leeds.servers.LEE-CAS1.webServices.internalNlbBypassUrl,"
                + " sites.leeds.servers.LEE-CAS1.webServices.requireSsl]");
  }

  @Test
  void aFirstServerOfTheVersionFirstReleasedIsNamed() {
    AccessPath path = crossSite(leeds("{}").replace("SEA-CAS1: {", "SEA-CAS1: {version: 2007, "));

    assertThat(TrailText.decision(path))
        .isEqualTo(
            "W-3a SEA-CAS1 runs 2007 RTM, and Web Services are proxied from SP1 on"
                + " [sites.seattle.servers.SEA-CAS1.version]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{windowsAuthentication: false}",
        "{internalNlbBypassUrl: null, internalUrl: null}"
      })
  void anAnswerThatIsRememberedIsTheSame(String webServices) {
    Organization organization = Topologies.organization(leeds(webServices));
    Simulator simulator = Simulator.of(organization);
    Request request =
        Request.of(
            Protocol.EWS,
            Door.named(organization, "SEA-CAS1"),
            Mailbox.named(organization, "LEE-MBX1").orElseThrow(),
            Network.INTERNET);

    Simulation once = simulator.simulate(request);
    Simulation again = simulator.simulate(request);

    assertThat(again).isEqualTo(once);
  }

  @Test
  void servicePackOneOnBothSidesIsEnough() {
    assertProxied(
        crossSite(
            leeds("{}")
                .replace("SEA-CAS1: {", "SEA-CAS1: {version: 2007 SP1, ")
                .replace("LEE-CAS1: {", "LEE-CAS1: {version: 2007 SP1, ")
                .replace("LEE-MBX1: {", "LEE-MBX1: {version: 2007 SP1, ")));
  }

  @Test
  void aNameOfOneServerIsNoArray() {
    String spec =
        seattleAnd(
                """
                LEE-CAS1:
                  roles: [ClientAccess]
                  servicePrincipalNames: [HTTP/ews.contoso.com]
                  webServices: {internalNlbBypassUrl: null, internalUrl: 'https://ews.contoso.com/EWS/Exchange.asmx'}
                """)
            + "  ews.contoso.com: {from: [intranet], servers: [LEE-CAS1]}\n";

    AccessPath path = crossSite(spec);

    assertProxied(path, "https://ews.contoso.com/EWS/Exchange.asmx");
    assertThat(path.remarks()).isEmpty();
  }

  // what is unsaid

  private static final String SAID =
      """
      defaults: none
      sites:
        seattle:
          servers:
            SEA-CAS1: {roles: [ClientAccess], version: 8.3.83.6, fqdn: sea-cas1.contoso.com, webServices: {}, settings: {allowInternalUntrustedCerts: true}}
        leeds:
          servers:
            LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6, fqdn: lee-cas1.contoso.com, webServices: {internalNlbBypassUrl: null, internalUrl: 'https://lee-cas1.contoso.com/EWS/Exchange.asmx', windowsAuthentication: true}}
            LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6}
      """;

  private static List<String> unsaid(String spec) {
    return crossSite(spec).undetermined().stream().map(Path::toString).toList();
  }

  @Test
  void whatIsSaidIsEnough() {
    assertProxied(crossSite(SAID), "https://lee-cas1.contoso.com/EWS/Exchange.asmx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      emptyValue = "",
      value = {
        "internalNlbBypassUrl: null, | '' | leeds.servers.LEE-CAS1.webServices.internalNlbBypassUrl",
        "internalUrl: 'https://lee-cas1.contoso.com/EWS/Exchange.asmx', | '' | leeds.servers.LEE-CAS1.webServices.internalUrl",
        ", windowsAuthentication: true | '' | leeds.servers.LEE-CAS1.webServices.windowsAuthentication",
        "LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6} | LEE-MBX1: {roles: [Mailbox]} | leeds.servers.LEE-MBX1.version",
        "LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6, | LEE-CAS1: {roles: [ClientAccess], | leeds.servers.LEE-CAS1.version",
        "SEA-CAS1: {roles: [ClientAccess], version: 8.3.83.6, | SEA-CAS1: {roles: [ClientAccess], | seattle.servers.SEA-CAS1.version"
      })
  void theOneValueThatMattersIsNamed(String said, String otherwise, String path) {
    String spec = SAID.replace(said, otherwise.equals("''") ? "" : otherwise);

    assertThat(spec).isNotEqualTo(SAID);
    assertThat(unsaid(spec)).containsExactly("spec.sites." + path);
  }

  @Test
  void overHttpTheTwoSettingsThatMatterAreNamed() {
    assertThat(unsaid(SAID.replace("'https://lee-cas1", "'http://lee-cas1")))
        .containsExactly(
            "spec.sites.leeds.servers.LEE-CAS1.webServices.requireSsl",
            "spec.sites.seattle.servers.SEA-CAS1.settings.allowProxyingWithoutSsl");
  }

  @Test
  void aDirectoryOfWhichNothingIsSaidLeavesEverythingOpen() {
    String spec = SAID.replaceFirst("(lee-cas1.contoso.com), webServices: \\{.*?\\}", "$1");

    assertThat(spec).isNotEqualTo(SAID);
    String directory = "spec.sites.leeds.servers.LEE-CAS1.webServices";
    assertThat(unsaid(spec))
        .containsExactly(
            directory,
            directory + ".internalNlbBypassUrl",
            directory + ".internalUrl",
            directory + ".windowsAuthentication");
  }

  @Test
  void whatIsUnsaidStaysUnsaidHoweverOftenItIsAskedFor() {
    Organization organization =
        Topologies.organization(SAID.replace(", windowsAuthentication: true", ""));
    Simulator simulator = Simulator.of(organization);
    Request request =
        Request.of(
            Protocol.EWS,
            Door.named(organization, "SEA-CAS1"),
            Mailbox.named(organization, "LEE-MBX1").orElseThrow(),
            Network.INTERNET);

    Simulation once = simulator.simulate(request);
    Simulation again = simulator.simulate(request);

    assertThat(((AccessPath) once).outcome().word()).isEqualTo("UNDETERMINED");
    assertThat(again).isEqualTo(once);
  }

  @Test
  void anUnsaidExternalUrlIsNeverAskedFor() {
    assertThat(SAID).doesNotContain("externalUrl");
    assertThat(crossSite(SAID).outcome().word()).isEqualTo("PROXY");
  }
}
