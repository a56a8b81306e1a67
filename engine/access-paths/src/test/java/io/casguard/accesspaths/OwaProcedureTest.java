package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.organization;
import static io.casguard.accesspaths.Topologies.owa;
import static io.casguard.accesspaths.Topologies.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each numbered step of specification 2.1, and each row of 2.12 in the two columns of Outlook Web
/// Access.
class OwaProcedureTest {
  private static final String TARGET = "{windowsAuthentication: true, formsAuthentication: false}";

  /// Seattle with a first server; Leeds with what a test says.
  private static String seattleAnd(String firstOwa, String leeds) {
    return """
        domain: contoso.com
        sites:
          seattle:
            internetFacing: true
            servers:
              SEA-CAS1: {roles: [ClientAccess], owa: %s}
              SEA-MBX1: {roles: [Mailbox]}
          leeds:
            servers:
              LEE-MBX1: {roles: [Mailbox]}
        %s
        publishing:
          mail.contoso.com: {from: [internet, intranet], servers: [SEA-CAS1]}
          leeds.contoso.com: {from: [internet], servers: [LEE-CAS1]}
        """
        .formatted(firstOwa, leeds.indent(6).stripTrailing());
  }

  private static String redirectOn(String leeds) {
    return seattleAnd("{externalUrl: 'https://mail.contoso.com/owa'}", leeds);
  }

  private static String redirectOff(String leeds) {
    return seattleAnd(
        "{externalUrl: 'https://mail.contoso.com/owa', redirectToOptimalOwaServer: false}", leeds);
  }

  private static AccessPath crossSite(String spec) {
    return owa(spec, "SEA-CAS1", "LEE-MBX1");
  }

  private static void assertFails(AccessPath path, Clause clause, String reason) {
    assertFails(path, clause, reason, Optional.empty());
  }

  private static void assertFails(AccessPath path, Clause clause, String reason, int event) {
    assertFails(path, clause, reason, Optional.of(event));
  }

  private static void assertFails(
      AccessPath path, Clause clause, String reason, Optional<Integer> event) {
    Expect.assertFails(path, clause, reason);
    assertThat(path.event().map(Failure.Event::id)).isEqualTo(event);
  }

  // specification 2.12, row by row

  @Test
  void anIntegratedTargetWithoutExternalUrlIsProxiedToInBothColumns() {
    String leeds = "LEE-CAS1: {roles: [ClientAccess], owa: " + TARGET + "}";

    for (String spec : new String[] {redirectOn(leeds), redirectOff(leeds)}) {
      AccessPath path = crossSite(spec);

      assertThat(path.outcome().word()).as(path.toString()).isEqualTo("PROXY");
      assertThat(path.reached()).contains(Reached.YES);
      assertThat(path.server()).contains("LEE-CAS1");
      assertThat(path.url().map(Object::toString)).contains("https://lee-cas1.contoso.com/owa");
      assertThat(path.trail().decision().clause()).isEqualTo(Clause.O_9H);
      assertThat(path.trail().steps())
          .extracting(Trail.Step::clause)
          .containsExactly(
              Clause.O_5,
              Clause.O_6,
              Clause.O_7,
              Clause.O_8,
              Clause.O_9A,
              Clause.O_9B,
              Clause.O_9C,
              Clause.O_9D,
              Clause.O_9E,
              Clause.O_9F,
              Clause.O_9G,
              Clause.O_9H);
    }
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void aTargetWithExternalUrlIsOfferedAsALink(boolean integrated, boolean forms) {
    AccessPath path = crossSite(redirectOn(publishedLeeds(integrated, forms)));

    assertThat(path.outcome().word()).isEqualTo("REDIRECT_LINK");
    assertThat(path.reached()).contains(Reached.OWN_ACTION);
    assertThat(path.server()).contains("LEE-CAS1");
    assertThat(path.url().map(Object::toString)).contains("https://leeds.contoso.com/owa");
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.O_7A);
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void withRedirectionOffAnExternalUrlOutOfReachIsNotFound(boolean integrated, boolean forms) {
    AccessPath path = crossSite(redirectOff(publishedLeeds(integrated, forms)));

    assertFails(path, Clause.O_7B, "external_url_unreachable");
    assertThat(path.status()).contains(404);
    assertThat(path.url().map(Object::toString)).contains("https://leeds.contoso.com/owa");
  }

  private static String publishedLeeds(boolean integrated, boolean forms) {
    return """
        LEE-CAS1:
          roles: [ClientAccess]
          owa: {externalUrl: 'https://leeds.contoso.com/owa', windowsAuthentication: %s, formsAuthentication: %s}
        """
        .formatted(integrated, forms);
  }

  @Test
  void withRedirectionOffAReachableExternalUrlIsProxiedTo() {
    String leeds =
        """
        LEE-CAS1:
          roles: [ClientAccess]
          owa: {externalUrl: 'https://leeds.contoso.com/owa', windowsAuthentication: true, formsAuthentication: false}
          servicePrincipalNames: [HOST/LEE-CAS1, HTTP/leeds.contoso.com]
        """;

    AccessPath path =
        crossSite(
            redirectOff(leeds)
                .replace(
                    "leeds.contoso.com: {from: [internet]",
                    "leeds.contoso.com: {from: [internet, intranet]"));

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("PROXY");
    assertThat(path.url().map(Object::toString)).contains("https://leeds.contoso.com/owa");
    assertThat(path.trail().steps()).extracting(Trail.Step::clause).contains(Clause.O_7B);
  }

  @Test
  void withRedirectionOffAReachableExternalUrlWithoutPrincipalNameIsRefused() {
    String leeds =
        """
        LEE-CAS1:
          roles: [ClientAccess]
          owa: {externalUrl: 'https://leeds.contoso.com/owa', windowsAuthentication: true, formsAuthentication: false}
          servicePrincipalNames: [HOST/LEE-CAS1]
        """;

    AccessPath path =
        crossSite(
            redirectOff(leeds)
                .replace(
                    "leeds.contoso.com: {from: [internet]",
                    "leeds.contoso.com: {from: [internet, intranet]"));

    assertFails(path, Clause.O_9F, "kerberos_refused", 71);
  }

  @Test
  void aTargetWithFormsOrBasicAloneIsRefusedInBothColumns() {
    String leeds = "LEE-CAS1: {roles: [ClientAccess]}";

    assertFails(crossSite(redirectOn(leeds)), Clause.O_8, "no_fit_server", 41);
    assertFails(crossSite(redirectOff(leeds)), Clause.O_8, "no_fit_server", 41);
  }

  @Test
  void anHttpInternalUrlIsRefusedInBothColumns() {
    String leeds =
        "LEE-CAS1: {roles: [ClientAccess], owa: {internalUrl: 'http://lee-cas1.contoso.com/owa',"
            + " windowsAuthentication: true, formsAuthentication: false}}";

    assertFails(crossSite(redirectOn(leeds)), Clause.O_9A, "proxy_without_ssl", 42);
    assertFails(crossSite(redirectOff(leeds)), Clause.O_9A, "proxy_without_ssl", 42);
  }

  @Test
  void anEmptyInternalUrlIsRefusedInBothColumns() {
    String leeds =
        "LEE-CAS1: {roles: [ClientAccess], owa: {internalUrl: null, windowsAuthentication: true,"
            + " formsAuthentication: false}}";

    assertFails(crossSite(redirectOn(leeds)), Clause.O_8, "no_fit_server", 41);
    assertFails(crossSite(redirectOff(leeds)), Clause.O_8, "no_fit_server", 41);
  }

  @ParameterizedTest
  @CsvSource({"https://10.2.0.10/owa", "https://webmail.leeds.contoso.com/owa"})
  void anAddressOrAnUnregisteredAliasIsRefusedInBothColumns(String url) {
    String leeds =
        """
        LEE-CAS1:
          roles: [ClientAccess]
          addresses: [10.2.0.10]
          servicePrincipalNames: [HOST/LEE-CAS1, HOST/lee-cas1.contoso.com]
          owa: {internalUrl: '%s', windowsAuthentication: true, formsAuthentication: false}
        """
            .formatted(url);

    assertFails(crossSite(redirectOn(leeds)), Clause.O_9F, "kerberos_refused", 71);
    assertFails(crossSite(redirectOff(leeds)), Clause.O_9F, "kerberos_refused", 71);
  }

  @Test
  void ofSeveralServersTheOneWithExternalUrlIsOfferedAsALink() {
    String leeds =
        "LEE-CAS0: {roles: [ClientAccess], owa: " + TARGET + "}\n" + publishedLeeds(false, true);

    AccessPath on = crossSite(redirectOn(leeds));
    AccessPath off = crossSite(redirectOff(leeds));

    assertThat(on.outcome().word()).isEqualTo("REDIRECT_LINK");
    assertThat(on.server()).contains("LEE-CAS1");
    assertFails(off, Clause.O_7B, "external_url_unreachable");
  }

  @Test
  void aSiteWithoutClientAccessServerIsRefusedInBothColumns() {
    String leeds = "LEE-HUB1: {roles: [HubTransport]}";
    String spec = redirectOn(leeds).replace("servers: [LEE-CAS1]", "servers: [LEE-HUB1]");
    String off = redirectOff(leeds).replace("servers: [LEE-CAS1]", "servers: [LEE-HUB1]");

    assertFails(crossSite(spec), Clause.O_6, "no_server_in_site", 41);
    assertFails(crossSite(off), Clause.O_6, "no_server_in_site", 41);
  }

  @Test
  void aSecondServerOfANewerServicePackIsRefusedInBothColumns() {
    String leeds = "LEE-CAS1: {roles: [ClientAccess], version: 2007 SP3, owa: " + TARGET + "}";
    String on = redirectOn(leeds).replace("SEA-CAS1: {", "SEA-CAS1: {version: 2007 SP1, ");
    String off = redirectOff(leeds).replace("SEA-CAS1: {", "SEA-CAS1: {version: 2007 SP1, ");

    assertFails(crossSite(on), Clause.O_9B, "version_mismatch", 46);
    assertFails(crossSite(off), Clause.O_9B, "version_mismatch", 46);
  }

  @Test
  void serversAsFirstReleasedProxyLikeLaterOnes() {
    String leeds = "LEE-CAS1: {roles: [ClientAccess], version: 2007 RTM, owa: " + TARGET + "}";
    String spec = redirectOn(leeds).replace("SEA-CAS1: {", "SEA-CAS1: {version: 2007 RTM, ");

    assertThat(crossSite(spec).outcome().word()).isEqualTo("PROXY");
  }

  // specification 2.1, step by step

  @Test
  void aSwitchedOffUserIsBlocked() {
    String spec =
        "sites: {hq: {servers: {CAS1: {roles: [ClientAccess]}, MBX1: {roles: [Mailbox]}}}}\n"
            + "users: [{name: interns, mailboxServer: MBX1, count: 5, owaEnabled: false}]";

    AccessPath path = owa(spec, "CAS1", "interns");

    assertThat(path.outcome().word()).isEqualTo("BLOCKED");
    assertThat(path.reason()).contains("owa_disabled");
    assertThat(path.reached()).contains(Reached.NO);
  }

  @Test
  void aServerWithoutMailboxesHasNoMailbox() {
    AccessPath path = owa(redirectOn("LEE-CAS1: {roles: [ClientAccess]}"), "SEA-CAS1", "LEE-CAS1");

    assertFails(path, Clause.O_2, "mailbox_not_found");
    assertThat(path.userText().orElseThrow()).contains("could not find a mailbox");
  }

  private static String legacy(String first, String backEnd) {
    return """
        domain: contoso.com
        sites:
          hq: {servers: {CAS1: {roles: [%s], owa: {}}}}
        servers:
          BE2003: {version: 2003 SP2%s}
        """
        .formatted(first, backEnd);
  }

  private static AccessPath exchange(String spec) {
    Organization organization = organization(spec);
    return (AccessPath)
        Simulator.simulate(
            organization,
            request(organization, "CAS1", "BE2003", Network.INTERNET).withPath("/exchange"));
  }

  @Test
  void aLegacyMailboxIsNotOpenedThroughOwa() {
    AccessPath path = owa(legacy("ClientAccess", ""), "CAS1", "BE2003");

    assertFails(path, Clause.O_3A, "mailbox_is_legacy");
    assertThat(path.userText().orElseThrow()).contains("Exchange 2000 or Exchange 2003");
  }

  @Test
  void aLegacyMailboxIsProxiedToItsBackEndThroughExchange() {
    AccessPath path = exchange(legacy("ClientAccess", ""));

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("LEGACY_PROXY");
    assertThat(path.server()).contains("BE2003");
    assertThat(path.url().map(Object::toString)).contains("http://be2003.contoso.com/exchange");
    assertThat(path.reached()).contains(Reached.YES);
  }

  @ParameterizedTest
  @CsvSource({
    "ClientAccess, windowsAuthentication: false, O_3F, back_end_without_integrated",
    "ClientAccess, formsAuthentication: true, O_3D, back_end_shows_forms",
    "ClientAccess, requireSsl: true, O_3E, back_end_requires_ssl",
    "'ClientAccess, Mailbox', basicAuthentication: true, O_3C, exchange_belongs_to_mailbox_role"
  })
  void aBackEndThatIsNotFitBreaksLegacyProxying(
      String roles, String setting, Clause clause, String reason) {
    AccessPath path = exchange(legacy(roles, ", legacy: {exchange: {" + setting + "}}"));

    assertFails(path, clause, reason);
  }

  private static String newer(String firstVersion, String externalUrl) {
    return """
        domain: contoso.com
        sites:
          hq: {servers: {CAS1: {roles: [ClientAccess], version: %s}}}
          new:
            servers:
              NEW-CAS1: {roles: [ClientAccess], version: 2010 SP1, owa: {externalUrl: %s}}
              NEW-MBX1: {roles: [Mailbox], version: 2010 SP1}
        """
        .formatted(firstVersion, externalUrl);
  }

  @Test
  void aMailboxOn2010IsOfferedAsALinkFromServicePack2On() {
    AccessPath path = owa(newer("2007 SP2", "'https://mail.contoso.com/owa'"), "CAS1", "NEW-MBX1");

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("REDIRECT_LINK");
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.O_4A);
    assertThat(path.reached()).contains(Reached.OWN_ACTION);
  }

  @ParameterizedTest
  @CsvSource({"2007 SP1, '''https://mail.contoso.com/owa'''", "2007 SP3, 'null'"})
  void aMailboxOn2010IsOutOfReachBeforeServicePack2OrWithoutAddress(String version, String url) {
    assertFails(owa(newer(version, url), "CAS1", "NEW-MBX1"), Clause.O_4B, "mailbox_is_newer");
  }

  @Test
  void theAnswerForA2010MailboxCanBeAssumedOtherwise() {
    Organization organization = organization(newer("2007 SP3", "'https://mail.contoso.com/owa'"));
    Assumptions failing = Assumptions.of(Answer.NO_LINK_TO_2010);

    Simulation answer =
        Simulator.of(organization, failing)
            .simulate(request(organization, "CAS1", "NEW-MBX1", Network.INTERNET));

    assertFails((AccessPath) answer, Clause.O_4B, "mailbox_is_newer");
  }

  @Test
  void aMailboxOfTheOwnSiteIsOpened() {
    AccessPath path = owa(redirectOn("LEE-CAS1: {roles: [ClientAccess]}"), "SEA-CAS1", "SEA-MBX1");

    assertThat(path.outcome()).isEqualTo(new Outcome.Local("SEA-CAS1"));
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.O_5);
  }

  @Test
  void aMailboxOnANewerServerOfTheOwnSiteIsNotOpened() {
    String spec =
        redirectOn("LEE-CAS1: {roles: [ClientAccess]}")
            .replace("SEA-CAS1: {", "SEA-CAS1: {version: 2007 SP1, ");

    assertFails(owa(spec, "SEA-CAS1", "SEA-MBX1"), Clause.O_5B, "older_than_mailbox_server");
  }

  @Test
  void aBrowserAtExchangeIsSentToOwaFirst() {
    Organization organization = organization(redirectOn("LEE-CAS1: {roles: [ClientAccess]}"));

    AccessPath path =
        (AccessPath)
            Simulator.simulate(
                organization,
                request(organization, "SEA-CAS1", "SEA-MBX1", Network.INTERNET)
                    .withPath("/exchange"));

    assertThat(path.outcome().word()).isEqualTo("LOCAL");
    assertThat(path.trail().steps().getFirst().clause()).isEqualTo(Clause.O_5A);
  }

  @Test
  void httpIsAllowedWhereTheFirstServerIsToldSoUnlessTheSecondWantsSsl() {
    String first = "SEA-CAS1: {settings: {allowProxyingWithoutSsl: true}, ";
    String plain =
        "LEE-CAS1: {roles: [ClientAccess], owa: {internalUrl: 'http://lee-cas1.contoso.com/owa',"
            + " requireSsl: %s, windowsAuthentication: true, formsAuthentication: false}}";

    AccessPath taken = crossSite(redirectOn(plain.formatted(false)).replace("SEA-CAS1: {", first));
    AccessPath refused = crossSite(redirectOn(plain.formatted(true)).replace("SEA-CAS1: {", first));

    assertThat(taken.outcome().word()).as(taken.toString()).isEqualTo("PROXY");
    assertFails(refused, Clause.O_9E, "ssl_required", 42);
  }

  @ParameterizedTest
  @CsvSource({"8.2.176.2, PROXY", "8.1.240.6, FAIL"})
  void aNewerFirstServerNeedsTheResourceFolderOfTheSecond(String folder, String outcome) {
    String leeds = "LEE-CAS1: {roles: [ClientAccess], version: 2007 SP2, owa: " + TARGET + "}";
    String spec =
        redirectOn(leeds).replace("SEA-CAS1: {", "SEA-CAS1: {owaVersions: ['" + folder + "'], ");

    assertThat(crossSite(spec).outcome().word()).isEqualTo(outcome);
  }

  @Test
  void anOlderRollupIsAnOlderVersion() {
    String leeds = "LEE-CAS1: {roles: [ClientAccess], rollup: 5, owa: " + TARGET + "}";
    String spec = redirectOn(leeds).replace("SEA-CAS1: {", "SEA-CAS1: {rollup: 3, ");

    assertFails(crossSite(spec), Clause.O_9B, "version_mismatch", 46);
  }

  @Test
  void aServerThatDoesNotAnswerIsPassedOver() {
    String leeds =
        "LEE-CAS1: {roles: [ClientAccess], available: false, owa: "
            + TARGET
            + "}\n"
            + "LEE-CAS2: {roles: [ClientAccess], owa: "
            + TARGET
            + "}";

    AccessPath path = crossSite(redirectOn(leeds));

    assertThat(path.server()).contains("LEE-CAS2");
    assertThat(path.oneOf()).isEmpty();
    assertThat(path.remarks()).isEmpty();
    assertThat(path.trail().steps()).extracting(Trail.Step::clause).contains(Clause.C_10);
  }

  @Test
  void aSiteOfWhichNoServerAnswersIsRefused() {
    String leeds =
        "LEE-CAS1: {roles: [ClientAccess], available: false, owa: "
            + TARGET
            + "}\n"
            + "LEE-CAS2: {roles: [ClientAccess], available: false, owa: "
            + TARGET
            + "}";

    assertFails(crossSite(redirectOn(leeds)), Clause.O_9C, "no_answer");
  }

  @Test
  void anUntrustedCertificateIsRefusedOnlyWhereTheFirstServerSaysSo() {
    String leeds = "LEE-CAS1: {roles: [ClientAccess], owa: " + TARGET + "}";
    String strict =
        redirectOn(leeds)
            .replace("SEA-CAS1: {", "SEA-CAS1: {settings: {allowInternalUntrustedCerts: false}, ");

    assertFails(crossSite(strict), Clause.O_9D, "untrusted_certificate", 43);
    assertThat(
            crossSite(
                    strict.replace(
                        "LEE-CAS1: {", "LEE-CAS1: {certificate: {trustedByServers: true}, "))
                .outcome()
                .word())
        .isEqualTo("PROXY");
  }

  @Test
  void aTargetThatOffersNtlmAloneIsRefused() {
    String leeds =
        "LEE-CAS1: {roles: [ClientAccess], owa: {windowsAuthentication: true, formsAuthentication:"
            + " false, internalAuthenticationMethods: [Ntlm]}}";

    assertFails(crossSite(redirectOn(leeds)), Clause.O_9F, "kerberos_refused", 71);
  }

  @Test
  void aRegisteredAliasIsProxiedTo() {
    String leeds =
        """
        LEE-CAS1:
          roles: [ClientAccess]
          servicePrincipalNames: [HTTP/webmail.leeds.contoso.com]
          owa: {internalUrl: 'https://webmail.leeds.contoso.com/owa', windowsAuthentication: true, formsAuthentication: false}
        """;

    assertThat(crossSite(redirectOn(leeds)).outcome().word()).isEqualTo("PROXY");
  }

  @Test
  void anInternalUrlCopiedFromTheFirstServerIsNoSecondHop() {
    String leeds =
        "LEE-CAS1: {roles: [ClientAccess], owa: {internalUrl: 'https://sea-cas2.contoso.com/owa',"
            + " windowsAuthentication: true, formsAuthentication: false}}";
    String spec =
        redirectOn(leeds)
            .replace(
                "SEA-MBX1:",
                "SEA-CAS2: {roles: [ClientAccess], owa: " + TARGET + "}\n      SEA-MBX1:");

    assertFails(crossSite(spec), Clause.O_9G, "second_hop");
  }

  // choices, doors and links

  @Test
  void equalsAreReportedAndTheFirstByNameIsTaken() {
    String leeds =
        "LEE-CAS2: {roles: [ClientAccess], owa: "
            + TARGET
            + "}\n"
            + "LEE-CAS1: {roles: [ClientAccess], owa: "
            + TARGET
            + "}";

    AccessPath path = crossSite(redirectOn(leeds));

    assertThat(path.server()).contains("LEE-CAS1");
    assertThat(path.oneOf()).containsExactly("LEE-CAS1", "LEE-CAS2");
  }

  @Test
  void theFirstByNameIsNoChoiceWhereThatIsTakenForRight() {
    String leeds =
        "LEE-CAS2: {roles: [ClientAccess], owa: "
            + TARGET
            + "}\n"
            + "LEE-CAS1: {roles: [ClientAccess], owa: "
            + TARGET
            + "}";
    Organization organization = organization(redirectOn(leeds));

    AccessPath path =
        (AccessPath)
            Simulator.of(organization, Assumptions.of(Answer.FIRST_EQUAL_BY_NAME))
                .simulate(request(organization, "SEA-CAS1", "LEE-MBX1", Network.INTERNET));

    assertThat(path.server()).contains("LEE-CAS1");
    assertThat(path.oneOf()).isEmpty();
  }

  @Test
  void anEqualThatDoesNotAnswerIsNoChoice() {
    String leeds =
        "LEE-CAS1: {roles: [ClientAccess], owa: "
            + TARGET
            + "}\n"
            + "LEE-CAS2: {roles: [ClientAccess], available: false, owa: "
            + TARGET
            + "}";

    AccessPath path = crossSite(redirectOn(leeds));

    assertThat(path.server()).contains("LEE-CAS1");
    assertThat(path.oneOf()).isEmpty();
    assertThat(path.remarks()).isEmpty();
  }

  @Test
  void aTargetThatRefusesIsNotPassedOverButTheOtherIsRemarkedOn() {
    String leeds =
        "LEE-CAS1: {roles: [ClientAccess], owa: {internalUrl: 'https://10.2.0.11/owa',"
            + " windowsAuthentication: true, formsAuthentication: false}}\n"
            + "LEE-CAS2: {roles: [ClientAccess], owa: "
            + TARGET
            + "}\n"
            + "LEE-CAS3: {roles: [ClientAccess], owa: {internalUrl: 'https://10.2.0.13/owa',"
            + " windowsAuthentication: true, formsAuthentication: false}}";

    AccessPath path = crossSite(redirectOn(leeds));

    assertFails(path, Clause.O_9F, "kerberos_refused", 71);
    assertThat(path.remarks())
        .containsExactly("LEE-CAS2 may be chosen instead (C-10); there the request succeeds");
  }

  @Test
  void anEqualThatWouldFailIsRemarkedOn() {
    String leeds =
        "LEE-CAS1: {roles: [ClientAccess], owa: "
            + TARGET
            + "}\n"
            + "LEE-CAS2: {roles: [ClientAccess], owa: {internalUrl: 'https://10.2.0.11/owa',"
            + " windowsAuthentication: true, formsAuthentication: false}}";

    AccessPath path = crossSite(redirectOn(leeds));

    assertThat(path.outcome().word()).isEqualTo("PROXY");
    assertThat(path.remarks())
        .containsExactly(
            "LEE-CAS2 may be chosen instead (C-10); there the request fails (kerberos_refused)");
  }

  @Test
  void ofAnIntegratedAndAFormsTargetTheIntegratedOneIsUsed() {
    String leeds =
        "LEE-CAS1: {roles: [ClientAccess]}\n"
            + "LEE-CAS2: {roles: [ClientAccess], owa: "
            + TARGET
            + "}";

    AccessPath path = crossSite(redirectOn(leeds));

    assertThat(path.server()).contains("LEE-CAS2");
    assertThat(path.oneOf()).isEmpty();
  }

  @Test
  void aShutDoorIsARemark() {
    String spec =
        redirectOn("LEE-CAS1: {roles: [ClientAccess], owa: " + TARGET + "}")
            .replace("leeds.contoso.com: {from: [internet], servers: [LEE-CAS1]}", "");

    AccessPath path = owa(spec, "LEE-CAS1", "LEE-MBX1");

    assertThat(path.outcome().word()).isEqualTo("LOCAL");
    assertThat(path.reached()).contains(Reached.YES);
    assertThat(path.remarks()).containsExactly("LEE-CAS1 is not published to the internet");
  }

  @Test
  void formsAtPublisherAndServerAreRemarkedOn() {
    String spec =
        redirectOn("LEE-CAS1: {roles: [ClientAccess]}")
            .replace("servers: [SEA-CAS1]}", "servers: [SEA-CAS1], formsAtPublisher: true}");

    AccessPath path = owa(spec, "mail.contoso.com", "SEA-MBX1");

    assertThat(path.remarks()).anyMatch(remark -> remark.contains("log on twice"));
  }

  @Test
  void oneExternalNameInEverySiteIsALoop() {
    String spec =
        """
        domain: contoso.com
        sites:
          seattle: {servers: {SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://mail.contoso.com/owa'}}}}
          leeds:
            servers:
              LEE-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://mail.contoso.com/owa'}}
              LEE-MBX1: {roles: [Mailbox]}
        """;

    AccessPath unpublished = owa(spec, "SEA-CAS1", "LEE-MBX1");
    AccessPath published =
        owa(
            spec + "publishing: {mail.contoso.com: {from: [internet], servers: [SEA-CAS1]}}",
            "mail.contoso.com",
            "LEE-MBX1");

    for (AccessPath path : new AccessPath[] {unpublished, published}) {
      assertThat(path.outcome().word()).isEqualTo("REDIRECT_LINK");
      assertThat(path.reached()).contains(Reached.NO);
      assertThat(path.reason()).contains("redirect_loop");
    }
  }

  @Test
  void aLinkThatTheClientCannotReachDoesNotHelp() {
    Organization organization = organization(redirectOn(publishedLeeds(false, true)));

    AccessPath path = owa(organization, "SEA-CAS1", "LEE-MBX1", Network.INTRANET);

    assertThat(path.outcome().word()).isEqualTo("REDIRECT_LINK");
    assertThat(path.reached()).contains(Reached.NO);
    assertThat(path.reason()).contains("link_unreachable");
  }

  @Test
  void equalsAreReportedOnlyWhereAnyOfThemMayBeChosen() {
    Organization organization =
        organization(
            redirectOn(
                """
                LEE-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://leeds.contoso.com/owa'}}
                LEE-CAS2: {roles: [ClientAccess], owa: {externalUrl: 'https://leeds.contoso.com/owa'}}
                """));
    Request request = request(organization, "SEA-CAS1", "LEE-MBX1", Network.INTERNET);

    AccessPath any = (AccessPath) Simulator.of(organization).simulate(request);
    AccessPath first =
        (AccessPath)
            Simulator.of(organization, Assumptions.of(Answer.FIRST_EQUAL_BY_NAME))
                .simulate(request);

    assertThat(any.oneOf()).containsExactly("LEE-CAS1", "LEE-CAS2");
    assertThat(first.oneOf()).isEmpty();
    assertThat(first.outcome()).isEqualTo(any.outcome());
  }

  @Test
  void anExchange2010EntryIsOutside() {
    Organization organization = organization(newer("2007 SP3", "null"));

    Simulation answer =
        Simulator.simulate(
            organization, request(organization, "NEW-CAS1", "NEW-MBX1", Network.INTERNET));

    assertThat(answer).isInstanceOf(Simulation.UnsupportedEntry.class);
  }
}
