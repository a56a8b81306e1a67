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

/// The table of Exchange 2010 as the first server over all facts.
class CoexistenceTableTest {
  private static final Path PAGE = Path.of("../../docs/reference/access-paths/beside-2010.md");

  private static Decision decide(CoexistenceFacts facts) {
    return CoexistenceTable.decide(facts, ActiveSyncFactsSpace.FAILURES);
  }

  @Test
  void everyClauseOfTheTableDecidesAtLeastOnce() {
    Set<Clause> deciding = EnumSet.noneOf(Clause.class);

    CoexistenceFactsSpace.all().forEach(facts -> deciding.add(decide(facts).clause()));

    assertThat(deciding)
        .containsExactlyInAnyOrder(
            Clause.O_2,
            Clause.S_5,
            Clause.X_1,
            Clause.X_1A,
            Clause.X_2,
            Clause.X_3,
            Clause.O_6,
            Clause.O_8,
            Clause.X_4,
            Clause.X_5A,
            Clause.X_5B,
            Clause.X_6,
            Clause.A_4E,
            Clause.A_4F,
            Clause.X_7,
            Clause.X_8,
            Clause.R_1B);
  }

  /// Where the conditions of two clauses hold at once, the order of the rows decides; each such
  /// pair has its reason.
  @Test
  void rowsThatOverlapAreOrderedByTheirClauses() {
    String sent = "a device that is sent elsewhere is not proxied, fit server or not";
    Map<String, String> justified =
        Map.of(
            "O-6 before X-2",
            "an ExternalURL stands at a server, of which O-6 says that there is none",
            "X-5a before X-5b",
            sent,
            "X-5a before A-4e",
            sent,
            "X-5a before A-4f",
            sent);
    Set<String> overlapping = new TreeSet<>();

    for (CoexistenceFacts facts : CoexistenceFactsSpace.all()) {
      List<Clause> applying = CoexistenceFactsSpace.applying(facts);
      assertThat(decide(facts).clause()).as(facts.toString()).isEqualTo(applying.getFirst());
      for (Clause later : applying.subList(1, applying.size())) {
        overlapping.add(applying.getFirst() + " before " + later);
      }
    }

    assertThat(overlapping).isEqualTo(new TreeSet<>(justified.keySet()));
  }

  @Test
  void a2010ServerNeverReadsTheStoreOfAnOlderOne() {
    for (CoexistenceFacts facts : CoexistenceFactsSpace.all()) {
      assertThat(decide(facts).outcome()).isNotInstanceOf(Outcome.Local.class);
    }
  }

  @Test
  void withoutANameThatLeadsTo2003WhereABrowserIsSentIsUndetermined() {
    CoexistenceFacts facts =
        new CoexistenceFacts.Browser(
            new CoexistenceFacts.Where.OnLegacy("BE1", Optional.empty()),
            new SiteServers.Unfit(),
            new External.Unpublished());

    assertThat(decide(facts).outcome()).isInstanceOf(Outcome.Undetermined.class);
  }

  @Test
  void theReferencePageIsTheTable() throws IOException {
    String page = CoexistencePage.render();

    if (System.getProperty("update") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
