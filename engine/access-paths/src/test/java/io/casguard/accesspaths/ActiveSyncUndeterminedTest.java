package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.activeSync;
import static io.casguard.accesspaths.Topologies.deviceRequest;
import static io.casguard.accesspaths.Topologies.organization;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What `defaults: none` leaves open for devices, and the smallest set of values that would settle
/// it.
class ActiveSyncUndeterminedTest {
  private static final String SUBDIRECTORY =
      ", proxySubdirectory: {present: true, windowsAuthentication: true}";

  /// Everything that proxying from Seattle to Leeds asks for is said, and nothing else.
  private static final String SAID =
      """
      defaults: none
      sites:
        seattle:
          servers:
            SEA-CAS1: {roles: [ClientAccess], version: 8.3.83.6, activeSync: {basicAuthentication: true}}
            SEA-MBX1: {roles: [Mailbox], version: 8.3.83.6}
        leeds:
          servers:
            LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6, fqdn: lee-cas1.contoso.com, activeSync: {internalUrl: 'https://lee-cas1.contoso.com/Microsoft-Server-ActiveSync', externalUrl: null%s}}
            LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6}
      """
          .formatted(SUBDIRECTORY);

  private static List<String> unsaid(String spec) {
    AccessPath path = activeSync(spec, "SEA-CAS1", "LEE-MBX1");
    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("UNDETERMINED");
    return path.undetermined().stream().map(Path::toString).toList();
  }

  @Test
  void whatIsSaidIsEnough() {
    AccessPath path = activeSync(SAID, "SEA-CAS1", "LEE-MBX1");

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("PROXY");
    assertThat(path.remarks()).isEmpty();
  }

  @Test
  void anUnsaidSubdirectoryLeavesProxyingOpen() {
    assertThat(unsaid(SAID.replace(SUBDIRECTORY, "")))
        .containsExactly(
            "spec.sites.leeds.servers.LEE-CAS1.activeSync.proxySubdirectory.present",
            "spec.sites.leeds.servers.LEE-CAS1.activeSync.proxySubdirectory.windowsAuthentication");
  }

  @Test
  void beforeServicePack1TheDirectoryItselfIsAskedForAndNoSubdirectory() {
    String early = SAID.replace(SUBDIRECTORY, "").replace("8.3.83.6", "8.0.685.25");

    assertThat(unsaid(early))
        .containsExactly("spec.sites.leeds.servers.LEE-CAS1.activeSync.windowsAuthentication");
  }

  @Test
  void anUnsaidExternalUrlLeavesA451Open() {
    assertThat(unsaid(SAID.replace("externalUrl: null", "clientCertAuth: Ignore")))
        .containsExactly("spec.sites.leeds.servers.LEE-CAS1.activeSync.externalUrl");
  }

  @Test
  void anUnsaidBasicAtTheFirstServerLeavesTheLogonOpen() {
    assertThat(unsaid(SAID.replace("basicAuthentication: true", "clientCertAuth: Ignore")))
        .containsExactly("spec.sites.seattle.servers.SEA-CAS1.activeSync.basicAuthentication");
  }

  @Test
  void theMethodsThatTheShellPrintedSayWhetherBasicIsOn() {
    String listed =
        SAID.replace("basicAuthentication: true", "internalAuthenticationMethods: [Basic]");

    assertThat(activeSync(listed, "SEA-CAS1", "LEE-MBX1").outcome().word()).isEqualTo("PROXY");
  }

  @Test
  void theOwnExternalUrlMattersOnlyWhereAnotherServerOfTheSiteHasOne() {
    String alone = SAID;
    String beside =
        SAID.replace(
            "SEA-MBX1:",
            "SEA-CAS2: {roles: [ClientAccess], version: 8.3.83.6, activeSync: {externalUrl:"
                + " 'https://mail.contoso.com/Microsoft-Server-ActiveSync'}}\n      SEA-MBX1:");

    assertThat(activeSync(alone, "SEA-CAS1", "SEA-MBX1").outcome().word()).isEqualTo("LOCAL");
    assertThat(activeSync(beside, "SEA-CAS1", "SEA-MBX1").undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.sites.seattle.servers.SEA-CAS1.activeSync.externalUrl");
  }

  /// What was supposed of one first server is not remembered for another.
  @Test
  void theSameQuestionOfAnotherFirstServerIsAskedAgain() {
    Organization organization =
        organization(
            """
            defaults: none
            sites:
              hq:
                servers:
                  CAS1: {roles: [ClientAccess], version: 8.3.83.6, activeSync: {basicAuthentication: true}}
                  CAS2: {roles: [ClientAccess], version: 8.3.83.6, activeSync: {basicAuthentication: true, externalUrl: null}}
                  MBX1: {roles: [Mailbox], version: 8.3.83.6}
            """);
    Simulator simulator = Simulator.of(organization);

    AccessPath first = (AccessPath) simulator.simulate(deviceRequest(organization, "CAS1", "MBX1"));
    AccessPath second =
        (AccessPath) simulator.simulate(deviceRequest(organization, "CAS2", "MBX1"));

    assertThat(first.outcome().word()).isEqualTo("LOCAL");
    assertThat(second.undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.sites.hq.servers.CAS1.activeSync.externalUrl");
  }

  @Test
  void whatA2003BackEndIsAskedForIsNamed() {
    String spec =
        """
        defaults: none
        sites: {hq: {servers: {CAS1: {roles: [ClientAccess], version: 8.3.83.6, activeSync: {basicAuthentication: true}%s}}}}
        servers: {BE1: {version: 2003 SP2, legacy: {activeSync: {windowsAuthentication: true}, exchange: {formsAuthentication: false}}}}
        """;

    AccessPath open =
        activeSync(spec.formatted(", settings: {blockLegacyMailboxes: false}"), "CAS1", "BE1");
    AccessPath blocked =
        activeSync(spec.formatted(", settings: {blockLegacyMailboxes: true}"), "CAS1", "BE1");

    assertThat(open.undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.servers.BE1.legacy.exchange.requireSsl");
    assertThat(blocked.outcome().word()).isEqualTo("BLOCKED");
  }

  @Test
  void serversWithoutSitesAreUndetermined() {
    String spec =
        """
        defaults: none
        servers:
          CAS1: {roles: [ClientAccess], version: 8.3.83.6, activeSync: {basicAuthentication: true}}
          MBX1: {roles: [Mailbox], version: 8.3.83.6}
        """;

    assertThat(activeSync(spec, "CAS1", "MBX1").undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.servers.CAS1", "spec.servers.MBX1");
  }
}
