package io.casguard.accesspaths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The table of the offline address book over all facts.
class OabTableTest {
  private static final Path PAGE = Path.of("../../docs/reference/access-paths/oab.md");

  @Test
  void everyClauseOfTheTableDecidesAtLeastOnce() {
    Set<Clause> deciding = EnumSet.noneOf(Clause.class);

    OabFactsSpace.all().forEach(facts -> deciding.add(OabTable.decide(facts).clause()));

    assertThat(deciding)
        .containsExactlyInAnyOrder(
            Clause.S_5,
            Clause.D_3,
            Clause.B_1A,
            Clause.B_1B,
            Clause.B_1C,
            Clause.B_2A,
            Clause.B_2B);
  }

  /// A server without the files that also requires SSL refuses either way; what is missing counts.
  @Test
  void onlyMissingFilesComeBeforeARefusal() {
    Set<String> overlapping = new TreeSet<>();

    for (OabFacts facts : OabFactsSpace.all()) {
      List<Clause> applying = OabFactsSpace.applying(facts);
      assertThat(OabTable.decide(facts).clause()).isEqualTo(applying.getFirst());
      for (Clause later : applying.subList(1, applying.size())) {
        overlapping.add(applying.getFirst() + " before " + later);
      }
    }

    assertThat(overlapping).containsExactly("B-1c before B-2b");
  }

  @Test
  void nothingIsProxiedAndNobodyRedirected() {
    for (OabFacts facts : OabFactsSpace.all()) {
      assertThat(OabTable.decide(facts).outcome())
          .isInstanceOfAny(Outcome.Local.class, Outcome.Fail.class);
    }
  }

  @Test
  void theReferencePageIsTheTable() throws IOException {
    String page = OabPage.render();

    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).as("-Dupdate rewrites it").isEqualTo(page);
  }
}
