package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TopologyTest {
  @Test
  void namesCompareWithoutCaseInTheDigest() {
    assertThat(topology(server("LEE1"))).isEqualTo(topology(server("lee1")));
    assertThat(topology(server("LEE1")).digest()).isNotEqualTo(topology(server("LEE2")).digest());
  }

  @Test
  void aNameThatSaysNullIsNotNothing() {
    assertThat(topology(server("A").with(Vocabulary.FQDN, "null")))
        .isNotEqualTo(topology(server("A").without(Vocabulary.FQDN)));
    assertThat(topology(server("A"))).isNotEqualTo(topology(server("A").without(Vocabulary.FQDN)));
  }

  @Test
  void aNameWithACommaIsNotTwoNames() {
    assertThat(topology(server("A").with(Vocabulary.HOTFIXES, names("a, b"))))
        .isNotEqualTo(topology(server("A").with(Vocabulary.HOTFIXES, names("a", "b"))));
  }

  @Test
  void durationsHaveOneSpelling() {
    assertThat(CanonicalForm.text(Types.DURATION, Duration.ofHours(3))).isEqualTo("180m");
    assertThat(Types.DURATION.read("180m")).isEqualTo(Types.DURATION.read("3h"));
    assertThat(Types.DURATION.read("PT3H")).isEqualTo(Types.DURATION.read("3h"));
  }

  @Test
  void addressesHaveOneSpelling() {
    assertThat(Types.ADDRESS_OF_HOST.read("2001:DB8::1"))
        .isEqualTo(Types.ADDRESS_OF_HOST.read("2001:db8:0:0:0:0:0:1"));
    assertThat(Types.ADDRESS_OF_HOST.read("300.1.1.1")).isInstanceOf(Parsed.Refused.class);
  }

  @Test
  void aThingThatCameWholeIsOneChangeAndAKeyIsOne() {
    // Given
    Topology before = topology(server("A").with(Vocabulary.ROLLUP, 1), server("B"));
    Topology after =
        topology(
            server("a").with(Vocabulary.ROLLUP, 2).with(Vocabulary.AVAILABLE, false), server("C"));

    // When
    List<Change> changes = Difference.between(before, after);

    // Then
    assertThat(changes)
        .extracting(Change::toString)
        .containsExactly(
            "+ spec.servers.A.available: false",
            "~ spec.servers.A.rollup: 1 -> 2",
            "- spec.servers.B: server",
            "+ spec.servers.C: server");
    assertThat(Difference.between(before, before)).isEmpty();
  }

  @Test
  void underNoDefaultsWhatIsNotStatedIsUnsaid() {
    // Given
    Entity cas = server("A").with(Vocabulary.ROLES, new TreeSet<>(List.of(Role.CLIENT_ACCESS)));
    Server setup = Organization.of(topology(cas)).servers().getFirst();
    Topology bare = topology(cas);
    Server none =
        Organization.of(new Topology("a", bare.spec().with(Vocabulary.DEFAULTS, Defaults.NONE)))
            .servers()
            .getFirst();

    // When // Then
    assertThat(setup.version()).isEqualTo(new Known.Value<>(Version.EXCHANGE_2007_SP3));
    assertThat(none.version()).isInstanceOf(Known.Unsaid.class);
    assertThat(none.directories(DirectoryKind.OWA)).isInstanceOf(Known.Unsaid.class);
    assertThat(none.get(Vocabulary.AVAILABLE)).isInstanceOf(Known.Unsaid.class);
  }

  private static Topology topology(Entity... servers) {
    SortedMap<String, Entity> all = Entity.items();
    for (Entity server : servers) {
      all.put(server.name(), server);
    }
    return new Topology(
        "a", Entity.named(Vocabulary.SPEC, "").with(Vocabulary.SERVERS_WITHOUT_SITE, all));
  }

  private static Entity server(String name) {
    return Entity.named(Vocabulary.SERVER, name);
  }

  private static SortedSet<String> names(String... names) {
    return new TreeSet<>(List.of(names));
  }
}
