package io.casguard.accesspaths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The table of Availability over all facts. No two of its rows overlap.
class AvailabilityTableTest {
  @Test
  void everyClauseOfTheTableDecidesAtLeastOnce() {
    Set<Clause> deciding = EnumSet.noneOf(Clause.class);

    AvailabilityFactsSpace.all()
        .forEach(facts -> deciding.add(AvailabilityTable.decide(facts).clause()));

    assertThat(deciding)
        .containsExactlyInAnyOrder(
            Clause.S_5,
            Clause.V_1A,
            Clause.V_1B,
            Clause.V_1C,
            Clause.V_1D,
            Clause.V_2A,
            Clause.V_2B);
  }

  @Test
  void onlyAMailboxOnExchange2003IsLookedUpInAPublicFolder() {
    for (AvailabilityFacts facts : AvailabilityFactsSpace.all()) {
      boolean lookup =
          AvailabilityTable.decide(facts).outcome() instanceof Outcome.PublicFolderLookup;

      assertThat(lookup)
          .isEqualTo(facts.mailbox() instanceof AvailabilityFacts.WhereMailbox.OnLegacy);
    }
  }

  @Test
  void availabilityNeverSendsTheClientElsewhere() {
    for (AvailabilityFacts facts : AvailabilityFactsSpace.all()) {
      assertThat(AvailabilityTable.decide(facts).outcome())
          .isInstanceOfAny(
              Outcome.Local.class,
              Outcome.Proxy.class,
              Outcome.PublicFolderLookup.class,
              Outcome.Fail.class);
    }
  }

  @Test
  void everyFailureToAskAnotherSiteIsEvent4002WithAResponseCode() {
    for (AvailabilityFacts facts : AvailabilityFactsSpace.all()) {
      if (facts.mailbox() instanceof AvailabilityFacts.WhereMailbox.Elsewhere
          && AvailabilityTable.decide(facts).outcome() instanceof Outcome.Fail(Failure failure)) {
        assertThat(failure.event()).contains(new Failure.Event("MSExchange Availability", 4002));
        assertThat(failure.code()).isEqualTo(Optional.of("ErrorProxyRequestNotAllowed"));
      }
    }
  }

  @Test
  void theReferencePageIsTheTable() throws IOException {
    ReferencePage.assertIs("availability", AvailabilityPage.render());
  }
}
