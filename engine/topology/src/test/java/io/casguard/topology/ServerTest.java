package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServerTest {
  private static final Entity NAMED = Entity.named(Vocabulary.SERVER, "LEE-EX1");
  private static final Version EXCHANGE_2003 = new Version(6, 5, 7638, 2);

  @Test
  void rolesLeftOutFollowFromTheDirectories() {
    assertThat(server(NAMED).roles()).isEqualTo(roles(Role.MAILBOX));
    assertThat(server(owa(Entity.named(Vocabulary.OWA, ""))).roles())
        .isEqualTo(roles(Role.CLIENT_ACCESS));
    assertThat(server(NAMED.without(Vocabulary.OWA_DIRECTORIES)).roles())
        .isEqualTo(roles(Role.CLIENT_ACCESS));
    assertThat(
            server(
                    NAMED.with(
                        Vocabulary.OUTLOOK_ANYWHERE_KEY,
                        Entity.named(Vocabulary.OUTLOOK_ANYWHERE, "")))
                .roles())
        .isEqualTo(roles(Role.CLIENT_ACCESS));
  }

  @Test
  void a2003ServerHasNoRolesAndNoSite() {
    // When
    Server server = server(NAMED.with(Vocabulary.VERSION, EXCHANGE_2003));

    // Then
    assertThat(server.roles()).isEqualTo(new Known.Absent<>());
    assertThat(server.location()).isEqualTo(new Known.Absent<>());
    assertThat(server.is(Role.CLIENT_ACCESS)).isEqualTo(Holds.NO);
  }

  @Test
  void theSiteOfANewerServerOutsideTheSitesIsUnsaid() {
    assertThat(server(NAMED).location()).isInstanceOf(Known.Unsaid.class);
  }

  @ParameterizedTest
  @EnumSource
  void aClientAccessServerHasEveryDirectoryThatIsNotStatedToBeMissing(DirectoryKind kind) {
    // Given
    Entity cas = NAMED.with(Vocabulary.ROLES, new TreeSet<>(List.of(Role.CLIENT_ACCESS)));

    // When
    Server whole = server(cas);
    Server missing = server(cas.without(Vocabulary.directoriesOf(kind)));

    // Then
    assertThat(whole.directories(kind).toOptional().orElseThrow())
        .singleElement()
        .hasToString("LEE-EX1\\" + kind.defaultName());
    assertThat(missing.directories(kind)).isEqualTo(new Known.Absent<>());
    assertThat(missing.publishes(kind)).isEqualTo(Holds.NO);
    assertThat(server(NAMED).directories(kind)).isEqualTo(new Known.Absent<>());
  }

  @Test
  void aVersionThatNobodyKnowsLeavesNothingToSetup() {
    // Given
    Entity url = Entity.named(Vocabulary.OWA, "");

    // When
    Server server = server(owa(url).without(Vocabulary.VERSION));

    // Then
    assertThat(server.version()).isEqualTo(new Known.Absent<>());
    assertThat(server.is2007()).isEqualTo(Holds.NO);
    assertThat(server.directories(DirectoryKind.OWA).toOptional().orElseThrow().getFirst())
        .extracting(directory -> directory.get(Vocabulary.FORMS_AUTHENTICATION))
        .isInstanceOf(Known.Unsaid.class);
    assertThat(server.get(Vocabulary.AVAILABLE)).isInstanceOf(Known.Unsaid.class);
  }

  @Test
  void theFullNameIsMadeFromTheDomainInLowerCase() {
    assertThat(server(NAMED).fqdn()).isEqualTo(new Known.Value<>("lee-ex1.contoso.com"));
    assertThat(server(NAMED.with(Vocabulary.FQDN, "EX1.Contoso.com")).fqdn())
        .isEqualTo(new Known.Value<>("ex1.contoso.com"));
    assertThat(server(NAMED.without(Vocabulary.FQDN)).fqdn()).isEqualTo(new Known.Absent<>());
  }

  private static Entity owa(Entity directory) {
    return NAMED.with(Vocabulary.OWA_DIRECTORIES, "", directory);
  }

  private static Known<SortedSet<Role>> roles(Role role) {
    return new Known.Value<>(new TreeSet<>(List.of(role)));
  }

  private static Server server(Entity stated) {
    Entity spec =
        Entity.named(Vocabulary.SPEC, "")
            .with(Vocabulary.DOMAIN, "Contoso.com")
            .with(Vocabulary.SERVERS_WITHOUT_SITE, "LEE-EX1", stated);
    return Organization.of(new Topology("contoso", spec)).servers().getFirst();
  }
}
