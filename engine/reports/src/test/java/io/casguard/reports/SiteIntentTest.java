package io.casguard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteIntentTest {
  private static final Set<Protocol> ASKED = Set.of(Protocol.OWA, Protocol.ACTIVE_SYNC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{internetFacing: true} | Internet-facing (stated)",
        "{internetFacing: false} | proxy (implied by internetFacing: false)",
        "{servers: {C: {owa: {externalUrl: https://a.example/owa}}}} | Internet-facing (inferred from its ExternalURLs)",
        "{servers: {C: {owa: {}}}} | not Internet-facing (inferred: no ExternalURL)",
        "{servers: {C: {version: 8.3.83.6, roles: [ClientAccess], owa: {externalUrl: null}}}} | not Internet-facing (inferred: no ExternalURL)",
        "{intent: {owa: proxy, activeSync: redirect}} | owa: proxy, activeSync: redirect (stated)",
        "{internetFacing: false, intent: {owa: redirect}} | owa: redirect (stated); the rest proxy (implied by internetFacing: false)",
        "{internetFacing: true, intent: {owa: redirect}} | owa: redirect (stated); Internet-facing (stated)"
      })
  void aSiteSaysWhatIsWantedOfItAndHowThatIsKnown(String site, String words) {
    assertThat(new SiteIntent(site("setup", site), ASKED).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{internetFacing: true} | stated",
        "{internetFacing: null, servers: {C: {owa: {externalUrl: https://a.example/owa}}}} | unsaid",
        "{servers: {C: {roles: [ClientAccess], owa: {externalUrl: https://a.example/owa}}}} | inferred",
        "{servers: {C: {roles: [ClientAccess]}}} | unsaid"
      })
  void facingIsStatedInferredOrUnsaid(String site, String known) {
    assertThat(new SiteIntent(site("none", site), ASKED).facingKnown()).isEqualTo(known);
  }

  private static Site site(String defaults, String site) {
    SourceFile file =
        new SourceFile("in.yaml", "{defaults: %s, sites: {leeds: %s}}".formatted(defaults, site));
    return switch (Manifest.readSpec("contoso", file)) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> all, _) ->
          Organization.of(all.getFirst().topology()).sites().getFirst();
      case Manifest.Reading.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
