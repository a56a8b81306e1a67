package io.casguard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.guidelines.Guideline;
import io.casguard.impact.Check;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CatalogReportTest {
  private static final Pattern NUMBER = Pattern.compile("\"guideline\":\"CAP-\\d+");

  @Test
  void everyGuidelineIsListedInTheOrderOfTheNumbers() {
    // When
    String all = CatalogReport.json();

    // Then
    assertThat(all).startsWith("{\"guidelines\":[").endsWith("]}\n").hasLineCount(1);
    assertThat(NUMBER.matcher(all).results().map(MatchResult::group))
        .hasSameSizeAs(Check.guidelines())
        .isSorted();
  }

  @Test
  void oneGuidelineIsFoundByItsNumberInAnyCase() {
    assertThat(CatalogReport.json("cap-104"))
        .hasValueSatisfying(
            one ->
                assertThat(one)
                    .startsWith("{\"guideline\":\"CAP-104\",\"sentence\":\"")
                    .contains(
                        "\"because\":\"",
                        "\"sources\":[{\"source\":\"",
                        "\"certainty\":\"",
                        "\"consequence\":\"",
                        "\"hits\":\"",
                        "\"protocols\":[\"owa\"",
                        "\"verify\":\"",
                        "\"examples\":[{\"title\":\""));
    assertThat(CatalogReport.json("CAP-999")).isEmpty();
  }

  @Test
  void aListedGuidelineIsTheOneThatIsFound() {
    for (Guideline guideline : Check.guidelines()) {
      assertThat(CatalogReport.json())
          .contains(CatalogReport.json(guideline.number()).orElseThrow().strip());
    }
  }
}
