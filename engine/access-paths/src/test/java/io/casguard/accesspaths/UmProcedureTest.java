package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.organization;
import static io.casguard.accesspaths.Topologies.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of Unified Messaging, no two rows of which overlap, and each numbered step of
/// specification 2.8.
class UmProcedureTest {
  private static final String SPEC =
      """
      domain: contoso.com
      sites:
        seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}, SEA-MBX1: {roles: [Mailbox, UnifiedMessaging]}}}
        leeds: {servers: {LEE-CAS1: {roles: [ClientAccess]}, LEE-MBX1: {roles: [Mailbox]}, LEE-EX1: {version: 2010 SP1, roles: [Mailbox]}}}
      servers:
        BE2003: {version: 2003 SP2}
      users:
        - {name: nobody, mailboxServer: null, count: 1}
      """;
  private static final Assumptions Q7_FAIL = Assumptions.of(Answer.UM_ACROSS_SITES_FAILS);

  private static AccessPath played(String spec, String mailbox) {
    return path(Protocol.UM, spec, "SEA-CAS1", mailbox, Network.INTRANET);
  }

  private static AccessPath played(String spec, String mailbox, Assumptions assumptions) {
    Organization organization = organization(spec);
    return (AccessPath)
        Simulator.of(organization, assumptions)
            .simulate(
                Request.of(
                    Protocol.UM,
                    Door.named(organization, "SEA-CAS1"),
                    Mailbox.named(organization, mailbox).orElseThrow(),
                    Network.INTRANET));
  }

  @Test
  void everyClauseOfTheTableDecidesAtLeastOnce() {
    Set<Clause> deciding = EnumSet.noneOf(Clause.class);

    UmPage.all().forEach(facts -> deciding.add(UmTable.decide(facts).clause()));

    assertThat(deciding)
        .containsExactlyInAnyOrder(
            Clause.S_5, Clause.U_1, Clause.U_1A, Clause.U_1B, Clause.U_1C, Clause.U_1D);
  }

  @Test
  void unifiedMessagingNeitherProxiesNorRedirects() {
    for (UmFacts facts : UmPage.all()) {
      assertThat(UmTable.decide(facts).outcome())
          .isInstanceOfAny(Outcome.Local.class, Outcome.Fail.class);
    }
  }

  @Test
  void theReferencePageIsTheTable() throws IOException {
    ReferencePage.assertIs("um", UmPage.render());
  }

  @ParameterizedTest
  @CsvSource({"SEA-MBX1, U_1", "LEE-MBX1, U_1A"})
  void aMailboxOfAnySiteIsServedByTheServerThatAutodiscoverNamed(String mailbox, Clause clause) {
    AccessPath path = played(SPEC, mailbox);

    assertThat(path.outcome()).isEqualTo(new Outcome.Local("SEA-CAS1"));
    assertThat(path.trail().decision().clause()).isEqualTo(clause);
    assertThat(path.remarks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SEA-MBX1 | U-1 the mailbox and SEA-CAS1 are in seattle [sites.seattle.servers.SEA-MBX1, sites.seattle.servers.SEA-CAS1]",
        "LEE-MBX1 | U-1a the mailbox is in leeds, SEA-CAS1 is in seattle [sites.leeds.servers.LEE-MBX1, sites.seattle.servers.SEA-CAS1]",
        "BE2003 | U-1c BE2003 runs 2003 [servers.BE2003.version]",
        "LEE-EX1 | U-1d LEE-EX1 runs 2010 SP1 [sites.leeds.servers.LEE-EX1.version]",
        "LEE-CAS1 | S-5 LEE-CAS1 holds no mailboxes [sites.leeds.servers.LEE-CAS1]"
      })
  void theDecisionNamesWhereTheMailboxIs(String mailbox, String decision) {
    assertThat(TrailText.decision(played(SPEC, mailbox))).isEqualTo(decision);
  }

  @Test
  void theAnswerAcrossSitesCanBeAssumedOtherwise() {
    AccessPath elsewhere = played(SPEC, "LEE-MBX1", Q7_FAIL);
    AccessPath here = played(SPEC, "SEA-MBX1", Q7_FAIL);

    assertThat(elsewhere.reason()).contains("mailbox_in_other_site");
    assertThat(elsewhere.trail().decision().clause()).isEqualTo(Clause.U_1B);
    assertThat(here.outcome().word()).isEqualTo("LOCAL");
  }

  @ParameterizedTest
  @CsvSource({
    "BE2003, mailbox_is_legacy, U_1C",
    "LEE-EX1, mailbox_is_newer, U_1D",
    "LEE-CAS1, mailbox_not_found, S_5",
    "nobody, mailbox_not_found, S_5"
  })
  void aMailboxOfNo2007ServerIsNotServed(String mailbox, String reason, Clause clause) {
    AccessPath path = played(SPEC, mailbox);

    assertThat(path.outcome().word()).isEqualTo("FAIL");
    assertThat(path.reason()).contains(reason);
    assertThat(path.trail().decision().clause()).isEqualTo(clause);
  }

  @Test
  void anExternalUrlPlaysNoPart() {
    String spec =
        SPEC.replace(
            "LEE-CAS1: {roles: [ClientAccess]",
            "LEE-CAS1: {roles: [ClientAccess], unifiedMessaging: {externalUrl:"
                + " 'https://leeds.contoso.com/UnifiedMessaging/Service.asmx'}");

    assertThat(played(spec, "LEE-MBX1").outcome().word()).isEqualTo("LOCAL");
  }

  @Test
  void aServerWithoutTheDirectoryIsNoEntry() {
    String spec =
        SPEC.replace(
            "SEA-CAS1: {roles: [ClientAccess]",
            "SEA-CAS1: {roles: [ClientAccess], unifiedMessaging: null");

    assertThat(played(spec, "SEA-MBX1").reason()).contains("no_um_directory_at_entry");
  }

  @Test
  void anOrganizationWithoutUnifiedMessagingServerIsRemarkedOnAndNobodyIsCounted() {
    String spec = SPEC.replace("[Mailbox, UnifiedMessaging]", "[Mailbox]");

    assertThat(played(spec, "SEA-MBX1").remarks()).singleElement().asString().contains("(U-1)");
    assertThat(played(spec, "LEE-MBX1", Q7_FAIL).remarks()).isEmpty();
    assertThat(Matrix.of(organization(spec)).notOffered()).contains(Protocol.UM);
    assertThat(Matrix.of(organization(SPEC)).notOffered()).doesNotContain(Protocol.UM);
  }

  @Test
  void theSiteIsAskedForOnlyWhereItMatters() {
    String spec =
        """
        defaults: none
        sites: {seattle: {servers: {SEA-CAS1: {roles: [ClientAccess], version: 8.3.83.6, unifiedMessaging: {}}}}}
        servers: {LOST-MBX1: {roles: [Mailbox, UnifiedMessaging], version: 8.3.83.6}}
        """;

    AccessPath served = played(spec, "LOST-MBX1");
    AccessPath refused = played(spec, "LOST-MBX1", Q7_FAIL);

    assertThat(served.outcome()).isEqualTo(new Outcome.Local("SEA-CAS1"));
    assertThat(served.reached()).isEqualTo(Optional.of(Reached.YES));
    assertThat(refused.undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.servers.LOST-MBX1");
  }
}
