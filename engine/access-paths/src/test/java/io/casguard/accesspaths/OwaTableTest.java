package io.casguard.accesspaths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The table of Outlook Web Access over all facts.
class OwaTableTest {
  private static final Path PAGE = Path.of("../../docs/reference/access-paths/owa.md");

  @Test
  void everyClauseOfTheTableDecidesAtLeastOnce() {
    Set<Clause> deciding = EnumSet.noneOf(Clause.class);

    OwaFactsSpace.all().forEach(facts -> deciding.add(OwaTable.decide(facts).clause()));

    assertThat(deciding)
        .containsExactlyInAnyOrder(
            Clause.O_2,
            Clause.O_3A,
            Clause.O_3B,
            Clause.O_4A,
            Clause.O_4B,
            Clause.O_5,
            Clause.O_5B,
            Clause.O_6,
            Clause.O_7A,
            Clause.O_7B,
            Clause.O_8,
            Clause.O_9);
  }

  /// Where the conditions of two clauses hold at once, the order of the rows decides; each such
  /// pair has its reason.
  @Test
  void rowsThatOverlapAreOrderedByTheirClauses() {
    Map<String, String> justified =
        Map.of(
            "O-6 before O-7a",
            "O-7 asks the servers of the site, of which O-6 says that there is none",
            "O-6 before O-7b",
            "O-7 asks the servers of the site, of which O-6 says that there is none");
    Set<String> overlapping = new TreeSet<>();

    for (OwaFacts facts : OwaFactsSpace.all()) {
      List<Clause> applying = OwaFactsSpace.applying(facts);
      assertThat(OwaTable.decide(facts).clause()).isEqualTo(applying.getFirst());
      for (Clause later : applying.subList(1, applying.size())) {
        overlapping.add(applying.getFirst() + " before " + later);
      }
    }

    assertThat(overlapping).isEqualTo(new TreeSet<>(justified.keySet()));
  }

  @Test
  void outlookWebAccess2007NeverRedirectsSilentlyAndNeverAnswersWithA451() {
    for (OwaFacts facts : OwaFactsSpace.all()) {
      Outcome outcome = OwaTable.decide(facts).outcome();

      assertThat(outcome)
          .isNotInstanceOfAny(
              Outcome.RedirectSilent.class,
              Outcome.Redirect451.class,
              Outcome.Redirect302.class,
              Outcome.DirectRpc.class,
              Outcome.Undetermined.class);
    }
  }

  @Test
  void aMailboxOfTheOwnSiteIsNeverProxied() {
    for (OwaFacts facts : OwaFactsSpace.all()) {
      if (facts.mailbox() instanceof OwaFacts.WhereMailbox.Here) {
        assertThat(OwaTable.decide(facts).outcome()).isInstanceOf(Outcome.Local.class);
      }
    }
  }

  @Test
  void anExternalUrlMeansThatNoInternalUrlIsUsed() {
    for (OwaFacts facts : OwaFactsSpace.all()) {
      if (facts.external() instanceof External.Published
          && facts.mailbox() instanceof OwaFacts.WhereMailbox.Elsewhere) {
        assertThat(OwaTable.decide(facts).clause()).isNotIn(Clause.O_8, Clause.O_9);
      }
    }
  }

  @Test
  void theReferencePageIsTheTable() throws IOException {
    String page = OwaPage.render();

    if (System.getProperty("update") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void clausesHaveIdsOfTheirOwn() {
    List<String> ids = new ArrayList<>();
    Map<String, Clause> bySentence = new LinkedHashMap<>();

    for (Clause clause : Clause.values()) {
      ids.add(clause.id());
      bySentence.put(clause.sentence(), clause);
    }

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(bySentence).hasSameSizeAs(Clause.values());
  }
}
