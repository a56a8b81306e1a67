package io.casguard.accesspaths;

import static io.casguard.accesspaths.Expect.assertFails;
import static io.casguard.accesspaths.Expect.assertUnsaid;
import static io.casguard.accesspaths.Topologies.organization;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Each numbered step of specification 2.6.
class OabProcedureTest {
  private static final String BOOK =
      "offlineAddressBooks: {Default: {distributionPoints: [SEA-CAS1, LEE-CAS1]}}\n";

  private static String contoso(String seattle, String leeds) {
    return """
        domain: contoso.com
        sites:
          seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]%s}, SEA-MBX1: {roles: [Mailbox]}}}
          leeds: {servers: {LEE-CAS1: {roles: [ClientAccess]%s}, LEE-MBX1: {roles: [Mailbox]}}}
          harrogate: {servers: {HAR-MBX1: {roles: [Mailbox]}}}
        siteLinks:
          - {sites: [seattle, leeds], cost: 100}
          - {sites: [seattle, harrogate], cost: 30}
          - {sites: [leeds, harrogate], cost: 20}
        """
        .formatted(seattle, leeds);
  }

  private static final String PLAIN = contoso("", "");
  private static final String OUT = ", oab: {externalUrl: 'https://mail.contoso.com/OAB'}";

  private static AccessPath inside(String spec, String mailbox) {
    return path(spec, Optional.empty(), mailbox, Network.INTRANET, Assumptions.DEFAULT);
  }

  private static AccessPath outside(String spec, String mailbox, Answer... answers) {
    return path(spec, Optional.empty(), mailbox, Network.INTERNET, Assumptions.of(answers));
  }

  private static AccessPath typed(String spec, String entry, Network from) {
    return path(spec, Optional.of(entry), "LEE-MBX1", from, Assumptions.DEFAULT);
  }

  private static AccessPath path(
      String spec, Optional<String> entry, String mailbox, Network from, Assumptions assumptions) {
    Organization organization = organization(spec);
    Request request =
        Request.of(
            Protocol.OAB,
            entry.map(name -> Door.named(organization, name).orElseThrow()),
            Mailbox.named(organization, mailbox).orElseThrow(),
            from);
    return (AccessPath) Simulator.of(organization, assumptions).simulate(request);
  }

  private static void assertLocal(AccessPath path, String server) {
    assertThat(path.outcome()).as(path.toString()).isEqualTo(new Outcome.Local(server));
    assertThat(path.reached()).contains(Reached.YES);
    assertThat(path.trail().decision().clause()).isEqualTo(Clause.B_1A);
  }

  // B-1

  @Test
  void outlookGoesToTheDistributionPointClosestToItsMailbox() {
    AccessPath leeds = inside(PLAIN + BOOK, "LEE-MBX1");

    assertLocal(leeds, "LEE-CAS1");
    assertThat(leeds.trail().steps().getFirst().text()).contains("http://lee-cas1.contoso.com/OAB");
    assertLocal(inside(PLAIN + BOOK, "SEA-MBX1"), "SEA-CAS1");
    assertLocal(inside(PLAIN + BOOK, "HAR-MBX1"), "LEE-CAS1");
    assertLocal(inside(PLAIN.replace("cost: 30", "cost: 10") + BOOK, "HAR-MBX1"), "SEA-CAS1");
  }

  @Test
  void pointsThatAreEquallyCloseAreAllNamed() {
    AccessPath path = inside(PLAIN.replace("cost: 30", "cost: 20") + BOOK, "HAR-MBX1");

    assertLocal(path, "LEE-CAS1");
    assertThat(path.oneOf()).containsExactly("LEE-CAS1", "SEA-CAS1");
  }

  @Test
  void aServerThatIsNoDistributionPointIsNotGivenAndHoldsNoFiles() {
    String spec = PLAIN + "offlineAddressBooks: {Default: {distributionPoints: [SEA-CAS1]}}\n";

    assertLocal(inside(spec, "LEE-MBX1"), "SEA-CAS1");
    AccessPath typed = typed(spec, "LEE-CAS1", Network.INTRANET);
    assertFails(typed, Clause.B_1C, "not_a_distribution_point");
    assertThat(typed.status()).contains(404);
  }

  @Test
  void aPointThatDoesNotAnswerIsPassedOver() {
    assertLocal(inside(contoso("", ", available: false") + BOOK, "LEE-MBX1"), "SEA-CAS1");
  }

  @Test
  void withoutADistributionPointThereAreNoFiles() {
    assertFails(
        inside(PLAIN + "offlineAddressBooks: null\n", "LEE-MBX1"),
        Clause.B_1B,
        "no_distribution_point");
    assertFails(
        inside(
            PLAIN
                + "offlineAddressBooks: {Default: {distributionPoints: null, publicFolders: true}}\n",
            "LEE-MBX1"),
        Clause.B_1B,
        "no_distribution_point");
  }

  @Test
  void unsaidBooksAndPointsAreNamed() {
    assertUnsaid(inside(PLAIN, "LEE-MBX1"), "spec.offlineAddressBooks");
    assertUnsaid(
        inside(PLAIN + "offlineAddressBooks: {Default: {publicFolders: true}}\n", "LEE-MBX1"),
        "spec.offlineAddressBooks.Default.distributionPoints");
    assertUnsaid(typed(PLAIN, "LEE-CAS1", Network.INTRANET), "spec.offlineAddressBooks");
  }

  @Test
  void aMailboxServerWithoutASiteLeavesOpenWhichPointIsClosest() {
    String spec = PLAIN + BOOK + "servers: {MBX9: {roles: [Mailbox]}}\n";

    assertUnsaid(inside(spec, "MBX9"), "spec.servers.MBX9");
  }

  @Test
  void aMailboxServerThatDoesNotAnswerKeepsNobodyFromTheFiles() {
    assertLocal(
        inside(
            PLAIN.replace("LEE-MBX1: {roles", "LEE-MBX1: {available: false, roles") + BOOK,
            "LEE-MBX1"),
        "LEE-CAS1");
  }

  @Test
  void whoseMailboxIsNotServedIsGivenNoAddress() {
    String spec = PLAIN + BOOK + "servers: {BE1: {version: 2003 SP2}}\n";

    assertFails(inside(spec, "BE1"), Clause.D_3, "mailbox_is_legacy");
    assertFails(inside(spec, "LEE-CAS1"), Clause.S_5, "mailbox_not_found");
    assertFails(
        path(spec, Optional.of("LEE-CAS1"), "BE1", Network.INTRANET, Assumptions.DEFAULT),
        Clause.D_3,
        "mailbox_is_legacy");
  }

  // B-2

  @Test
  void outsideItIsNotAdvertisedUntilAnExternalUrlIsSet() {
    assertFails(outside(PLAIN + BOOK, "LEE-MBX1"), Clause.B_2A, "oab_not_advertised");
    assertLocal(outside(contoso("", OUT) + BOOK, "LEE-MBX1"), "LEE-CAS1");
  }

  @Test
  void theClosestPointThatIsPublishedIsGivenOutsideUnlessThatIsAssumedOtherwise() {
    String spec = contoso(OUT, "") + BOOK;

    assertLocal(outside(spec, "LEE-MBX1"), "SEA-CAS1");
    assertFails(outside(spec, "LEE-MBX1", Answer.NO_ADDRESS), Clause.B_2A, "oab_not_advertised");
    assertThat(outside(spec, "LEE-MBX1", Answer.NO_ADDRESS).trail().decision().text())
        .isEqualTo("no distribution point of the mailbox's site has an ExternalURL");
    assertLocal(outside(spec, "SEA-MBX1", Answer.NO_ADDRESS), "SEA-CAS1");
  }

  @Test
  void aTypedAddressWorksWhereItIsPublishedAndThatIsRemarkedOn() {
    String spec =
        PLAIN + BOOK + "publishing: {mail.contoso.com: {from: [internet], servers: [LEE-CAS1]}}\n";

    AccessPath path = typed(spec, "mail.contoso.com", Network.INTERNET);

    assertLocal(path, "LEE-CAS1");
    assertThat(path.remarks()).singleElement().asString().contains("typed");
  }

  @Test
  void httpIsRefusedWhereTheDirectoryRequiresSsl() {
    AccessPath refused = inside(contoso("", ", oab: {requireSsl: true}") + BOOK, "LEE-MBX1");

    assertFails(refused, Clause.B_2B, "ssl_required");
    assertThat(refused.status()).contains(403);
    assertLocal(
        inside(
            contoso(
                    "",
                    ", oab: {requireSsl: true, internalUrl: 'https://lee-cas1.contoso.com/OAB'}")
                + BOOK,
            "LEE-MBX1"),
        "LEE-CAS1");
  }

  @Test
  void whetherSslIsRequiredMattersOverHttpOnly() {
    String spec =
        """
        defaults: none
        sites:
          leeds: {servers: {LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6, oab: {internalUrl: 'http://LEE-CAS1/OAB'}}, LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6}}}
        offlineAddressBooks: {Default: {distributionPoints: [LEE-CAS1]}}
        """;

    assertUnsaid(inside(spec, "LEE-MBX1"), "spec.sites.leeds.servers.LEE-CAS1.oab.requireSsl");
    assertLocal(inside(spec.replace("http:", "https:"), "LEE-MBX1"), "LEE-CAS1");
  }

  @Test
  void anUnsaidAddressIsNamed() {
    String spec =
        """
        defaults: none
        sites:
          leeds: {servers: {LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6}, LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6}}}
        offlineAddressBooks: {Default: {distributionPoints: [LEE-CAS1]}}
        """;

    assertUnsaid(inside(spec, "LEE-MBX1"), "spec.sites.leeds.servers.LEE-CAS1.oab");
  }

  @Test
  void nobodyHasADoorSinceAutodiscoverSaysWhereToGo() {
    assertThat(Matrix.of(organization(PLAIN + BOOK)).rows())
        .filteredOn(row -> row.userClass().protocol() == Protocol.OAB)
        .isNotEmpty()
        .allMatch(row -> row.userClass().door().isEmpty());
  }
}
