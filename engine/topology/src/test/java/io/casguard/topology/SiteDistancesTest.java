package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SiteDistancesTest {
  @Test
  void theCheapestWayCountsAndNotTheShortest() {
    // Given
    Organization organization =
        organization(link(100, "a", "c"), link(10, "a", "b"), link(20, "b", "c"));
    // When // Then
    assertThat(between(organization, "a", "c")).hasValue(30);
    assertThat(between(organization, "c", "a")).hasValue(30);
    assertThat(between(organization, "a", "a")).hasValue(0);
  }

  @Test
  void aLinkJoinsEveryTwoOfItsSites() {
    assertThat(between(organization(link(7, "a", "b", "c")), "b", "c")).hasValue(7);
  }

  @Test
  void theCostForExchangeCountsWhereItIsStated() {
    // Given
    Organization organization =
        organization(link(100, "a", "b").with(Vocabulary.EXCHANGE_COST, 5), link(50, "a", "c"));
    // When // Then
    assertThat(between(organization, "a", "b")).hasValue(5);
    assertThat(nearest(organization, "a")).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aCostThatNobodyStatedIsThatOfActiveDirectory() {
    // Given
    Entity link = link(1, "a", "b").without(Vocabulary.COST);
    Entity unstated =
        Entity.named(Vocabulary.SITE_LINK, link.name())
            .with(Vocabulary.LINKED_SITES, new TreeSet<>(List.of("a", "b")));
    // When // Then
    assertThat(between(organization(link), "a", "b")).hasValue(100);
    assertThat(between(organization(unstated), "a", "b")).hasValue(100);
  }

  @Test
  void whereNoLinkLeadsNothingIsKnownAndTheSiteComesLast() {
    // Given
    Organization organization = organization(link(10, "b", "d"));
    // When // Then
    assertThat(between(organization, "b", "a")).isEqualTo(OptionalInt.empty());
    assertThat(nearest(organization, "b")).containsExactly("b", "d", "a", "c");
  }

  private static OptionalInt between(Organization organization, String one, String other) {
    return new SiteDistances(organization)
        .between(site(organization, one), site(organization, other));
  }

  private static List<String> nearest(Organization organization, String to) {
    return new SiteDistances(organization)
        .nearest(site(organization, to)).stream().map(Site::name).toList();
  }

  private static Site site(Organization organization, String name) {
    return organization.siteNamed(name).orElseThrow();
  }

  private static Organization organization(Entity... links) {
    SortedMap<String, Entity> sites = Entity.items();
    for (String name : List.of("a", "b", "c", "d")) {
      sites.put(name, Entity.named(Vocabulary.SITE, name));
    }
    SortedMap<String, Entity> all = Entity.items();
    for (Entity link : links) {
      all.put(link.name(), link);
    }
    return Organization.of(
        new Topology(
            "contoso",
            Entity.named(Vocabulary.SPEC, "")
                .with(Vocabulary.SITES, sites)
                .with(Vocabulary.SITE_LINKS, all)));
  }

  private static Entity link(int cost, String... sites) {
    return Entity.named(Vocabulary.SITE_LINK, SiteLink.identity(List.of(sites)))
        .with(Vocabulary.LINKED_SITES, new TreeSet<>(List.of(sites)))
        .with(Vocabulary.COST, cost);
  }
}
