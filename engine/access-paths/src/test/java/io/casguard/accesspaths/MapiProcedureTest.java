package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.organization;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Specification 2.10.
class MapiProcedureTest {
  private static final String SPEC =
      """
      domain: contoso.com
      sites:
        seattle:
          servers:
            SEA-CAS1: {roles: [ClientAccess]}
            SEA-MBX1: {roles: [Mailbox]}
        leeds:
          servers:
            LEE-MBX1: {roles: [Mailbox]}
            NEW-MBX1: {roles: [Mailbox], version: 2010 SP1}
            NEW-CAS1: {roles: [ClientAccess], version: 2010 SP1}
        genoa:
          servers:
            GOA-MBX1: {roles: [Mailbox], version: 2010 SP1}
            GOA-MBX2: {roles: [Mailbox], version: 15.0.1395.4}
      servers:
        BE1: {version: 2003 SP2}
      siteLinks: [{sites: [seattle, leeds], rpc: false}]
      users:
        - {name: without-mapi, mailboxServer: SEA-MBX1, mapiEnabled: false}
      """;

  private static Simulation mapi(String mailbox, Network from, Optional<String> clientSite) {
    Organization organization = organization(SPEC);
    Request request =
        Request.of(
            Protocol.MAPI,
            Optional.empty(),
            Mailbox.named(organization, mailbox).orElseThrow(),
            from);
    return Simulator.simulate(
        organization,
        clientSite.flatMap(organization::siteNamed).map(request::withClientSite).orElse(request));
  }

  @ParameterizedTest
  @CsvSource({
    "SEA-MBX1,seattle,DIRECT_RPC,SEA-MBX1,M-1",
    "LEE-MBX1,,DIRECT_RPC,LEE-MBX1,M-1",
    "LEE-MBX1,genoa,DIRECT_RPC,LEE-MBX1,M-1",
    "BE1,leeds,DIRECT_RPC,BE1,M-1",
    "LEE-MBX1,seattle,FAIL,,M-2",
    "NEW-MBX1,leeds,DIRECT_RPC,NEW-CAS1,M-3a",
    "NEW-MBX1,seattle,FAIL,,M-2",
    "GOA-MBX1,genoa,FAIL,,M-3b",
    "SEA-CAS1,seattle,FAIL,,S-5"
  })
  void outlookInsideOpensTheMailboxServerItself(
      String mailbox, String clientSite, String outcome, String server, String clause) {
    AccessPath path = (AccessPath) mapi(mailbox, Network.INTRANET, Optional.ofNullable(clientSite));

    assertThat(path.outcome().word()).as(path.toString()).isEqualTo(outcome);
    assertThat(path.server()).isEqualTo(Optional.ofNullable(server));
    assertThat(path.trail().decision().clause().id()).isEqualTo(clause);
  }

  @Test
  void aUserWhoseSwitchIsOffIsBlocked() {
    AccessPath path = (AccessPath) mapi("without-mapi", Network.INTRANET, Optional.empty());

    assertThat(path.outcome().word()).isEqualTo("BLOCKED");
    assertThat(path.reason()).contains("mapi_disabled");
  }

  @Test
  void mapiIsNotOfferedToTheInternet() {
    AccessPath path = (AccessPath) mapi("SEA-MBX1", Network.INTERNET, Optional.empty());

    assertThat(path.reason()).contains("entry_unreachable");
    assertThat(path.reached()).contains(Reached.NO);
  }

  @Test
  void aMailboxNewerThan2010IsOutsideTheModel() {
    assertThat(mapi("GOA-MBX2", Network.INTRANET, Optional.empty()))
        .isInstanceOf(Simulation.UnsupportedEntry.class);
  }
}
