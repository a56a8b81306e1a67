package io.casguard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.guidelines.Verdict;
import io.casguard.topology.Organization;
import io.casguard.topology.Server;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenQuestionsTest {
  private static final Organization ORGANIZATION =
      organization("{defaults: none, sites: {lee: {servers: {CAS: {}, CAS-1: {}, CAS-2: {}}}}}");

  @Test
  void whatIsUnsaidOfSeveralPlacesIsToldOnce() {
    // Given
    List<Verdict.NotChecked> open =
        List.of(
            open("CAP-103", "CAS", "the owa directory of CAS is unsaid"),
            open("CAP-103", "CAS-1", "the owa directory of CAS-1 is unsaid"),
            open("CAP-104", "CAS", "the owa directory of CAS is unsaid"),
            open("CAP-104", "CAS-1", "the owa directory of CAS-1 is unsaid"));

    // When // Then
    assertThat(OpenQuestions.of(open))
        .containsExactly(
            "the owa directory of CAS is unsaid; the same of CAS-1 (CAP-103, CAP-104)");
  }

  @Test
  void placesOfOtherGuidelinesAreNotMixed() {
    // Given
    List<Verdict.NotChecked> open =
        List.of(
            open("CAP-103", "CAS", "the owa directory of CAS is unsaid"),
            open("CAP-104", "CAS", "the owa directory of CAS is unsaid"),
            open("CAP-104", "CAS-1", "the owa directory of CAS-1 is unsaid"));

    // When // Then
    assertThat(OpenQuestions.of(open))
        .containsExactly(
            "the owa directory of CAS is unsaid (CAP-103, CAP-104)",
            "the owa directory of CAS-1 is unsaid (CAP-104)");
  }

  @Test
  void aNameInsideAnotherWordIsNoName() {
    // Given
    List<Verdict.NotChecked> open =
        List.of(
            open("CAP-103", "CAS", "CAS-2 and fleece are unsaid"),
            open("CAP-103", "CAS-1", "CAS-2 and fleece are unsaid"));

    // When // Then
    assertThat(OpenQuestions.of(open)).containsExactly("CAS-2 and fleece are unsaid (CAP-103)");
  }

  @Test
  void manyPlacesAreCounted() {
    // Given
    Organization many =
        organization(
            "{defaults: none, sites: {lee: {servers: {"
                + String.join(", ", IntStream.range(10, 30).mapToObj("S%d: {}"::formatted).toList())
                + "}}}}");

    // When
    List<String> told =
        OpenQuestions.of(
            many.servers().stream()
                .map(server -> open("CAP-103", server, "the roles of " + server + " are unsaid"))
                .toList());

    // Then
    assertThat(told)
        .containsExactly(
            "the roles of S10 are unsaid; the same of S11, S12, S13, S14, S15 and 14 more (CAP-103)");
  }

  private static Verdict.NotChecked open(String guideline, String server, String why) {
    return open(guideline, ORGANIZATION.serverNamed(server).orElseThrow(), why);
  }

  private static Verdict.NotChecked open(String guideline, Server server, String why) {
    return new Verdict.NotChecked(guideline, server, List.of(), why);
  }

  private static Organization organization(String spec) {
    return switch (Manifest.readSpec("contoso", new SourceFile("in.yaml", spec))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> all, _) ->
          Organization.of(all.getFirst().topology());
      case Manifest.Reading.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
