package io.casguard.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casguard.accesspaths.Assumptions;
import io.casguard.impact.Outage.Kind;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  private static final Organization CONTOSO =
      Spec.of(
              """
              domain: contoso.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      roles: [ClientAccess]
                      owa: {externalUrl: 'https://mail.contoso.com/owa'}
                      certificate: {subject: mail.contoso.com, trustedByServers: true, trustedByClients: true}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  servers:
                    LEE-CAS1: &fit {roles: [ClientAccess], owa: {windowsAuthentication: true, formsAuthentication: false}}
                    LEE-CAS2: *fit
                    LEE-MBX1: {roles: [Mailbox]}
              siteLinks:
                - {sites: [seattle, leeds], cost: 100}
              publishing:
                mail.contoso.com: {from: [internet], servers: [SEA-CAS1], through: none}
              users:
                - {name: hq, mailboxServer: SEA-MBX1, count: 40, from: [internet], protocols: {owa: 40}}
                - {name: leeds-staff, mailboxServer: LEE-MBX1, count: 9, protocols: {owa: 9}}
              """)
          .organization();

  @Test
  void whatIsBehindTheOnlyDoorLosesEverybodyWhoComesInThere() {
    // When
    WhatIf server = without("sea-cas1");
    WhatIf name = without("mail.contoso.com");

    // Then
    WhatIf.Heads everybody = new WhatIf.Heads(Protocol.OWA, Network.INTERNET, 49, 0);
    assertThat(server.lost()).containsExactly(everybody);
    assertThat(name.lost()).containsExactly(everybody);
    assertThat(server.diverted()).isEmpty();
  }

  @Test
  void whoHasAnotherDoorIsDivertedAndWhoIsProxiedNoticesNothing() {
    // When
    WhatIf whatIf = without("LEE-CAS1");

    // Then
    assertThat(whatIf.lost()).isEmpty();
    assertThat(whatIf.diverted())
        .containsExactly(new WhatIf.Heads(Protocol.OWA, Network.INTRANET, 9, 0));
  }

  @Test
  void severalThingsFailAtOnce() {
    // When
    WhatIf whatIf = without("LEE-CAS1", "LEE-CAS2");

    // Then
    assertThat(whatIf.lost())
        .containsExactly(
            new WhatIf.Heads(Protocol.OWA, Network.INTERNET, 9, 0),
            new WhatIf.Heads(Protocol.OWA, Network.INTRANET, 9, 0));
  }

  @Test
  void whoseMailboxServerIsDownIsLostWhateverLeadsThere() {
    // When
    WhatIf whatIf = without("LEE-MBX1");

    // Then
    assertThat(whatIf.lost())
        .extracting(WhatIf.Heads::network, WhatIf.Heads::users)
        .containsExactly(tuple(Network.INTERNET, 9), tuple(Network.INTRANET, 9));
    assertThat(whatIf.after().rows())
        .filteredOn(row -> row.userClass().mailbox().name().equals("leeds-staff"))
        .allMatch(row -> row.path().reason().equals(Optional.of("mailbox_server_unavailable")));
  }

  @Test
  void everySingleFailureThatPeopleNoticeIsRankedByThoseWhoAreLost() {
    // When
    List<WhatIf.Ranked> ranked = WhatIf.singleFailures(CONTOSO, Assumptions.DEFAULT);

    // Then
    assertThat(ranked)
        .extracting(one -> one.outage().kind(), one -> one.outage().name())
        .containsExactly(
            tuple(Kind.SERVER, "SEA-CAS1"),
            tuple(Kind.PUBLISHED_NAME, "mail.contoso.com"),
            tuple(Kind.SERVER, "SEA-MBX1"),
            tuple(Kind.SERVER, "LEE-MBX1"),
            tuple(Kind.SERVER, "LEE-CAS1"));
    assertThat(Outage.all(CONTOSO)).hasSize(8);
  }

  @Test
  void eachKindOfThingIsFoundByItsName() {
    assertThat(kind("lee-cas1")).contains(Kind.SERVER);
    assertThat(kind("mail.contoso.com")).contains(Kind.PUBLISHED_NAME);
    assertThat(kind("certificate:mail.contoso.com")).contains(Kind.CERTIFICATE);
    assertThat(kind("certificate:SEA-CAS1")).contains(Kind.CERTIFICATE);
    assertThat(kind("seattle-leeds")).contains(Kind.SITE_LINK);
    assertThat(kind("leeds,seattle")).contains(Kind.SITE_LINK);
    assertThat(kind("site-link:leeds-seattle")).contains(Kind.SITE_LINK);
    assertThat(kind("leeds")).isEmpty();
    assertThat(kind("server:mail.contoso.com")).isEmpty();
  }

  private static Optional<Kind> kind(String word) {
    return Outage.named(CONTOSO, word).map(Outage::kind);
  }

  private static WhatIf without(String... names) {
    return WhatIf.of(
        CONTOSO,
        Arrays.stream(names).map(name -> Outage.named(CONTOSO, name).orElseThrow()).toList(),
        Assumptions.DEFAULT);
  }
}
