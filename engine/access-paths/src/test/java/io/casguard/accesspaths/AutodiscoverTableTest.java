package io.casguard.accesspaths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The table of Autodiscover over all facts.
class AutodiscoverTableTest {
  private static final Path PAGE = Path.of("../../docs/reference/access-paths/autodiscover.md");

  @Test
  void everyClauseOfTheTableDecidesAtLeastOnce() {
    Set<Clause> deciding = EnumSet.noneOf(Clause.class);

    AutodiscoverFactsSpace.all()
        .forEach(facts -> deciding.add(AutodiscoverTable.decide(facts).clause()));

    assertThat(deciding)
        .containsExactlyInAnyOrder(
            Clause.S_5,
            Clause.D_2A,
            Clause.D_3,
            Clause.D_4A,
            Clause.D_4B,
            Clause.D_4C,
            Clause.D_5A,
            Clause.D_5B,
            Clause.D_5C,
            Clause.D_5D);
  }

  @Test
  void noTwoRowsOverlap() {
    for (AutodiscoverFacts facts : AutodiscoverFactsSpace.all()) {
      assertThat(AutodiscoverFactsSpace.applying(facts))
          .containsExactly(AutodiscoverTable.decide(facts).clause());
    }
  }

  @Test
  void autodiscoverNeverProxiesAndSendsClientsElsewhereOnlyByA302() {
    for (AutodiscoverFacts facts : AutodiscoverFactsSpace.all()) {
      assertThat(AutodiscoverTable.decide(facts).outcome())
          .isInstanceOfAny(Outcome.Local.class, Outcome.Redirect302.class, Outcome.Fail.class);
    }
  }

  @Test
  void outlookIsAnsweredForEvery2007Mailbox() {
    for (AutodiscoverFacts facts : AutodiscoverFactsSpace.all()) {
      if (facts.mailbox() instanceof AutodiscoverFacts.WhereMailbox.On2007(String first)
          && facts.asked() instanceof AutodiscoverFacts.Asked.Outlook) {
        assertThat(AutodiscoverTable.decide(facts).outcome()).isEqualTo(new Outcome.Local(first));
      }
    }
  }

  @Test
  void theReferencePageIsTheTable() throws IOException {
    String page = AutodiscoverPage.render();

    if (System.getProperty("update") != null) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }
}
