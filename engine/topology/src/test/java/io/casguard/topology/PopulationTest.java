package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PopulationTest {
  @ParameterizedTest
  @EnumSource
  void everybodyUsesWhatIsSwitchedOn(Protocol protocol) {
    // When
    Population staff = population(staff().with(Vocabulary.COUNT, 40));

    // Then
    assertThat(staff.mayUse(protocol)).isEqualTo(Holds.YES);
    assertThat(staff.users(protocol)).isEqualTo(new Known.Value<>(40));
  }

  @Test
  void aSwitchThatIsOffLeavesNobody() {
    // When
    Population staff =
        population(
            staff()
                .with(Vocabulary.COUNT, 40)
                .with(Vocabulary.OWA_ENABLED, false)
                .with(Vocabulary.ACTIVE_SYNC_ENABLED, false)
                .with(Vocabulary.POP_ENABLED, false)
                .with(Vocabulary.IMAP_ENABLED, false)
                .with(Vocabulary.MAPI_BLOCK_OUTLOOK_RPC_HTTP, true));

    // Then
    assertThat(List.of(Protocol.values()))
        .filteredOn(protocol -> staff.mayUse(protocol) == Holds.NO)
        .containsExactly(
            Protocol.OWA,
            Protocol.ACTIVE_SYNC,
            Protocol.OUTLOOK_ANYWHERE,
            Protocol.POP3,
            Protocol.IMAP4)
        .allSatisfy(protocol -> assertThat(staff.users(protocol)).isEqualTo(new Known.Value<>(0)));
  }

  @Test
  void withoutMapiThereIsNoOutlookAnywhere() {
    assertThat(
            population(staff().with(Vocabulary.MAPI_ENABLED, false))
                .mayUse(Protocol.OUTLOOK_ANYWHERE))
        .isEqualTo(Holds.NO);
  }

  @Test
  void aStatedListCountsAndWhatItLeavesOutIsUsedByNobody() {
    // Given
    TreeMap<String, Integer> counts = new TreeMap<>();
    counts.put(Protocol.OWA.key(), 900);

    // When
    Population staff =
        population(staff().with(Vocabulary.COUNT, 1200).with(Vocabulary.PROTOCOLS, counts));
    Population none = population(staff().without(Vocabulary.PROTOCOLS));

    // Then
    assertThat(staff.users(Protocol.OWA)).isEqualTo(new Known.Value<>(900));
    assertThat(staff.users(Protocol.ACTIVE_SYNC)).isEqualTo(new Known.Value<>(0));
    assertThat(none.users(Protocol.OWA)).isEqualTo(new Known.Value<>(0));
  }

  @Test
  void peopleThatNobodyCountedAreUnsaid() {
    assertThat(population(staff()).users(Protocol.OWA))
        .isEqualTo(new Known.Unsaid<>(Path.SPEC.key("users").item("staff").key("count")));
  }

  @Test
  void peopleComeFromEverywhereUntilSomebodySaysWhere() {
    // Given
    TreeSet<String> leeds = new TreeSet<>(List.of("LEEDS"));
    TreeSet<String> outside = new TreeSet<>(List.of("Internet"));

    // When
    Population anywhere = population(staff());
    Population inside = population(staff().with(Vocabulary.POPULATION_FROM, leeds));
    Population away = population(staff().with(Vocabulary.POPULATION_FROM, outside));

    // Then
    assertThat(anywhere.comesFrom(Network.INTERNET)).isTrue();
    assertThat(anywhere.comesFrom(Network.INTRANET)).isTrue();
    assertThat(anywhere.clientSites()).isEmpty();
    assertThat(inside.comesFrom(Network.INTERNET)).isFalse();
    assertThat(inside.clientSites()).extracting(Site::name).containsExactly("leeds");
    assertThat(away.comesFrom(Network.INTRANET)).isFalse();
    assertThat(away.clientSites()).isEmpty();
  }

  private static Entity staff() {
    return Entity.named(Vocabulary.POPULATION, "staff").with(Vocabulary.MAILBOX_SERVER, "mbx1");
  }

  private static Population population(Entity stated) {
    Entity leeds =
        Entity.named(Vocabulary.SITE, "leeds")
            .with(Vocabulary.SERVERS, "MBX1", Entity.named(Vocabulary.SERVER, "MBX1"));
    Entity spec =
        Entity.named(Vocabulary.SPEC, "")
            .with(Vocabulary.SITES, "leeds", leeds)
            .with(Vocabulary.USERS, "staff", stated);
    return Organization.of(new Topology("contoso", spec)).populations().getFirst();
  }
}
