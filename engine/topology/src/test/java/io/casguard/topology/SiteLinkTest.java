package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SiteLinkTest {
  @Test
  void aLinkIsKnownByItsSitesInAnyOrder() {
    assertThat(SiteLink.identity(List.of("seattle", "Leeds"))).isEqualTo("Leeds,seattle");
    assertThat(SiteLink.identity(List.of("Leeds", "seattle", "LEEDS"))).isEqualTo("Leeds,seattle");
  }

  @Test
  void aCommaOfANameIsNoneBetweenNames() {
    assertThat(SiteLink.identity(List.of("a,b", "c")))
        .isNotEqualTo(SiteLink.identity(List.of("a", "b,c")));
    assertThat(SiteLink.identity(List.of("a\\", "b")))
        .isNotEqualTo(SiteLink.identity(List.of("a\\,b", "")));
  }
}
