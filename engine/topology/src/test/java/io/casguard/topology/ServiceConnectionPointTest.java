package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ServiceConnectionPointTest {
  private static final Url ADDRESS =
      new Url("https://a-cas1.example.com/Autodiscover/Autodiscover.xml");

  @Test
  void eachClientAccessServerHasOneHoweverManyDirectories() {
    // Given
    Organization organization =
        organization(
            directory("first"), directory("second").with(Vocabulary.SERVICE_INTERNAL_URI, ADDRESS));
    // When
    List<ServiceConnectionPoint> points = ServiceConnectionPoint.known(organization).toList();
    // Then
    assertThat(points)
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.get(Vocabulary.SERVICE_INTERNAL_URI))
                  .isEqualTo(new Known.Value<>(ADDRESS));
              assertThat(point.stating(Vocabulary.SERVICE_INTERNAL_URI).name()).isEqualTo("second");
            });
  }

  @Test
  void whatNoDirectoryStatesIsThatOfOneThatMayElseOfTheFirst() {
    // Given
    Entity empty = directory("first").without(Vocabulary.SITE_SCOPE);
    // When // Then
    assertThat(point(empty, directory("second")).stating(Vocabulary.SITE_SCOPE).name())
        .isEqualTo("second");
    assertThat(
            point(empty, directory("second").without(Vocabulary.SITE_SCOPE))
                .stating(Vocabulary.SITE_SCOPE)
                .name())
        .isEqualTo("first");
  }

  @Test
  void aScopeNamesSitesWithoutCase() {
    // Given
    Entity scoped = directory("first").with(Vocabulary.SITE_SCOPE, new TreeSet<>(List.of("A")));
    // When // Then
    assertThat(preferred(scoped, "a")).isEqualTo(Holds.YES);
    assertThat(preferred(scoped, "b")).isEqualTo(Holds.NO);
    assertThat(preferred(directory("first").without(Vocabulary.SITE_SCOPE), "a"))
        .isEqualTo(Holds.NO);
    assertThat(preferred(directory("first"), "a")).isEqualTo(Holds.UNSAID);
  }

  @Test
  void aServerWithoutADirectoryHasNone() {
    // Given
    Organization organization = organization();
    // When // Then
    assertThat(ServiceConnectionPoint.known(organization)).isEmpty();
    assertThatThrownBy(
            () -> new ServiceConnectionPoint(organization.servers().getFirst(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Holds preferred(Entity directory, String site) {
    ServiceConnectionPoint point = point(directory);
    return point.isPreferredIn(point.host().organization().siteNamed(site).orElseThrow());
  }

  private static ServiceConnectionPoint point(Entity... directories) {
    return ServiceConnectionPoint.known(organization(directories)).findFirst().orElseThrow();
  }

  private static Entity directory(String name) {
    return Entity.named(Vocabulary.AUTODISCOVER, name).with(Vocabulary.NAME, name);
  }

  /// Nothing but what a test states is said.
  private static Organization organization(Entity... directories) {
    SortedMap<String, Entity> all = Entity.items();
    for (Entity directory : directories) {
      all.put(directory.name(), directory);
    }
    Entity server =
        Entity.named(Vocabulary.SERVER, "A-CAS1")
            .with(Vocabulary.ROLES, new TreeSet<>(List.of(Role.CLIENT_ACCESS)))
            .with(Vocabulary.AUTODISCOVER_DIRECTORIES, all);
    SortedMap<String, Entity> servers = Entity.items();
    servers.put("A-CAS1", server);
    SortedMap<String, Entity> sites = Entity.items();
    sites.put("a", Entity.named(Vocabulary.SITE, "a").with(Vocabulary.SERVERS, servers));
    sites.put("b", Entity.named(Vocabulary.SITE, "b"));
    return Organization.of(
        new Topology(
            "contoso",
            Entity.named(Vocabulary.SPEC, "")
                .with(Vocabulary.DEFAULTS, Defaults.NONE)
                .with(Vocabulary.SITES, sites)));
  }
}
