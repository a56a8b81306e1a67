package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplicationTest {
  private static final Duration HOPS = Replication.WITHIN_A_SITE;
  private static final Instant EIGHT = Instant.parse("2009-03-02T08:00:00Z");

  @Test
  void aChangeCrossesOneLinkAfterAnother() {
    // Given
    Entity spec =
        spec("seattle", "leeds", "genoa")
            .with(
                Vocabulary.SITE_LINKS,
                links(link(60, 100, "seattle", "leeds"), link(30, 100, "leeds", "genoa")));
    // When // Then
    assertThat(time(spec, "seattle", "genoa")).isEqualTo(minutes(90).plus(HOPS.multipliedBy(3)));
    assertThat(time(spec, "genoa", "leeds")).isEqualTo(minutes(30).plus(HOPS.multipliedBy(2)));
    assertThat(time(spec, "leeds", "leeds")).isEqualTo(HOPS);
    assertThat(worst(spec, "leeds")).isEqualTo(minutes(60).plus(HOPS.multipliedBy(2)));
  }

  @Test
  void theCheapestChainIsTakenAndOfEquallyCheapOnesTheSlowest() {
    // Given
    Entity cheaper =
        spec("a", "b", "c")
            .with(
                Vocabulary.SITE_LINKS,
                links(link(15, 300, "a", "c"), link(60, 100, "a", "b"), link(60, 100, "b", "c")));
    Entity equal =
        spec("a", "b", "c")
            .with(
                Vocabulary.SITE_LINKS,
                links(link(15, 200, "a", "c"), link(60, 100, "a", "b"), link(60, 100, "b", "c")));
    Entity dearer =
        spec("a", "b", "c")
            .with(
                Vocabulary.SITE_LINKS,
                links(link(15, 199, "a", "c"), link(60, 100, "a", "b"), link(60, 100, "b", "c")));
    // When // Then
    assertThat(time(cheaper, "a", "c")).isEqualTo(minutes(120).plus(HOPS.multipliedBy(3)));
    assertThat(time(equal, "a", "c")).isEqualTo(minutes(120).plus(HOPS.multipliedBy(3)));
    assertThat(time(dearer, "a", "c")).isEqualTo(minutes(15).plus(HOPS.multipliedBy(2)));
  }

  @Test
  void aLinkOfManySitesIsCrossedOnce() {
    // Given
    Entity spec =
        spec("a", "b", "c", "d")
            .with(Vocabulary.SITE_LINKS, links(link(30, 100, "a", "b", "c", "d")));
    // When // Then
    assertThat(worst(spec, "a")).isEqualTo(minutes(30).plus(HOPS.multipliedBy(2)));
  }

  @Test
  void anIntervalIsFifteenMinutesAtLeastAndThreeHoursWhereActiveDirectoryDecides() {
    // Given
    Entity short5 = spec("a", "b").with(Vocabulary.SITE_LINKS, links(link(5, 100, "a", "b")));
    Entity unset = spec("a", "b").with(Vocabulary.SITE_LINKS, links(link(null, null, "a", "b")));
    // When // Then
    assertThat(time(short5, "a", "b")).isEqualTo(minutes(15).plus(HOPS.multipliedBy(2)));
    assertThat(time(unset, "a", "b")).isEqualTo(minutes(180).plus(HOPS.multipliedBy(2)));
  }

  @Test
  void whatSetupLeavesIsNotPresumedOfAnExport() {
    // Given
    Entity pair =
        spec("a", "b")
            .with(Vocabulary.DEFAULTS, Defaults.NONE)
            .with(Vocabulary.SITE_LINKS, links(link(null, null, "a", "b")));
    Entity withoutCosts =
        spec("a", "b", "c")
            .with(Vocabulary.DEFAULTS, Defaults.NONE)
            .with(
                Vocabulary.SITE_LINKS,
                links(
                    link(15, null, "a", "c"), link(60, null, "a", "b"), link(60, null, "b", "c")));
    // When // Then
    assertThat(unsaid(pair, "a")).isEqualTo("spec.siteLinks[a,b].replicationInterval");
    assertThat(unsaid(withoutCosts, "a")).isEqualTo("spec.siteLinks[a,b].cost");
  }

  @Test
  void costsAreNeededOnlyWhereThereIsAChoice() {
    // Given
    Entity chain =
        spec("a", "b", "c")
            .with(Vocabulary.DEFAULTS, Defaults.NONE)
            .with(Vocabulary.SITE_LINKS, links(link(60, null, "a", "b"), link(60, null, "b", "c")));
    // When // Then
    assertThat(worst(chain, "a")).isEqualTo(minutes(120).plus(HOPS.multipliedBy(3)));
  }

  @Test
  void theTimeBetweenSitesThatNoLinkJoinsIsUnsaid() {
    // Given
    Entity apart = spec("a", "b", "c").with(Vocabulary.SITE_LINKS, links(link(60, 100, "a", "b")));
    // When // Then
    assertThat(unsaid(apart, "a")).isEqualTo("spec.siteLinks");
    assertThat(unsaid(spec("a", "b"), "a")).isEqualTo("spec.siteLinks");
    assertThat(time(apart, "a", "b")).isEqualTo(minutes(60).plus(HOPS.multipliedBy(2)));
    assertThat(known(apart, "a", Duration.ofDays(9))).isEqualTo(Holds.UNSAID);
    assertThat(known(spec("a", "b"), "a", Duration.ofDays(9))).isEqualTo(Holds.UNSAID);
  }

  @Test
  void aSiteWithoutExchangeServersNeedNotLearnOfAChangeButMayPassItOn() {
    // Given
    Entity spec =
        spec("a", "b")
            .with(Vocabulary.SITES, "between", Entity.named(Vocabulary.SITE, "between"))
            .with(Vocabulary.SITES, "apart", Entity.named(Vocabulary.SITE, "apart"))
            .with(
                Vocabulary.SITE_LINKS,
                links(link(60, 100, "a", "between"), link(60, 100, "b", "between")));
    // When // Then
    assertThat(worst(spec, "a")).isEqualTo(minutes(120).plus(HOPS.multipliedBy(3)));
    assertThat(known(spec, "apart", Duration.ofDays(9))).isEqualTo(Holds.UNSAID);
  }

  @Test
  void aChangeIsKnownEverywhereOnceTheWorstTimeIsOver() {
    // Given
    Entity spec = spec("a", "b").with(Vocabulary.SITE_LINKS, links(link(60, 100, "a", "b")));
    Duration worst = worst(spec, "a");
    // When // Then
    assertThat(known(spec, "a", worst.minusSeconds(1))).isEqualTo(Holds.NO);
    assertThat(known(spec, "a", worst)).isEqualTo(Holds.YES);
    assertThat(known(spec, "a", Duration.ofDays(9))).isEqualTo(Holds.YES);
  }

  @Test
  void aChangeOfThisMinuteIsKnownNowhereElseWhateverTheLinks() {
    assertThat(known(spec("a", "b"), "a", HOPS.minusSeconds(1))).isEqualTo(Holds.NO);
    assertThat(known(spec("a"), "a", HOPS.minusSeconds(1))).isEqualTo(Holds.NO);
    assertThat(known(spec("a"), "a", HOPS)).isEqualTo(Holds.YES);
  }

  @Test
  void aPlaceIsUnsettledUntilTheFarthestSiteKnows() {
    // Given
    Organization organization =
        organization(spec("a", "b").with(Vocabulary.SITE_LINKS, links(link(60, 100, "a", "b"))));
    Replication replication = Replication.of(organization);
    Server server = organization.serverNamed("CAS-a").orElseThrow();
    // When // Then
    assertThat(replication.unsettledUntil(server, EIGHT))
        .contains(EIGHT.plus(minutes(60)).plus(HOPS.multipliedBy(2)));
    assertThat(replication.unsettledUntil(organization, EIGHT)).isEmpty();
  }

  @Test
  void nothingIsUnsettledWhereThereIsOneSiteOrTheTimeIsUnsaid() {
    // Given
    Organization one = organization(spec("a"));
    Organization two = organization(spec("a", "b"));
    // When // Then
    assertThat(Replication.of(one).unsettledUntil(one.sites().getFirst(), EIGHT)).isEmpty();
    assertThat(Replication.of(two).unsettledUntil(two.sites().getFirst(), EIGHT)).isEmpty();
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Duration time(Entity spec, String one, String other) {
    Organization organization = organization(spec);
    return Replication.of(organization)
        .between(
            organization.siteNamed(one).orElseThrow(), organization.siteNamed(other).orElseThrow())
        .toOptional()
        .orElseThrow();
  }

  private static Duration worst(Entity spec, String from) {
    return everySite(spec, from).toOptional().orElseThrow();
  }

  private static @Nullable String unsaid(Entity spec, String from) {
    return everySite(spec, from) instanceof Known.Unsaid<Duration>(Path what)
        ? what.toString()
        : null;
  }

  private static Known<Duration> everySite(Entity spec, String from) {
    Organization organization = organization(spec);
    return Replication.of(organization).toEverySite(organization.siteNamed(from).orElseThrow());
  }

  private static Holds known(Entity spec, String from, Duration since) {
    Organization organization = organization(spec);
    return Replication.of(organization)
        .isKnownEverywhere(organization.siteNamed(from).orElseThrow(), since);
  }

  private static Organization organization(Entity spec) {
    return Organization.of(new Topology("example", spec));
  }

  private static Entity spec(String... sites) {
    Entity spec = Entity.named(Vocabulary.SPEC, "");
    for (String site : sites) {
      Entity server = Entity.named(Vocabulary.SERVER, "CAS-" + site);
      spec =
          spec.with(
              Vocabulary.SITES,
              site,
              Entity.named(Vocabulary.SITE, site).with(Vocabulary.SERVERS, server.name(), server));
    }
    return spec;
  }

  private static SortedMap<String, Entity> links(Entity... links) {
    SortedMap<String, Entity> all = Entity.items();
    for (Entity link : links) {
      all.put(link.name(), link);
    }
    return all;
  }

  private static Entity link(@Nullable Integer minutes, @Nullable Integer cost, String... sites) {
    String identity = SiteLink.identity(List.of(sites));
    Entity link =
        Entity.named(Vocabulary.SITE_LINK, identity)
            .with(Vocabulary.LINKED_SITES, new TreeSet<>(List.of(sites)));
    if (minutes != null) {
      link = link.with(Vocabulary.REPLICATION_INTERVAL, Duration.ofMinutes(minutes));
    }
    return cost == null ? link : link.with(Vocabulary.COST, cost);
  }
}
