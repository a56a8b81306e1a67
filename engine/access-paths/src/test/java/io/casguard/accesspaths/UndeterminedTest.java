package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.owa;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What `defaults: none` leaves open, and the smallest set of values that would settle it.
class UndeterminedTest {
  private static final String SETTINGS = "settings: {allowInternalUntrustedCerts: true}";

  /// Everything that proxying from Seattle to Leeds asks for is said.
  private static final String SAID =
      """
      defaults: none
      sites:
        seattle:
          servers:
            SEA-CAS1: {roles: [ClientAccess], version: 8.3.83.6, fqdn: sea-cas1.contoso.com, owa: {externalUrl: null, redirectToOptimalOwaServer: true}, %s}
            SEA-MBX1: {roles: [Mailbox], version: 8.3.83.6}
        leeds:
          servers:
            LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6, fqdn: lee-cas1.contoso.com, owa: {internalUrl: 'https://lee-cas1.contoso.com/owa', externalUrl: null, windowsAuthentication: true}}
            LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6}
      """
          .formatted(SETTINGS);

  private static List<String> unsaid(String spec) {
    AccessPath path = owa(spec, "SEA-CAS1", "LEE-MBX1");
    if (!path.undetermined().isEmpty()) {
      assertThat(path.outcome().word()).isEqualTo("UNDETERMINED");
      assertThat(path.reached()).isEmpty();
    }
    return path.undetermined().stream().map(Path::toString).toList();
  }

  @Test
  void whatIsSaidIsEnough() {
    AccessPath path = owa(SAID, "SEA-CAS1", "LEE-MBX1");

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo("PROXY");
  }

  @Test
  void anUnsaidAuthenticationLeavesProxyingOpen() {
    assertThat(unsaid(SAID.replace(", windowsAuthentication: true", "")))
        .containsExactly("spec.sites.leeds.servers.LEE-CAS1.owa.windowsAuthentication");
  }

  @Test
  void anUnsaidAuthenticationOfAServerThatIsNotNeededDoesNotMatter() {
    String spec =
        SAID.replace(
            "LEE-MBX1:",
            "LEE-CAS2: {roles: [ClientAccess], version: 8.3.83.6, fqdn: lee-cas2.contoso.com, owa:"
                + " {internalUrl: 'https://lee-cas2.contoso.com/owa', externalUrl: null}}\n      LEE-MBX1:");

    assertThat(owa(spec, "SEA-CAS1", "LEE-MBX1").outcome().word()).isEqualTo("PROXY");
  }

  @Test
  void anUnsaidExternalUrlLeavesRedirectionOpen() {
    assertThat(
            unsaid(
                SAID.replace(
                    "'https://lee-cas1.contoso.com/owa', externalUrl: null",
                    "'https://lee-cas1.contoso.com/owa'")))
        .containsExactly("spec.sites.leeds.servers.LEE-CAS1.owa.externalUrl");
  }

  @Test
  void anUnsaidPreferenceDoesNotMatterWhereNothingIsPublished() {
    String spec = SAID.replace(", redirectToOptimalOwaServer: true", "");

    assertThat(owa(spec, "SEA-CAS1", "LEE-MBX1").outcome().word()).isEqualTo("PROXY");
  }

  @Test
  void anUnsaidPreferenceMattersWhereAnAddressIsPublished() {
    String spec =
        SAID.replace(", redirectToOptimalOwaServer: true", "")
            .replace(
                "'https://lee-cas1.contoso.com/owa', externalUrl: null",
                "'https://lee-cas1.contoso.com/owa', externalUrl: 'https://lee-cas1.contoso.com/owa'");

    assertThat(unsaid(spec))
        .containsExactly("spec.sites.seattle.servers.SEA-CAS1.owa.redirectToOptimalOwaServer");
  }

  @Test
  void certificatesMatterOnlyTogetherWithTheSettingThatAsksForThem() {
    assertThat(unsaid(SAID.replace(SETTINGS, "rollup: 4")))
        .containsExactly(
            "spec.sites.leeds.servers.LEE-CAS1.certificate.trustedByServers",
            "spec.sites.seattle.servers.SEA-CAS1.settings.allowInternalUntrustedCerts");
  }

  @Test
  void anUnsaidVersionOfTheMailboxServerLeavesEverythingOpen() {
    assertThat(
            unsaid(
                SAID.replace(
                    "LEE-MBX1: {roles: [Mailbox], version: 8.3.83.6}",
                    "LEE-MBX1: {roles: [Mailbox]}")))
        .containsExactly("spec.sites.leeds.servers.LEE-MBX1.version");
  }

  @Test
  void anUnsaidResourceFolderMattersBetweenServicePacks() {
    assertThat(
            unsaid(
                SAID.replace(
                    "LEE-CAS1: {roles: [ClientAccess], version: 8.3.83.6",
                    "LEE-CAS1: {roles: [ClientAccess], version: 8.1.240.6")))
        .containsExactly("spec.sites.seattle.servers.SEA-CAS1.owaVersions");
  }

  @Test
  void anAliasIsOpenUntilTheServicePrincipalNamesAreSaid() {
    assertThat(
            unsaid(
                SAID.replace(
                    "https://lee-cas1.contoso.com/owa', ext",
                    "https://webmail.contoso.com/owa', ext")))
        .containsExactly("spec.sites.leeds.servers.LEE-CAS1.servicePrincipalNames");
  }

  @Test
  void serversWithoutSitesAreUndetermined() {
    String spec =
        """
        defaults: none
        servers:
          CAS1: {roles: [ClientAccess], version: 8.3.83.6, owa: {externalUrl: null}}
          MBX1: {roles: [Mailbox], version: 8.3.83.6}
        """;

    AccessPath path = owa(spec, "CAS1", "MBX1");

    assertThat(path.outcome().word()).isEqualTo("UNDETERMINED");
    assertThat(path.undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.servers.CAS1", "spec.servers.MBX1");
  }

  @Test
  void aUserSwitchThatIsUnsaidIsNamed() {
    String spec = SAID + "users: [{name: staff, mailboxServer: LEE-MBX1, count: 10}]\n";

    AccessPath path = owa(spec, "SEA-CAS1", "staff");

    assertThat(path.undetermined())
        .extracting(Path::toString)
        .containsExactly("spec.users[staff].owaEnabled");
  }

  @Test
  void theTrailShowsWhatWasPassedBeforeTheWaysPart() {
    AccessPath path =
        owa(SAID.replace(", windowsAuthentication: true", ""), "SEA-CAS1", "LEE-MBX1");

    assertThat(path.trail().steps())
        .extracting(Trail.Step::clause)
        .containsExactly(Clause.O_5, Clause.O_6, Clause.O_7, Clause.O_8);
    assertThat(path.trail().decision().because()).hasSize(1);
  }
}
