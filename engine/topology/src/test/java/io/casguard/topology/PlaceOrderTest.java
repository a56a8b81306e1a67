package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceOrderTest {
  /// Names of which one begins like another, where `.` and `[` in a path come before or after what
  /// goes on.
  private static final List<String> NAMES = List.of("a", "A-1", "a_1", "ab", "b.c", "a 2");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void placesAreInTheOrderOfTheirPaths(long seed) {
    // Given
    List<Place> places = new ArrayList<>(places(organization()));
    List<String> paths = places.stream().map(place -> place.path().folded()).sorted().toList();
    Collections.shuffle(places, new Random(seed));
    // When
    places.sort(Place.BY_PATH);
    // Then
    assertThat(places).extracting(place -> place.path().folded()).isEqualTo(paths);
  }

  private static List<Place> places(Organization organization) {
    return Stream.of(
            Stream.of(organization),
            organization.sites().stream(),
            organization.servers().stream(),
            Stream.of(DirectoryKind.values()).flatMap(organization::directories),
            organization.servers().stream()
                .flatMap(
                    server ->
                        Stream.of(Vocabulary.OUTLOOK_ANYWHERE_KEY, Vocabulary.POP3)
                            .map(key -> Part.of(server, key))))
        .<Place>flatMap(some -> some)
        .toList();
  }

  private static Organization organization() {
    SortedMap<String, Entity> sites = Entity.items();
    for (String site : NAMES) {
      SortedMap<String, Entity> servers = Entity.items();
      for (String server : NAMES) {
        servers.put(
            site + server,
            Entity.named(Vocabulary.SERVER, site + server)
                .with(Vocabulary.ROLES, new TreeSet<>(List.of(Role.CLIENT_ACCESS)))
                .with(Vocabulary.OWA_DIRECTORIES, "", directory(""))
                .with(Vocabulary.OWA_DIRECTORIES, "second.one", directory("second.one")));
      }
      sites.put(site, Entity.named(Vocabulary.SITE, site).with(Vocabulary.SERVERS, servers));
    }
    return Organization.of(
        new Topology("acme", Entity.named(Vocabulary.SPEC, "").with(Vocabulary.SITES, sites)));
  }

  private static Entity directory(String name) {
    Entity directory = Entity.named(Vocabulary.OWA, name);
    return name.isEmpty() ? directory : directory.with(Vocabulary.NAME, name);
  }
}
