package io.casguard.topologies.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.accesspaths.DeviceVersion;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.UserClass;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The user classes are disjoint, and together they are the people that the topology states:
/// compared with a census that shares no code with them. `-Doracle.classes=100000` tries more.
class CensusTest {
  private static final long TOPOLOGIES = Long.getLong("oracle.classes", 1000);

  @Test
  void everyStatedPersonIsInExactlyOneFirstClassAndNobodyElseIs() {
    LongStream.range(0, TOPOLOGIES)
        .parallel()
        .forEach(
            seed -> {
              // Given
              Organization organization = Organization.of(new RandomOrganization(seed).topology());

              // When
              Matrix matrix = Matrix.of(organization);

              // Then
              check("seed " + seed, organization, matrix);
            });
  }

  private static void check(String seed, Organization organization, Matrix matrix) {
    assertThat(matrix.outside()).as(seed).allMatch(outside -> !outside.why().isBlank());
    assertThat(matrix.notOffered())
        .as(seed)
        .noneMatch(protocol -> Census.isOffered(organization, protocol));
    List<UserClass> classes =
        Stream.concat(
                matrix.rows().stream().map(Matrix.Row::userClass),
                matrix.outside().stream().map(Matrix.Outside::userClass))
            .toList();
    assertThat(classes.stream().map(UserClass::key)).as(seed).doesNotHaveDuplicates();

    Map<Census.People, Census.Stated> expected = new HashMap<>(Census.of(organization));
    expected
        .entrySet()
        .removeIf(
            one -> one.getValue().maybe() && matrix.notOffered().contains(one.getKey().protocol()));
    Map<Census.People, List<UserClass>> found =
        classes.stream().collect(Collectors.groupingBy(CensusTest::people));
    assertThat(found.keySet()).as(seed).isEqualTo(expected.keySet());
    found.forEach(
        (people, theirs) ->
            check(
                seed + ": " + people,
                Optional.ofNullable(expected.get(people)).orElseThrow(),
                theirs));
  }

  private static void check(String people, Census.Stated stated, List<UserClass> classes) {
    assertThat(
            classes.stream().map(it -> it.clientSite().map(Site::name)).collect(Collectors.toSet()))
        .as(people + " are in these sites")
        .isEqualTo(stated.sites());
    List<UserClass> first = classes.stream().filter(UserClass::first).toList();
    assertThat(first.stream().map(UserClass::device))
        .as(people + " are counted once for each kind of device")
        .containsExactlyInAnyOrderElementsOf(devices(classes));
    if (classes.stream().allMatch(it -> it.contradiction().isEmpty())) {
      assertThat(sum(first)).as(people + " add up").isEqualTo(stated.count());
    }
    classes.stream()
        .filter(it -> it.door().isEmpty())
        .forEach(
            outside ->
                assertThat(
                        classes.stream()
                            .filter(it -> it.device().equals(outside.device()))
                            .filter(it -> it.clientSite().equals(outside.clientSite())))
                    .as(people + " have a door or none")
                    .hasSize(1));
  }

  private static Set<Optional<DeviceVersion>> devices(List<UserClass> classes) {
    return classes.stream().map(UserClass::device).collect(Collectors.toSet());
  }

  /// Empty where one of them is uncounted.
  private static Optional<Integer> sum(List<UserClass> classes) {
    int sum = 0;
    for (UserClass one : classes) {
      if (!(one.users() instanceof Known.Value<Integer>(Integer users))) {
        return Optional.empty();
      }
      sum += users;
    }
    return Optional.of(sum);
  }

  private static Census.People people(UserClass userClass) {
    return new Census.People(userClass.mailbox().name(), userClass.protocol(), userClass.from());
  }
}
