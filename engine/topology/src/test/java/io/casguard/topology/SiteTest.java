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
  void aSiteFacesTheInternetWhereItIsStatedOrInferred() {
    // Given
    Entity named = Entity.named(Vocabulary.SITE, "leeds");
    Entity owa =
        Entity.named(Vocabulary.OWA, "")
            .with(Vocabulary.EXTERNAL_URL, new Url("https://leeds.example.com/owa"));
    Entity publishing =
        named.with(
            Vocabulary.SERVERS, "LEE-CAS1", LEEDS_SERVER.with(Vocabulary.OWA_DIRECTORIES, "", owa));

    // When
    Facing stated = facing(publishing.with(Vocabulary.INTERNET_FACING, false), true);
    Facing inferred = facing(publishing, true);
    Facing empty = facing(named, true);
    Facing open = facing(named.with(Vocabulary.SERVERS, "LEE-CAS1", LEEDS_SERVER), false);

    // Then
    assertThat(stated).isEqualTo(new Facing(Holds.NO, false));
    assertThat(stated.isStatedNo()).isTrue();
    assertThat(inferred).isEqualTo(new Facing(Holds.YES, true));
    assertThat(inferred.isYes()).isTrue();
    assertThat(inferred.isStatedYes()).isFalse();
    assertThat(empty).isEqualTo(new Facing(Holds.NO, true));
    assertThat(empty.isStatedNo()).isFalse();
    assertThat(open).isEqualTo(new Facing(Holds.UNSAID, true));
  }

  @Test
  void whatIsWantedIsStatedOrImpliedOrUnset() {
    // Given
    TreeMap<String, Intent> intent = new TreeMap<>();
    intent.put("activeSync", Intent.REDIRECT);
    Entity named = Entity.named(Vocabulary.SITE, "leeds");

    // When
    Site inside =
        organization(named.with(Vocabulary.INTERNET_FACING, false), true).sites().getFirst();
    Site wished = organization(named.with(Vocabulary.SITE_INTENT, intent), true).sites().getFirst();

    // Then
    assertThat(inside.intended(Protocol.EWS)).isEqualTo(new Intended.ImpliedProxy());
    assertThat(inside.intended(Protocol.EWS).isProxy()).isTrue();
    assertThat(wished.intended(Protocol.ACTIVE_SYNC))
        .isEqualTo(new Intended.Stated(Intent.REDIRECT));
    assertThat(wished.intended(Protocol.ACTIVE_SYNC).isRedirect()).isTrue();
    assertThat(wished.intended(Protocol.OWA)).isEqualTo(new Intended.Unset());
    assertThat(wished.intended(Protocol.OWA).isProxy()).isFalse();
    assertThat(wished.intended(Protocol.OWA).isRedirect()).isFalse();
  }

  private static Facing facing(Entity site, boolean setup) {
    return organization(site, setup).sites().getFirst().facing();
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
