package io.casguard.accesspaths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The table of Web Services over all facts.
class EwsTableTest {
  @Test
  void everyClauseOfTheTableDecidesAtLeastOnce() {
    Set<Clause> deciding = EnumSet.noneOf(Clause.class);

    EwsFactsSpace.all().forEach(facts -> deciding.add(EwsTable.decide(facts).clause()));

    assertThat(deciding)
        .containsExactlyInAnyOrder(
            Clause.S_5,
            Clause.W_1,
            Clause.W_2A,
            Clause.W_2B,
            Clause.W_3,
            Clause.W_3A,
            Clause.W_3B,
            Clause.W_3C,
            Clause.W_3D,
            Clause.W_3E,
            Clause.W_3F);
  }

  /// Where the conditions of two clauses hold at once, the order of the rows decides; each such
  /// pair has its reason.
  @Test
  void rowsThatOverlapAreOrderedByTheirClauses() {
    String alone = "W-3a: a first server of the version first released asks nobody";
    Map<String, String> justified =
        Map.of(
            "W-3a before W-1", alone,
            "W-3a before W-3b", alone,
            "W-3a before W-3c", alone,
            "W-3a before W-3d", alone,
            "W-3a before W-3e", alone,
            "W-3a before W-3f", alone);
    Set<String> overlapping = new TreeSet<>();

    for (EwsFacts facts : EwsFactsSpace.all()) {
      List<Clause> applying = EwsFactsSpace.applying(facts);
      assertThat(EwsTable.decide(facts).clause()).isEqualTo(applying.getFirst());
      for (Clause later : applying.subList(1, applying.size())) {
        overlapping.add(applying.getFirst() + " before " + later);
      }
    }

    assertThat(overlapping).isEqualTo(new TreeSet<>(justified.keySet()));
  }

  @Test
  void webServicesNeverSendTheClientElsewhere() {
    for (EwsFacts facts : EwsFactsSpace.all()) {
      assertThat(EwsTable.decide(facts).outcome())
          .isInstanceOfAny(Outcome.Local.class, Outcome.Proxy.class, Outcome.Fail.class);
    }
  }

  @Test
  void aMailboxOfTheOwnSiteIsNeverProxied() {
    for (EwsFacts facts : EwsFactsSpace.all()) {
      if (facts.mailbox() instanceof EwsFacts.WhereMailbox.Here) {
        assertThat(EwsTable.decide(facts).outcome()).isInstanceOf(Outcome.Local.class);
      }
    }
  }

  @Test
  void everyFailureToFindASecondServerHasAResponseCode() {
    for (EwsFacts facts : EwsFactsSpace.all()) {
      if (facts.mailbox() instanceof EwsFacts.WhereMailbox.Elsewhere
          && EwsTable.decide(facts).outcome() instanceof Outcome.Fail(Failure failure)) {
        assertThat(failure.code()).isPresent();
      }
    }
  }

  @Test
  void theReferencePageIsTheTable() throws IOException {
    ReferencePage.assertIs("ews", EwsPage.render());
  }
}
