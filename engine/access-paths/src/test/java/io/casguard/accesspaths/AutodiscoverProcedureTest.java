package io.casguard.accesspaths;

import static io.casguard.accesspaths.Expect.assertFails;
import static io.casguard.accesspaths.Expect.assertUnsaid;
import static io.casguard.accesspaths.Topologies.organization;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each numbered step of specification 2.5.
class AutodiscoverProcedureTest {
  private static final String NAMES =
      "smtpDomains: [contoso.com]\n"
          + "publishing:\n"
          + "  autodiscover.contoso.com: {from: [internet], servers: [SEA-CAS1], certificate:"
          + " {subject: autodiscover.contoso.com}}\n";

  /// Seattle publishes; Leeds has a server, Harrogate people alone.
  private static String contoso(String seattle, String leeds) {
    return """
        domain: contoso.com
        sites:
          seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]%s}, SEA-MBX1: {roles: [Mailbox]}}}
          leeds: {servers: {LEE-CAS1: {roles: [ClientAccess]%s}, LEE-MBX1: {roles: [Mailbox]}}}
          harrogate: {servers: {}}
        siteLinks:
          - {sites: [seattle, leeds], cost: 100}
        """
        .formatted(seattle, leeds);
  }

  private static final String PLAIN = contoso("", "");

  private static AccessPath inside(String spec, String clientSite, String mailbox) {
    Organization organization = organization(spec);
    Request request =
        request(organization, Optional.empty(), mailbox, Network.INTRANET)
            .withClientSite(organization.siteNamed(clientSite).orElseThrow());
    return (AccessPath) Simulator.simulate(organization, request);
  }

  private static AccessPath outside(String spec, String mailbox) {
    return outside(organization(spec), mailbox, Assumptions.DEFAULT, Provider.OUTLOOK);
  }

  private static AccessPath devices(String spec, String mailbox) {
    return outside(organization(spec), mailbox, Assumptions.DEFAULT, Provider.MOBILE_SYNC);
  }

  private static AccessPath outside(
      Organization organization, String mailbox, Assumptions assumptions, Provider provider) {
    Request request =
        request(organization, Optional.empty(), mailbox, Network.INTERNET).withProvider(provider);
    return (AccessPath) Simulator.of(organization, assumptions).simulate(request);
  }

  private static AccessPath at(String spec, String entry, String mailbox, Network from) {
    Organization organization = organization(spec);
    return (AccessPath)
        Simulator.simulate(
            organization, request(organization, Door.named(organization, entry), mailbox, from));
  }

  private static Request request(
      Organization organization, Optional<Door> entry, String mailbox, Network from) {
    return Request.of(
        Protocol.AUTODISCOVER, entry, Mailbox.named(organization, mailbox).orElseThrow(), from);
  }

  private static void assertLocal(AccessPath path, String server, Clause... clauses) {
    assertThat(path.outcome()).as(path.toString()).isEqualTo(new Outcome.Local(server));
    assertThat(path.reached()).contains(Reached.YES);
    assertThat(path.trail().steps()).extracting(Trail.Step::clause).contains(clauses);
  }

  private static String step(AccessPath path, Clause clause) {
    return path.trail().steps().stream()
        .filter(step -> step.clause() == clause)
        .map(Trail.Step::text)
        .findFirst()
        .orElse("");
  }

  // D-1, inside

  @Test
  void outlookInsideAsksTheServerWhoseScopeNamesItsSite() {
    assertLocal(inside(PLAIN, "seattle", "LEE-MBX1"), "SEA-CAS1", Clause.D_1A, Clause.D_2A);
    assertLocal(inside(PLAIN, "leeds", "LEE-MBX1"), "LEE-CAS1", Clause.D_1A, Clause.D_2A);
  }

  @Test
  void aBranchWithoutAServerAsksTheOneWhoseScopeNamesIt() {
    String scoped = contoso("", ", autodiscover: {siteScope: [leeds, Harrogate]}");

    assertLocal(inside(scoped, "harrogate", "SEA-MBX1"), "LEE-CAS1", Clause.D_1A);
  }

  @Test
  void aBranchThatNoScopeNamesAsksAny() {
    AccessPath path = inside(PLAIN, "harrogate", "SEA-MBX1");

    assertLocal(path, "LEE-CAS1", Clause.D_1B);
    assertThat(path.oneOf()).containsExactly("LEE-CAS1", "SEA-CAS1");
  }

  @Test
  void aClientWhoseSiteIsUnsaidIsWhereItsMailboxIs() {
    AccessPath path = unsaidSite(PLAIN, "SEA-MBX1");

    assertLocal(path, "SEA-CAS1", Clause.D_1A);
    assertThat(path.oneOf()).isEmpty();
  }

  @Test
  void whereTheMailboxsSiteIsUnsaidTooAnyIsAsked() {
    AccessPath path = unsaidSite(PLAIN + "servers: {MBX9: {roles: [Mailbox]}}\n", "MBX9");

    assertLocal(path, "LEE-CAS1", Clause.D_1B);
    assertThat(path.remarks()).singleElement().asString().contains("the site of MBX9 is unsaid");
  }

  private static AccessPath unsaidSite(String spec, String mailbox) {
    Organization organization = organization(spec);
    return (AccessPath)
        Simulator.simulate(
            organization, request(organization, Optional.empty(), mailbox, Network.INTRANET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", available: false",
        ", autodiscover: {serviceInternalUri: null, siteScope: [leeds]}",
        ", autodiscover: {serviceInternalUri: 'https://out.contoso.com/Autodiscover/Autodiscover.xml'}"
      })
  void aPointThatLeadsNowhereIsPassedOver(String leeds) {
    String spec = contoso("", leeds) + "publishing: {out.contoso.com: {from: [internet]}}\n";

    assertLocal(inside(spec, "leeds", "LEE-MBX1"), "SEA-CAS1", Clause.D_1B);
  }

  @Test
  void aPointMayLeadToAServerOfAnotherSite() {
    String spec =
        contoso(
            "",
            ", autodiscover: {serviceInternalUri:"
                + " 'https://sea-cas1.contoso.com/Autodiscover/Autodiscover.xml'}");

    assertLocal(inside(spec, "leeds", "LEE-MBX1"), "SEA-CAS1", Clause.D_1A);
  }

  @Test
  void aPointMayLeadToAPublishedName() {
    String spec =
        contoso(
                "",
                ", autodiscover: {serviceInternalUri:"
                    + " 'https://mail.contoso.com/Autodiscover/Autodiscover.xml'}")
            + "publishing: {mail.contoso.com: {from: [intranet], servers: [SEA-CAS1]}}\n";

    assertLocal(inside(spec, "leeds", "LEE-MBX1"), "SEA-CAS1", Clause.D_1A);
  }

  @Test
  void withoutAServerThatAnswersNothingIsFound() {
    String spec = contoso(", available: false", ", available: false");

    assertFails(inside(spec, "leeds", "LEE-MBX1"), Clause.D_1E, "autodiscover_not_found");
  }

  @Test
  void a2010ServerThatIsAskedFirstIsOutsideTheModel() {
    Organization organization =
        organization(contoso("", ", version: 2010 SP2, autodiscover: {siteScope: [leeds]}"));
    Request request =
        request(organization, Optional.empty(), "LEE-MBX1", Network.INTRANET)
            .withClientSite(organization.siteNamed("leeds").orElseThrow());

    assertThat(Simulator.simulate(organization, request))
        .isInstanceOf(Simulation.UnsupportedEntry.class);
  }

  @Test
  void whereA2010ServerMayBeAskedFirstNothingIsDecided() {
    assertUnsaid(
        inside(contoso("", ", version: 2010 SP2"), "leeds", "SEA-MBX1"),
        "spec.sites.leeds.servers.LEE-CAS1.autodiscover.siteScope");
  }

  @Test
  void anUnsaidScopeLeavesOpenWhichServerIsAsked() {
    String spec =
        """
        defaults: none
        sites:
          seattle: {servers: {SEA-CAS1: {roles: [ClientAccess], version: 8.3.83.6, autodiscover: {serviceInternalUri: 'https://SEA-CAS1/a', siteScope: [seattle]}}}}
          leeds: {servers: {LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6, autodiscover: {serviceInternalUri: 'https://LEE-CAS1/a'}}, LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6}}}
        """;

    assertUnsaid(
        inside(spec, "leeds", "LEE-MBX1"),
        "spec.sites.leeds.servers.LEE-CAS1.autodiscover.siteScope");
    assertLocal(
        inside(spec.replace("a'}}, LEE", "a', siteScope: [leeds]}}, LEE"), "leeds", "LEE-MBX1"),
        "LEE-CAS1",
        Clause.D_1A);
  }

  @Test
  void anUnsaidScopeDoesNotMatterWhereEveryServerRefuses() {
    String spec =
        """
        defaults: none
        sites:
          leeds: {servers: {LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6, autodiscover: {serviceInternalUri: 'https://LEE-CAS1/a'}}, LEE-CAS2: {roles: [ClientAccess], version: 8.3.83.6, autodiscover: {serviceInternalUri: 'https://LEE-CAS2/a'}}}}
        servers: {BE1: {version: 2003 SP2}}
        """;

    assertFails(inside(spec, "leeds", "BE1"), Clause.D_3, "mailbox_is_legacy");
  }

  @Test
  void anUnsaidDirectoryMayHaveAPoint() {
    String spec =
        """
        defaults: none
        sites:
          seattle: {servers: {SEA-CAS1: {roles: [ClientAccess], version: 8.3.83.6, autodiscover: {serviceInternalUri: 'https://SEA-CAS1/a', siteScope: [seattle]}}}}
          leeds: {servers: {LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6}, LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6}}}
        """;

    assertUnsaid(
        inside(spec, "leeds", "LEE-MBX1"), "spec.sites.leeds.servers.LEE-CAS1.autodiscover");
    assertUnsaid(
        inside(
            spec.replace(
                "{serviceInternalUri: 'https://SEA-CAS1/a', siteScope: [seattle]}", "null"),
            "leeds",
            "LEE-MBX1"),
        "spec.sites.leeds.servers.LEE-CAS1.autodiscover");
  }

  @Test
  void anUnsaidAddressOrPublicationLeavesOpenWhetherThePointLeadsThere() {
    String spec = contoso("", ", autodiscover: {serviceInternalUri: 'https://mail.contoso.com/a'}");

    assertUnsaid(
        inside(
            spec + "publishing: {mail.contoso.com: {servers: [LEE-CAS1]}}\n", "leeds", "LEE-MBX1"),
        "spec.publishing[\"mail.contoso.com\"].from");
  }

  // D-1, outside

  @Test
  void clientsOutsideLookAtAutodiscoverInFrontOfTheDomain() {
    assertLocal(outside(PLAIN + NAMES, "LEE-MBX1"), "SEA-CAS1", Clause.D_1C, Clause.D_2A);
  }

  @Test
  void theDomainItselfComesFirst() {
    String spec =
        PLAIN
            + NAMES
            + "  contoso.com: {from: [internet], servers: [LEE-CAS1], certificate: {subject:"
            + " contoso.com}}\n";

    assertLocal(outside(spec, "LEE-MBX1"), "LEE-CAS1", Clause.D_1C);
  }

  @ParameterizedTest
  @CsvSource({
    "from: [internet], from: [intranet]",
    "servers: [SEA-CAS1], servers: [SEA-MBX1]",
    "servers: [SEA-CAS1], 'servers: [SEA-CAS1], protocols: [owa]'",
    "servers: [SEA-CAS1], 'servers: [SEA-CAS1], paths: [/owa]'",
    "subject: autodiscover.contoso.com, subject: mail.contoso.com",
  })
  void aNameThatDoesNotCountIsPassedOverAndNothingIsFound(String counting, String otherwise) {
    String spec =
        PLAIN
            + (NAMES.replace(counting, otherwise)
                    + "  mail.contoso.com: {from: [internet], servers: [SEA-CAS1]}\n")
                .replace(
                    "subject: mail.contoso.com", "subject: mail.contoso.com, alternativeNames: []");

    assertFails(outside(spec, "LEE-MBX1"), Clause.D_1D, "autodiscover_not_found");
  }

  @Test
  void aCertificateOfTheServerCountsWhereThePublisherHasNoneOfItsOwn() {
    String spec =
        contoso(", certificate: {subject: autodiscover.contoso.com}", "")
            + NAMES.replace(", certificate: {subject: autodiscover.contoso.com}", "");

    assertLocal(outside(spec, "LEE-MBX1"), "SEA-CAS1", Clause.D_1C);
  }

  @Test
  void anUnsaidCertificateOrDomainIsNamed() {
    assertUnsaid(
        outside(
            PLAIN + NAMES.replace(", certificate: {subject: autodiscover.contoso.com}", ""),
            "LEE-MBX1"),
        "spec.sites.seattle.servers.SEA-CAS1.certificate");
    assertUnsaid(
        outside(PLAIN + NAMES.replace("smtpDomains: [contoso.com]\n", ""), "LEE-MBX1"),
        "spec.smtpDomains");
    assertUnsaid(
        outside(
            PLAIN.replace("seattle: {", "seattle: {internetFacing: true, ")
                + "smtpDomains: [contoso.com]\n",
            "LEE-MBX1"),
        "spec.publishing");
  }

  @Test
  void whatServersWithoutASiteArePublishedAsIsOpen() {
    String spec =
        """
        smtpDomains: [contoso.com]
        servers:
          CAS1: {roles: [ClientAccess]}
          MBX1: {roles: [Mailbox]}
        """;

    assertUnsaid(outside(spec, "MBX1"), "spec.publishing");
  }

  @Test
  void anOrganizationThatNobodyReachesFromOutsideHasNoDoor() {
    assertFails(outside(PLAIN, "LEE-MBX1"), Clause.D_1D, "autodiscover_not_found");
  }

  @Test
  void anotherNameThanThoseOfTheDomainIsRemarkedOn() {
    String spec = PLAIN + NAMES + "  mail.contoso.com: {from: [internet], servers: [SEA-CAS1]}\n";

    AccessPath path = at(spec, "mail.contoso.com", "LEE-MBX1", Network.INTERNET);

    assertLocal(path, "SEA-CAS1", Clause.D_2A);
    assertThat(path.remarks()).singleElement().asString().contains("SRV record");
  }

  @Test
  void usersInsideHaveNoDoorAndThoseOutsideTheNamesOfTheirDomains() {
    Matrix matrix = Matrix.of(organization(PLAIN + NAMES));

    List<Matrix.Row> rows =
        matrix.rows().stream()
            .filter(row -> row.userClass().protocol() == Protocol.AUTODISCOVER)
            .toList();

    assertThat(rows)
        .filteredOn(row -> row.userClass().from() == Network.INTERNET)
        .extracting(row -> row.userClass().door().map(Door::name).orElse("-"))
        .containsOnly("autodiscover.contoso.com");
    assertThat(rows)
        .filteredOn(row -> row.userClass().from() == Network.INTRANET)
        .allMatch(row -> row.userClass().door().isEmpty())
        .extracting(row -> row.path().server().orElseThrow())
        .containsExactlyInAnyOrder("SEA-CAS1", "LEE-CAS1");
  }

  // D-2 and D-6

  @Test
  void exchGivesTheInternalUrlsOfTheMailboxsSiteWhicheverServerIsAsked() {
    AccessPath path = inside(PLAIN, "seattle", "LEE-MBX1");

    assertThat(step(path, Clause.D_2B))
        .contains("Web Services https://lee-cas1.contoso.com/EWS/Exchange.asmx")
        .contains("Unified Messaging https://lee-cas1.contoso.com/UnifiedMessaging/Service.asmx");
  }

  @Test
  void exprGivesTheExternalUrlsAndOutlookAnywhere() {
    String leeds =
        ", webServices: {externalUrl: 'https://leeds.contoso.com/EWS/Exchange.asmx'},"
            + " outlookAnywhere: {enabled: true, externalHostname: leeds.contoso.com,"
            + " clientAuthentication: Basic}";

    AccessPath path = inside(contoso("", leeds), "seattle", "LEE-MBX1");

    assertThat(step(path, Clause.D_2C))
        .contains("Outlook Anywhere at leeds.contoso.com with Basic")
        .contains("Web Services https://leeds.contoso.com/EWS/Exchange.asmx");
    assertThat(step(path, Clause.D_2E)).isEmpty();
  }

  @Test
  void whereTheSitePublishesNothingTheClosestOneIsNamedUnlessThatIsAssumedOtherwise() {
    String seattle =
        ", webServices: {externalUrl: 'https://mail.contoso.com/EWS/Exchange.asmx'},"
            + " outlookAnywhere: {enabled: true, externalHostname: mail.contoso.com}";
    String spec = contoso(seattle, "") + NAMES;

    AccessPath named = outside(spec, "LEE-MBX1");
    AccessPath otherwise =
        outside(
            organization(spec), "LEE-MBX1", Assumptions.of(Answer.NO_ADDRESS), Provider.OUTLOOK);

    assertThat(step(named, Clause.D_2E)).contains("Outlook Anywhere of SEA-CAS1");
    assertThat(step(named, Clause.D_2C)).contains("https://mail.contoso.com/EWS/Exchange.asmx");
    assertThat(step(otherwise, Clause.D_6A)).contains("EXPR is missing");
  }

  @Test
  void exprIsMissingWithoutOutlookAnywhere() {
    assertThat(step(inside(PLAIN, "leeds", "LEE-MBX1"), Clause.D_6A)).contains("EXPR is missing");
  }

  @Test
  void exchIsMissingWhereMapiIsOff() {
    String spec =
        PLAIN + "users: [{name: phones, mailboxServer: LEE-MBX1, count: 3, mapiEnabled: false}]\n";

    AccessPath path = inside(spec, "leeds", "phones");

    assertLocal(path, "LEE-CAS1", Clause.D_6B);
    assertThat(path.remarks()).singleElement().asString().contains("EXCH");
  }

  @Test
  void theAddressBookIsThatOfTheClosestDistributionPoint() {
    String spec =
        PLAIN.replace(
                "harrogate: {servers: {}}", "harrogate: {servers: {HAR-MBX1: {roles: [Mailbox]}}}")
            + "  - {sites: [leeds, harrogate], cost: 10}\n"
            + "offlineAddressBooks: {Default: {distributionPoints: [SEA-CAS1, LEE-CAS1]}}\n";

    assertThat(step(inside(spec, "seattle", "HAR-MBX1"), Clause.D_2D))
        .contains("http://lee-cas1.contoso.com/OAB");
    assertThat(step(inside(spec, "leeds", "SEA-MBX1"), Clause.D_2D))
        .contains("http://sea-cas1.contoso.com/OAB");
    assertThat(step(inside(PLAIN, "leeds", "SEA-MBX1"), Clause.D_2D)).contains("unsaid");
  }

  // D-3 and D-4

  @Test
  void a2003MailboxIsNotServed() {
    AccessPath path = inside(PLAIN + "servers: {BE1: {version: 2003 SP2}}\n", "leeds", "BE1");

    assertFails(path, Clause.D_3, "mailbox_is_legacy");
    assertThat(path.userText())
        .contains("Client mailboxes must be on Exchange 2007 Server or later.");
  }

  private static String newer(String first, String newServer) {
    return """
        domain: contoso.com
        sites:
          seattle:
            servers:
              SEA-CAS1: {roles: [ClientAccess], version: %s}
              NEW-CAS1: {roles: [ClientAccess], version: 2010 SP2%s}
              NEW-MBX1: {roles: [Mailbox], version: 2010 SP2}
        publishing:
          new.contoso.com: {from: [internet], servers: [NEW-CAS1]}
          old.contoso.com: {from: [internet], servers: [SEA-CAS1]}
        """
        .formatted(first, newServer);
  }

  @Test
  void clientsOfA2010MailboxAreSentToA2010Server() {
    String spec =
        newer(
            "2007 SP2",
            ", webServices: {externalUrl: 'https://new.contoso.com/EWS/Exchange.asmx'}");

    AccessPath inside = at(spec, "SEA-CAS1", "NEW-MBX1", Network.INTRANET);
    AccessPath outside = at(spec, "old.contoso.com", "NEW-MBX1", Network.INTERNET);

    assertThat(inside.outcome().word()).as(inside.toString()).isEqualTo("REDIRECT_302");
    assertThat(inside.reached()).contains(Reached.YES);
    assertThat(inside.url().orElseThrow().text())
        .isEqualTo("https://new-cas1.contoso.com/Autodiscover/Autodiscover.xml");
    assertThat(outside.url().orElseThrow().text())
        .isEqualTo("https://new.contoso.com/Autodiscover/Autodiscover.xml");
    assertThat(outside.reached()).contains(Reached.YES);
    assertThat(outside.trail().decision().clause()).isEqualTo(Clause.D_4A);
  }

  @Test
  void a302ToANameThatIsNotPublishedDoesNotReach() {
    String spec =
        newer(
            "2007 SP2",
            ", webServices: {externalUrl: 'https://far.contoso.com/EWS/Exchange.asmx'}");

    AccessPath path = at(spec, "old.contoso.com", "NEW-MBX1", Network.INTERNET);

    assertThat(path.reached()).contains(Reached.NO);
    assertThat(path.reason()).contains("redirect_unreachable");
  }

  @Test
  void a2010MailboxIsOutOfReachBeforeServicePack2OrWithoutAddress() {
    assertFails(
        at(newer("2007 SP1", ""), "SEA-CAS1", "NEW-MBX1", Network.INTRANET),
        Clause.D_4C,
        "mailbox_is_newer");
    assertFails(
        at(
            newer("2007 SP3", ", webServices: {externalUrl: null}"),
            "old.contoso.com",
            "NEW-MBX1",
            Network.INTERNET),
        Clause.D_4B,
        "no_newer_server");
    assertFails(
        at(
            newer("2007 SP3", "")
                .replace("[Mailbox], version: 2010 SP2", "[Mailbox], version: 15.0"),
            "SEA-CAS1",
            "NEW-MBX1",
            Network.INTRANET),
        Clause.D_4C,
        "mailbox_is_newer");
  }

  @Test
  void a2010ServerOfAnotherSiteDoesWhereTheMailboxsHasNone() {
    String spec =
        newer("2007 SP3", "").replace("      NEW-MBX1", "  leeds:\n    servers:\n      NEW-MBX1");

    AccessPath path = at(spec, "SEA-CAS1", "NEW-MBX1", Network.INTRANET);

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("REDIRECT_302");
    assertThat(path.server()).contains("NEW-CAS1");
  }

  @Test
  void aMailboxServerThatDoesNotAnswerKeepsNobodyFromBeingTold() {
    String spec = PLAIN.replace("LEE-MBX1: {", "LEE-MBX1: {available: false, ");

    assertLocal(inside(spec, "leeds", "LEE-MBX1"), "LEE-CAS1", Clause.D_2A);
  }

  @Test
  void nobodyIsAnsweredAtAServerWithoutMailboxes() {
    assertFails(inside(PLAIN, "leeds", "LEE-CAS1"), Clause.S_5, "mailbox_not_found");
  }

  // D-5 and D-7

  private static final String PHONES =
      ", activeSync: {externalUrl: 'https://mail.contoso.com/Microsoft-Server-ActiveSync'}";

  @Test
  void devicesAreGivenTheAddressOfTheMailboxsSite() {
    AccessPath path = devices(contoso(PHONES, "") + NAMES, "SEA-MBX1");

    assertLocal(path, "SEA-CAS1", Clause.D_5A, Clause.D_7);
    assertThat(path.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {", version: 2007", ", version: 2007 SP1, rollup: 3"})
  void beforeTheFixDevicesGetAnErrorWhereTheSitePublishesNothing(String release) {
    AccessPath path = devices(contoso(PHONES + release, "") + NAMES, "LEE-MBX1");

    assertFails(path, Clause.D_5B, "no_activesync_external_url_in_site");
    assertThat(path.userText()).contains("Active Directory currently not available");
  }

  @ParameterizedTest
  @ValueSource(strings = {", version: 2007 SP1, rollup: 4", ", version: 2007 SP2", ""})
  void afterTheFixDevicesAreGivenTheAddressOfTheClosestSite(String release) {
    AccessPath path = devices(contoso(PHONES + release, "") + NAMES, "LEE-MBX1");

    assertLocal(path, "SEA-CAS1", Clause.D_5C);
  }

  @Test
  void anUnsaidRollupIsNamedWhereItMatters() {
    assertUnsaid(
        devices(contoso(PHONES + ", version: 2007 SP1", "") + NAMES, "LEE-MBX1"),
        "spec.sites.seattle.servers.SEA-CAS1.rollup");
    assertLocal(
        devices(contoso(PHONES + ", version: 2007 SP1", "") + NAMES, "SEA-MBX1"),
        "SEA-CAS1",
        Clause.D_5A);
  }

  @Test
  void withoutAnyAddressThereIsNoneToGive() {
    assertFails(devices(PLAIN + NAMES, "LEE-MBX1"), Clause.D_5D, "no_activesync_external_url");
    assertFails(
        outside(
            organization(contoso(PHONES, "") + NAMES),
            "LEE-MBX1",
            Assumptions.of(Answer.NO_ADDRESS),
            Provider.MOBILE_SYNC),
        Clause.D_5D,
        "no_activesync_external_url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://mail", "https://mail.contoso.com/Microsoft-Server-ActiveSync/"})
  void anAddressThatIsNotExactIsRemarkedOn(String address) {
    String spec = contoso(", activeSync: {externalUrl: '" + address + "'}", "") + NAMES;

    AccessPath path = devices(spec, "SEA-MBX1");

    assertLocal(path, "SEA-CAS1", Clause.D_7);
    assertThat(path.remarks()).singleElement().asString().contains(address);
  }
}
