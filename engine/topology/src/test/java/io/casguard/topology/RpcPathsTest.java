package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RpcPathsTest {
  @Test
  void aFirewallOnTheOnlyWayStopsRpcAndAWayAroundItDoesNot() {
    // Given
    Organization chain = organization(link(true, "a", "b"), link(false, "b", "c"));
    Organization ring =
        organization(link(true, "a", "b"), link(false, "b", "c"), link(true, "a", "c"));
    // When // Then
    assertThat(reach(chain, "b")).isEqualTo(Holds.YES);
    assertThat(reach(chain, "c")).isEqualTo(Holds.NO);
    assertThat(reach(ring, "c")).isEqualTo(Holds.YES);
  }

  @Test
  void whatNoLinkSaysStaysOpenAndIsNamed() {
    // Given
    Organization unsaid = organization(link(null, "a", "b"));
    // When // Then
    assertThat(reach(unsaid, "a")).isEqualTo(Holds.YES);
    assertThat(reach(unsaid, "b")).isEqualTo(Holds.UNSAID);
    assertThat(reach(unsaid, "c")).isEqualTo(Holds.UNSAID);
    assertThat(paths(unsaid).unsaid(site(unsaid, "b")))
        .extracting(Path::toString)
        .containsExactly("spec.siteLinks[a,b].rpc");
    assertThat(paths(unsaid).unsaid(site(unsaid, "c")))
        .extracting(Path::toString)
        .containsExactly("spec.siteLinks");
  }

  private static Holds reach(Organization organization, String site) {
    return paths(organization).reach(site(organization, site));
  }

  private static RpcPaths paths(Organization organization) {
    return new RpcPaths(organization, List.of(site(organization, "a")));
  }

  private static Site site(Organization organization, String name) {
    return organization.siteNamed(name).orElseThrow();
  }

  private static Organization organization(Entity... links) {
    Entity spec = Entity.named(Vocabulary.SPEC, "");
    SortedMap<String, Entity> sites = Entity.items();
    for (String name : List.of("a", "b", "c")) {
      sites.put(name, Entity.named(Vocabulary.SITE, name));
    }
    SortedMap<String, Entity> all = Entity.items();
    for (Entity link : links) {
      all.put(link.name(), link);
    }
    return Organization.of(
        new Topology(
            "contoso", spec.with(Vocabulary.SITES, sites).with(Vocabulary.SITE_LINKS, all)));
  }

  private static Entity link(@Nullable Boolean rpc, String... sites) {
    Entity link =
        Entity.named(Vocabulary.SITE_LINK, SiteLink.identity(List.of(sites)))
            .with(Vocabulary.LINKED_SITES, new TreeSet<>(List.of(sites)));
    return rpc == null ? link : link.with(Vocabulary.RPC, rpc);
  }
}
