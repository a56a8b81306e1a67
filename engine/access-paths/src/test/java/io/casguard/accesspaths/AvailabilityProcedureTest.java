package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Network;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each numbered step of specification 2.4.
class AvailabilityProcedureTest {
  private static final String NOT_ALLOWED = "ErrorProxyRequestNotAllowed";

  /// Seattle, where somebody asks; Leeds with what a test says; a back end of Exchange 2003.
  private static String seattleAnd(String leeds) {
    return """
        domain: contoso.com
        sites:
          seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}, SEA-MBX1: {roles: [Mailbox]}}}
          leeds:
            servers:
              LEE-MBX1: {roles: [Mailbox]}
        %s
        servers:
          BE2003: {version: 2003 SP2}
        """
        .formatted(leeds.indent(6).stripTrailing());
  }

  private static String leeds(String webServices) {
    return seattleAnd("LEE-CAS1: {roles: [ClientAccess], webServices: " + webServices + "}");
  }

  private static AccessPath asked(String spec, String mailbox) {
    return path(Protocol.AVAILABILITY, spec, "SEA-CAS1", mailbox, Network.INTRANET);
  }

  private static AccessPath crossSite(String spec) {
    return asked(spec, "LEE-MBX1");
  }

  private static void assertProxied(AccessPath path) {
    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("PROXY");
    assertThat(path.reached()).contains(Reached.YES);
    assertThat(path.server()).contains("LEE-CAS1");
    assertThat(path.url().map(Object::toString))
        .contains("https://lee-cas1.contoso.com/ews/exchange.asmx");
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.V_1B);
    assertThat(path.remarks()).isEmpty();
  }

  private static void assertFails(AccessPath path, Clause clause, String reason, String code) {
    Expect.assertFails(path, clause, reason);
    assertThat(path.code()).contains(code);
    assertThat(path.event()).contains(new Failure.Event("MSExchange Availability", 4002));
    assertThat(path.userText().orElseThrow()).contains("hash marks");
    assertThat(path.remarks()).singleElement().asString().contains("(V-3)");
  }

  @Test
  void theTimesOfSomebodyInTheOwnSiteAreReadByTheFirstServer() {
    AccessPath path = asked(leeds("{}"), "SEA-MBX1");

    assertThat(path.outcome()).isEqualTo(new Outcome.Local("SEA-CAS1"));
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.V_1A);
  }

  @Test
  void thoseOfSomebodyInAnotherSiteAreAskedForThere() {
    AccessPath path = crossSite(leeds("{}"));

    assertProxied(path);
    assertThat(path.trail().steps())
        .extracting(Trail.Step::clause)
        .containsExactly(
            Clause.V_1,
            Clause.V_2A,
            Clause.W_4,
            Clause.V_2B,
            Clause.V_2C,
            Clause.V_2D,
            Clause.V_2E,
            Clause.V_2F,
            Clause.V_2G,
            Clause.V_2H,
            Clause.V_1B);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SEA-CAS1", "LEE-CAS1"})
  void theVersionFirstReleasedOnEitherSideIsNoObstacle(String server) {
    String spec =
        seattleAnd(
                "LEE-CAS1: {roles: [ClientAccess], webServices: {internalNlbBypassUrl:"
                    + " 'https://lee-cas1.contoso.com/ews/exchange.asmx'}}")
            .replace(server + ": {", server + ": {version: 2007, ");

    assertProxied(crossSite(spec));
  }

  @Test
  void anExternalUrlPlaysNoPart() {
    assertProxied(crossSite(leeds("{externalUrl: 'https://leeds.contoso.com/EWS/Exchange.asmx'}")));
  }

  @Test
  void thoseOfSomebodyOnExchange2003AreReadFromAPublicFolder() {
    AccessPath path = asked(leeds("{}"), "BE2003");

    assertThat(path.outcome()).isEqualTo(new Outcome.PublicFolderLookup());
    assertThat(path.reached()).contains(Reached.YES);
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.V_1C);
  }

  @Test
  void publicFoldersThatRequireSslAreNotRead() {
    String spec =
        leeds("{}")
            .replace(
                "BE2003: {version: 2003 SP2",
                "BE2003: {version: 2003 SP2, legacy: {public: {requireSsl: true}}");

    AccessPath path = asked(spec, "BE2003");

    assertThat(path.reason()).contains("public_folders_require_ssl");
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.V_4);
    assertThat(path.status()).contains(403);
    assertThat(path.event()).contains(new Failure.Event("MSExchange Availability", 4003));
    assertThat(path.code()).isEmpty();
    assertThat(path.remarks()).singleElement().asString().contains("(V-3)");
  }

  @ParameterizedTest
  @CsvSource({"true, FAIL", "false, PUBLIC_FOLDER_LOOKUP"})
  void aServerThatIsKeptForPublicFoldersIsTheOneThatIsRead(boolean requireSsl, String outcome) {
    String spec =
        leeds("{}")
                .replace(
                    "BE2003: {version: 2003 SP2",
                    "BE2003: {version: 2003 SP2, legacy: {public: {requireSsl: "
                        + !requireSsl
                        + "}}")
            + "  PF2003: {version: 2003 SP2, publicFoldersOnly: true, legacy: {public:"
            + " {requireSsl: "
            + requireSsl
            + "}}}\n";

    assertThat(asked(spec, "BE2003").outcome().word()).isEqualTo(outcome);
  }

  @Test
  void thoseOfSomebodyOnExchange2010AreNotFoundOut() {
    AccessPath path =
        crossSite(leeds("{}").replace("LEE-MBX1: {", "LEE-MBX1: {version: 2010 SP3, "));

    assertThat(path.reason()).contains("mailbox_is_newer");
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.V_1D);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SEA-CAS1", "nobody"})
  void withoutAMailboxThereAreNone(String mailbox) {
    String spec = leeds("{}") + "users: [{name: nobody, mailboxServer: null, count: 1}]\n";

    AccessPath path = asked(spec, mailbox);

    assertThat(path.reason()).contains("mailbox_not_found");
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.S_5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "null | V_2A | no_server_in_site",
        "{internalNlbBypassUrl: null, internalUrl: null} | V_2B | no_fit_server",
        "{windowsAuthentication: false, basicAuthentication: true} | V_2B | no_fit_server",
        "{internalNlbBypassUrl: 'http://lee-cas1.contoso.com/ews/exchange.asmx'} | V_2C | proxy_without_ssl",
        "{internalNlbBypassUrl: 'https://10.2.0.10/ews/exchange.asmx'} | V_2G | kerberos_refused",
        "{internalAuthenticationMethods: [Ntlm]} | V_2G | kerberos_refused",
        "{internalNlbBypassUrl: 'https://sea-cas1.contoso.com/ews/exchange.asmx'} | V_2H | second_hop"
      })
  void whatIsSetUpWrongIsNotAllowed(String webServices, Clause clause, String reason) {
    assertFails(crossSite(leeds(webServices)), clause, reason, NOT_ALLOWED);
  }

  @Test
  void aSiteOfWhichNobodyAnswersIsAFailureOfProcessing() {
    String spec =
        seattleAnd(
            """
            LEE-CAS1: {roles: [ClientAccess], available: false}
            LEE-CAS2: {roles: [ClientAccess], available: false}
            """);

    assertFails(crossSite(spec), Clause.V_2D, "no_answer", "ErrorProxyRequestProcessingFailed");
  }

  @Test
  void aServerThatDoesNotAnswerIsPassedOver() {
    assertProxied(
        crossSite(
            seattleAnd(
                """
                LEE-CAS0: {roles: [ClientAccess], available: false}
                LEE-CAS1: {roles: [ClientAccess]}
                """)));
  }

  @Test
  void anUntrustedCertificateStopsItOnlyWhereWebServicesAreToldTo() {
    String strict =
        leeds("{}")
            .replace(
                "SEA-CAS1: {",
                "SEA-CAS1: {settings: {allowInternalUntrustedCerts: {webServices: false}}, ");

    assertFails(crossSite(strict), Clause.V_2E, "untrusted_certificate", NOT_ALLOWED);
    assertProxied(crossSite(strict.replace("webServices: false", "owa: false")));
  }

  @ParameterizedTest
  @CsvSource({"true, FAIL", "false, PROXY"})
  void overHttpTheSecondServerMustNotRequireSsl(boolean requireSsl, String outcome) {
    String spec =
        leeds(
                "{internalNlbBypassUrl: 'http://lee-cas1.contoso.com/ews/exchange.asmx', requireSsl: "
                    + requireSsl
                    + "}")
            .replace(
                "SEA-CAS1: {",
                "SEA-CAS1: {settings: {allowProxyingWithoutSsl: {webServices: true}}, ");

    AccessPath path = crossSite(spec);

    assertThat(path.outcome().word()).isEqualTo(outcome);
    assertThat(path.reason())
        .isEqualTo(outcome.equals("FAIL") ? Optional.of("ssl_required") : Optional.empty());
  }

  /// Both arrive at one directory of one server, each with checks of its own.
  @Test
  void webServicesAndAvailabilityDoNotMixTheirChecks() {
    String spec = leeds("{internalNlbBypassUrl: 'https://10.2.0.10/ews/exchange.asmx'}");
    var organization = Topologies.organization(spec);
    Simulator simulator = Simulator.of(organization);

    for (Protocol protocol : new Protocol[] {Protocol.EWS, Protocol.AVAILABILITY}) {
      AccessPath path =
          (AccessPath)
              simulator.simulate(
                  Request.of(
                      protocol,
                      Door.named(organization, "SEA-CAS1"),
                      Mailbox.named(organization, "LEE-MBX1").orElseThrow(),
                      Network.INTRANET));

      assertThat(path.trail().decision().clause())
          .isEqualTo(protocol == Protocol.EWS ? Clause.W_3K : Clause.V_2G);
    }
  }

  // what the trail says

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SEA-MBX1 | V-1a the mailbox and SEA-CAS1 are in seattle [sites.seattle.servers.SEA-MBX1, sites.seattle.servers.SEA-CAS1]",
        "SEA-CAS1 | S-5 SEA-CAS1 holds no mailboxes [sites.seattle.servers.SEA-CAS1]",
        "LEE-MBX1 | V-2b LEE-CAS1 does not accept Integrated [sites.leeds.servers.LEE-CAS1.webServices.windowsAuthentication]",
        "BE2003 | V-1c the free/busy times are read from /public of BE2003 [servers.BE2003.version, servers.BE2003.legacy.public.requireSsl]",
        "NEW-MBX1 | V-1d NEW-MBX1 runs 2010 SP3 [servers.NEW-MBX1.version]"
      })
  void theDecisionNamesWhatItRestsOn(String mailbox, String decision) {
    String spec =
        leeds("{windowsAuthentication: false}")
            + "  NEW-MBX1: {version: 2010 SP3, roles: [Mailbox]}\n";

    assertThat(TrailText.decision(asked(spec, mailbox))).isEqualTo(decision);
  }

  @Test
  void theTrailNamesWhoIsAskedAndWhichPublicFolderIsRead() {
    String keepers =
        """
          PF2: {version: 2003 SP2, publicFoldersOnly: true}
        """
            .indent(0);

    AccessPath proxied = crossSite(leeds("{}"));
    AccessPath own = asked(leeds("{}"), "BE2003");
    AccessPath kept = asked(leeds("{}") + keepers, "BE2003");

    assertThat(TrailText.of(proxied))
        .startsWith(
            "V-1 the mailbox is in leeds, SEA-CAS1 is in seattle [sites.leeds.servers.LEE-MBX1,"
                + " sites.seattle.servers.SEA-CAS1]",
            "V-2a leeds has LEE-CAS1 [sites.leeds.servers.LEE-CAS1]");
    assertThat(TrailText.of(own)).startsWith("V-1e BE2003 holds the mailbox [servers.BE2003]");
    assertThat(TrailText.of(kept)).startsWith("V-1e PF2 is kept for public folders [servers.PF2]");
  }

  @Test
  void ofSeveralPublicFolderServersTheFirstByNameIsRead() {
    String spec =
        leeds("{}")
                .replace(
                    "SEA-MBX1: {", "PF9: {version: 2003 SP2, publicFoldersOnly: true}, SEA-MBX1: {")
            + "  pf1: {version: 2003 SP2, publicFoldersOnly: true}\n";

    assertThat(TrailText.of(asked(spec, "BE2003")))
        .startsWith("V-1e pf1 is kept for public folders [servers.pf1]");
  }

  @Test
  void a2007ServerThatIsKeptForPublicFoldersIsNotTheOneThatIsRead() {
    String spec =
        leeds("{}")
            .replace(
                "SEA-MBX1: {roles: [Mailbox]}",
                "SEA-MBX1: {roles: [Mailbox]}, SEA-PF1: {roles: [Mailbox], publicFoldersOnly: true}");

    assertThat(TrailText.of(asked(spec, "BE2003")))
        .startsWith("V-1e BE2003 holds the mailbox [servers.BE2003]");
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
            LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6, fqdn: lee-cas1.contoso.com, webServices: {internalNlbBypassUrl: 'https://lee-cas1.contoso.com/ews/exchange.asmx', windowsAuthentication: true}}
            LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6}
      servers:
        LOST-MBX1: {roles: [Mailbox], version: 8.3.83.6}
        BE2003: {version: 2003 SP2}
      """;

  @Test
  void whatIsSaidIsEnough() {
    assertProxied(crossSite(SAID));
  }

  @Test
  void versionsOfServersAreNeverAskedFor() {
    AccessPath path =
        crossSite(
            SAID.replace(
                    "SEA-CAS1: {roles: [ClientAccess], version: 8.3.83.6, ",
                    "SEA-CAS1: {roles: [ClientAccess], ")
                .replace(
                    "LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6",
                    "LEE-CAS1: {roles: [ClientAccess], version: 8.1.240.6"));

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("PROXY");
  }

  @ParameterizedTest
  @CsvSource({
    "LOST-MBX1, spec.servers.LOST-MBX1",
    "BE2003, spec.servers.BE2003.legacy.public.requireSsl"
  })
  void theOneValueThatMattersIsNamed(String mailbox, String unsaid) {
    assertThat(asked(SAID, mailbox).undetermined())
        .extracting(Path::toString)
        .containsExactly(unsaid);
  }

  @Test
  void anUnsaidAuthenticationLeavesItOpen() {
    assertThat(crossSite(SAID.replace(", windowsAuthentication: true", "")).undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.sites.leeds.servers.LEE-CAS1.webServices.windowsAuthentication");
  }
}
