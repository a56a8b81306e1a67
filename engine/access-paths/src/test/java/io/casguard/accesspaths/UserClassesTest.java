package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.example;
import static io.casguard.accesspaths.Topologies.organization;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserClassesTest {
  private static final String UNPUBLISHED =
      """
      domain: contoso.com
      sites:
        seattle: {servers: {SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://mail.contoso.com/owa'}}, SEA-MBX1: {roles: [Mailbox]}}}
        leeds: {internetFacing: false, servers: {LEE-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://leeds.contoso.com/owa'}}, LEE-MBX1: {roles: [Mailbox]}}}
        york: {servers: {YOR-MBX1: {roles: [Mailbox]}}}
      """;

  static Stream<Organization> organizations() {
    return Stream.of(
        example("contoso/contoso.yaml"),
        example("redirection/fabrikam.yaml"),
        organization(UNPUBLISHED),
        organization("{}"),
        organization("users: [{name: homeless, count: 3}]"));
  }

  @ParameterizedTest
  @MethodSource("organizations")
  void classesAreDisjoint(Organization organization) {
    List<UserClass> classes = UserClasses.of(organization, Protocol.OWA);

    assertThat(classes).extracting(UserClass::key).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("organizations")
  void everybodyIsInAClassAndCountedOnceOnEachNetwork(Organization organization) {
    Map<String, Integer> counted = new HashMap<>();

    for (UserClass users : UserClasses.of(organization, Protocol.OWA)) {
      counted.merge(users.people(), users.first() ? 1 : 0, Integer::sum);
    }

    assertThat(counted.values()).allMatch(times -> times == 1);
    organization
        .populations()
        .forEach(
            population ->
                assertThat(counted.keySet())
                    .anyMatch(key -> key.contains(population.name().toLowerCase(Locale.ROOT))));
  }

  @Test
  void whereNothingIsPublishedAnExternalUrlIsADoorUnlessItsSiteFacesInwards() {
    List<UserClass> classes = UserClasses.of(organization(UNPUBLISHED), Protocol.OWA);

    assertThat(classes)
        .filteredOn(users -> users.from() == Network.INTERNET)
        .extracting(users -> users.door().map(Door::name).orElse("-"))
        .containsOnly("SEA-CAS1");
  }

  @Test
  void aClientInsideUsesItsOwnSiteFirstAndOthersOnlyWithoutOne() {
    List<UserClass> classes = UserClasses.of(organization(UNPUBLISHED), Protocol.OWA);

    assertThat(doorsInside(classes, "LEE-MBX1")).containsExactly("LEE-CAS1");
    assertThat(doorsInside(classes, "YOR-MBX1")).containsExactlyInAnyOrder("SEA-CAS1", "LEE-CAS1");
  }

  private static List<String> doorsInside(List<UserClass> classes, String mailbox) {
    return classes.stream()
        .filter(users -> users.from() == Network.INTRANET && users.mailbox().name().equals(mailbox))
        .map(users -> users.door().orElseThrow().name())
        .toList();
  }

  @Test
  void aPopulationInSeveralSitesIsCountedInItsOwn() {
    List<UserClass> counted =
        UserClasses.of(example("contoso/contoso.yaml"), Protocol.OWA).stream()
            .filter(users -> users.mailbox().name().equals("leeds-staff"))
            .filter(users -> users.from() == Network.INTRANET && users.first())
            .toList();

    assertThat(counted).hasSize(1);
    assertThat(counted.getFirst().clientSite().orElseThrow().name()).isEqualTo("leeds");
    assertThat(counted.getFirst().users()).isEqualTo(new Known.Value<>(900));
  }

  @Test
  void nobodyCountedMeansUnsaidAndNotZero() {
    List<UserClass> classes = UserClasses.of(organization(UNPUBLISHED), Protocol.OWA);

    assertThat(classes).allMatch(users -> users.users() instanceof Known.Unsaid<Integer>);
  }

  private static List<UserClass> devices(String count, String devices) {
    return UserClasses.of(
        organization(
            """
            sites: {hq: {servers: {CAS1: {roles: [ClientAccess]}, MBX1: {roles: [Mailbox]}}}}
            publishing: {mail.contoso.com: {from: [internet], servers: [CAS1]}}
            users: [{name: staff, mailboxServer: MBX1, from: [internet]%s, devices: {%s}}]
            """
                .formatted(count, devices)),
        Protocol.ACTIVE_SYNC);
  }

  private static List<String> shares(List<UserClass> classes) {
    return classes.stream()
        .map(
            users ->
                users.device().map(DeviceVersion::toString).orElse("unsaid")
                    + ": "
                    + users.users().toOptional().map(String::valueOf).orElse("uncounted"))
        .toList();
  }

  @Test
  void devicesDivideAPopulationByVersionAndLeaveTheRestOfUnsaidVersion() {
    List<UserClass> classes = devices(", count: 100", "'12.1': 60, '2.5': 30");

    assertThat(shares(classes)).containsExactly("2.5: 30", "12.1: 60", "unsaid: 10");
    assertThat(classes).allMatch(users -> users.contradiction().isEmpty() && users.first());
    assertThat(classes).extracting(UserClass::key).doesNotHaveDuplicates();
  }

  @Test
  void whereDevicesAreEverybodyThereIsNoRestAndWhereNobodyCountedTheRestIsUncounted() {
    assertThat(shares(devices(", count: 90", "'12.1': 60, '2.5': 30")))
        .containsExactly("2.5: 30", "12.1: 60");
    assertThat(shares(devices("", "'12.1': 60"))).containsExactly("12.1: 60", "unsaid: uncounted");
  }

  @Test
  void moreDevicesThanPeopleAreAContradictionThatIsNamed() {
    List<UserClass> classes =
        devices(", count: 100, protocols: {activeSync: 50}", "'12.1': 60, '2.5': 30");
    List<UserClass> nobody = devices(", count: 100, protocols: {owa: 50}", "'12.1': 60");

    assertThat(shares(classes)).containsExactly("2.5: 30", "12.1: 60");
    assertThat(classes)
        .allMatch(
            users ->
                users
                    .contradiction()
                    .orElseThrow()
                    .contains("staff states 90 devices for 50 people"));
    assertThat(nobody.getFirst().contradiction().orElseThrow()).contains("for 0 people");
  }

  @Test
  void aVersionThatIsNoneIsNamedAndItsDevicesCountAsOfUnsaidVersion() {
    List<UserClass> classes = devices(", count: 100", "'12.1': 60, WM6: 30");

    assertThat(shares(classes)).containsExactly("12.1: 60", "unsaid: 40");
    assertThat(classes)
        .allMatch(users -> users.contradiction().orElseThrow().contains("devices of WM6"));
  }

  @Test
  void theKeyOfAClassIsTheSameWhetherOrNotDevicesAreToldApart() {
    List<UserClass> without = devices(", count: 100", "");
    List<UserClass> with = devices(", count: 100", "'12.1': 60");

    assertThat(without)
        .extracting(UserClass::key)
        .containsExactly("activesync|staff|internet|-|mail.contoso.com");
    assertThat(with)
        .extracting(UserClass::key)
        .containsExactly(
            "activesync 12.1|staff|internet|-|mail.contoso.com",
            "activesync|staff|internet|-|mail.contoso.com");
  }

  @Test
  void devicesDivideNobodyWhoComesByAnotherProtocol() {
    Organization organization =
        organization(
            """
            sites: {hq: {servers: {CAS1: {roles: [ClientAccess]}, MBX1: {roles: [Mailbox]}}}}
            users: [{name: staff, mailboxServer: MBX1, count: 100, devices: {'12.1': 60}}]
            """);

    assertThat(UserClasses.of(organization, Protocol.OWA))
        .allMatch(users -> users.device().isEmpty())
        .allMatch(users -> users.users().equals(new Known.Value<>(100)));
  }
}
