package io.casguard.accesspaths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The table of Exchange ActiveSync over all facts.
class ActiveSyncTableTest {
  private static final Path PAGE = Path.of("../../docs/reference/access-paths/activesync.md");

  private static Decision decide(ActiveSyncFacts facts) {
    return ActiveSyncTable.decide(facts, ActiveSyncFactsSpace.FAILURES);
  }

  @Test
  void everyClauseOfTheTableDecidesAtLeastOnce() {
    Set<Clause> deciding = EnumSet.noneOf(Clause.class);

    ActiveSyncFactsSpace.all().forEach(facts -> deciding.add(decide(facts).clause()));

    assertThat(deciding)
        .containsExactlyInAnyOrder(
            Clause.S_5,
            Clause.A_2A,
            Clause.A_2B,
            Clause.A_3A,
            Clause.A_3B,
            Clause.A_3C,
            Clause.A_3D,
            Clause.A_4B,
            Clause.A_4C,
            Clause.A_4D,
            Clause.A_4E,
            Clause.A_4F,
            Clause.A_4G);
  }

  /// Where the conditions of two clauses hold at once, the order of the rows decides; each such
  /// pair has its reason.
  @Test
  void rowsThatOverlapAreOrderedByTheirClauses() {
    Map<String, String> justified =
        Map.of(
            "A-3b before A-3d",
            "an old device is not told an address, whether there is one or not",
            "A-4e before A-4b",
            "A-4b asks the servers of the site, of which A-4e says that there is none");
    Set<String> overlapping = new TreeSet<>();

    for (ActiveSyncFacts facts : ActiveSyncFactsSpace.all()) {
      List<Clause> applying = ActiveSyncFactsSpace.applying(facts);
      assertThat(decide(facts).clause()).isEqualTo(applying.getFirst());
      for (Clause later : applying.subList(1, applying.size())) {
        overlapping.add(applying.getFirst() + " before " + later);
      }
    }

    assertThat(overlapping).isEqualTo(new TreeSet<>(justified.keySet()));
  }

  /// there is no redirection that the user's device would not have to act on.
  @Test
  void noRedirectionOfADeviceIsTransparent() {
    for (ActiveSyncFacts facts : ActiveSyncFactsSpace.all()) {
      Outcome outcome = decide(facts).outcome();

      if (outcome.sendsElsewhere()) {
        assertThat(outcome).isInstanceOf(Outcome.Redirect451.class);
        assertThat(outcome.reached()).isEqualTo(Optional.of(Reached.OWN_ACTION));
      }
    }
  }

  @Test
  void aServerWithExternalUrlServesTheMailboxesOfItsSite() {
    for (ActiveSyncFacts facts : ActiveSyncFactsSpace.all()) {
      if (facts.mailbox() instanceof ActiveSyncFacts.WhereMailbox.Here
          && facts.own() instanceof ActiveSyncFacts.Own.Published) {
        assertThat(decide(facts).outcome()).isInstanceOf(Outcome.Local.class);
      }
    }
  }

  @Test
  void anExternalUrlMeansThatNoInternalUrlIsUsed() {
    for (ActiveSyncFacts facts : ActiveSyncFactsSpace.all()) {
      if (facts.external() instanceof External.Published) {
        assertThat(decide(facts).outcome()).isNotInstanceOf(Outcome.Proxy.class);
      }
    }
  }

  @Test
  void theReferencePageIsTheTable() throws IOException {
    String page = ActiveSyncPage.render();

    if (System.getProperty("update") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
