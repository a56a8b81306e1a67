package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SiteTest {
  private static final Entity LEEDS_SERVER =
      Entity.named(Vocabulary.SERVER, "LEE-CAS1")
          .with(Vocabulary.ROLES, new TreeSet<>(List.of(Role.CLIENT_ACCESS)))
          .with(Vocabulary.VERSION, Version.EXCHANGE_2007_SP3);

  @Test
  void oneExternalUrlIsEnoughToPublish() {
    // Given
    Entity owa =
        Entity.named(Vocabulary.OWA, "")
            .with(Vocabulary.EXTERNAL_URL, new Url("https://leeds.example.com/owa"));
    // When
    Site leeds = leeds(LEEDS_SERVER.with(Vocabulary.OWA_DIRECTORIES, "", owa), false);
    // Then
    assertThat(leeds.publishes(DirectoryKind.OWA)).isEqualTo(Holds.YES);
    assertThat(leeds.publishes(DirectoryKind.ACTIVE_SYNC)).isEqualTo(Holds.UNSAID);
  }

  @Test
  void whatIsPublishedStaysOpenWhereTheDirectoryIsUnsaid() {
    // When
    Site leeds = leeds(LEEDS_SERVER, false);
    // Then
    assertThat(leeds.publishes(DirectoryKind.OWA)).isEqualTo(Holds.UNSAID);
    assertThat(leeds.isReachedByProxying(Protocol.OWA)).isEqualTo(Holds.UNSAID);
  }

  @Test
  void aSiteThatSetupLeftIsReachedByProxying() {
    // When
    Site leeds = leeds(LEEDS_SERVER, true);
    // Then
    assertThat(leeds.publishes(DirectoryKind.OWA)).isEqualTo(Holds.NO);
    assertThat(leeds.isReachedByProxying(Protocol.OWA)).isEqualTo(Holds.YES);
    assertThat(leeds.has2007(Role.CLIENT_ACCESS)).isEqualTo(Holds.YES);
    assertThat(leeds.has2007(Role.MAILBOX)).isEqualTo(Holds.NO);
  }

  @Test
  void aStatedIntentDecidesHowASiteIsReached() {
    // Given
    TreeMap<String, Intent> intent = new TreeMap<>();
    intent.put("owa", Intent.REDIRECT);
    Entity site =
        Entity.named(Vocabulary.SITE, "leeds")
            .with(Vocabulary.INTERNET_FACING, false)
            .with(Vocabulary.SITE_INTENT, intent);
    // When
    Site leeds = organization(site, true).sites().getFirst();
    // Then
    assertThat(leeds.isReachedByProxying(Protocol.OWA)).isEqualTo(Holds.NO);
    assertThat(leeds.isReachedByProxying(Protocol.ACTIVE_SYNC)).isEqualTo(Holds.YES);
  }

  @Test
  void aNameWithTheServersFirstLabelMayBeItsOwn() {
    // When
    Server server = leeds(LEEDS_SERVER, false).servers().getFirst();
    // Then
    assertThat(server.isNamed("lee-cas1")).isEqualTo(Holds.YES);
    assertThat(server.isNamed("lee-cas1.example.com")).isEqualTo(Holds.UNSAID);
    assertThat(server.isNamed("mail.example.com")).isEqualTo(Holds.NO);
  }

  @Test
  void peopleAreCountedOnlyWhereEveryPopulationIs() {
    // Given
    Entity counted = Entity.named(Vocabulary.POPULATION, "staff").with(Vocabulary.COUNT, 40);
    Entity uncounted = Entity.named(Vocabulary.POPULATION, "guests");
    // When
    Organization organization =
        Organization.of(
            new Topology(
                "example",
                Entity.named(Vocabulary.SPEC, "")
                    .with(Vocabulary.USERS, "staff", counted)
                    .with(Vocabulary.USERS, "guests", uncounted)));
    // Then
    assertThat(organization.users(Protocol.EWS, who -> who.name().equals("staff")))
        .isEqualTo(new Known.Value<>(40));
    assertThat(organization.users(Protocol.EWS, _ -> true)).isInstanceOf(Known.Unsaid.class);
    assertThat(organization.users(Protocol.EWS, _ -> false)).isInstanceOf(Known.Unsaid.class);
  }

  @Test
  void aPrivateNameIsNoneOfTheInternet() {
    assertThat(new Url("https://mail.example.com/owa").hasPublicName()).isTrue();
    assertThat(new Url("https://cas1.corp.local/owa").hasPublicName()).isFalse();
    assertThat(new Url("https://cas1/owa").hasPublicName()).isFalse();
    assertThat(new Url("https://192.0.2.7/owa").hasPublicName()).isFalse();
    assertThat(new Url("mail.example.com").hasPublicName()).isFalse();
  }

  private static Site leeds(Entity server, boolean setup) {
    return organization(
            Entity.named(Vocabulary.SITE, "leeds").with(Vocabulary.SERVERS, "LEE-CAS1", server),
            setup)
        .sites()
        .getFirst();
  }

  private static Organization organization(Entity site, boolean setup) {
    return Organization.of(
        new Topology(
            "example",
            Entity.named(Vocabulary.SPEC, "")
                .with(Vocabulary.DEFAULTS, setup ? Defaults.SETUP : Defaults.NONE)
                .with(Vocabulary.SITES, "leeds", site)));
  }
}
