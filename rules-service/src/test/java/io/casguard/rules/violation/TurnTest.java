package io.casguard.rules.violation;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.contracts.WaiverFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-25T15:01:30Z");

  @Test
  void whatWasNotOpenIsOpened() {
    // When
    Turn turn = Turn.from(List.of(), List.of(found("a", "error", 900)));

    // Then
    assertThat(steps(turn)).containsExactly("opened a");
    assertThat(turn.opened).containsExactly(found("a", "error", 900));
  }

  @Test
  void whatIsGoneIsResolvedAsItLastWas() {
    // Given
    Episode open = new Episode(7, found("a", "error", 900), 3);

    // When
    Turn turn = Turn.from(List.of(open), List.of());

    // Then
    assertThat(steps(turn)).containsExactly("resolved a");
    assertThat(turn.resolved).containsExactly(open);
  }

  @Test
  void whatIsToldInTheSameWordsIsLeftAlone() {
    // Given
    Episode open = new Episode(7, found("a", "error", 900), 3);

    // When
    Turn turn = Turn.from(List.of(open), List.of(found("a", "error", 900)));

    // Then
    assertThat(steps(turn)).isEmpty();
  }

  @Test
  void anotherSeverityIsAChange() {
    // Given
    Episode open = new Episode(7, found("a", "warning", 900), 3);

    // When
    Turn turn = Turn.from(List.of(open), List.of(found("a", "error", 900)));

    // Then
    assertThat(turn.changed).containsExactly(new Episode(7, found("a", "error", 900), 3));
    assertThat(turn.retold).isEmpty();
  }

  @Test
  void anotherRemedyIsAChange() {
    // Given
    Found before = found("a", "error", 900);
    Found after = new Found(before.document().replace("$false", "$true"));

    // When
    Turn turn = Turn.from(List.of(new Episode(7, before, 3)), List.of(after));

    // Then
    assertThat(turn.changed).containsExactly(new Episode(7, after, 3));
  }

  @Test
  void otherCountsAreRetoldInSilence() {
    // Given
    Episode open = new Episode(7, found("a", "error", 900), 3);

    // When
    Turn turn = Turn.from(List.of(open), List.of(found("a", "error", 901)));

    // Then
    assertThat(turn.retold).containsExactly(new Episode(7, found("a", "error", 901), 3));
    assertThat(turn.changed).isEmpty();
  }

  @Test
  void waivingAnOpenOneIsToldAndWaivingFromTheFirstIsNot() {
    // Given
    Episode open = new Episode(7, found("a", "error", 900), 3);

    // When
    Turn turn = Turn.from(List.of(open), List.of(waived("a"), waived("b")));

    // Then
    assertThat(steps(turn)).containsExactly("waived a", "excused b");
    assertThat(turn.waived).containsExactly(new Episode(7, waived("a"), 3));
  }

  @Test
  void aWaivedOneIsExposedOrEnds() {
    // Given
    List<Episode> standing =
        List.of(new Episode(7, waived("a"), 3), new Episode(8, waived("b"), 3));

    // When
    Turn turn = Turn.from(standing, List.of(found("a", "error", 900)));

    // Then
    assertThat(steps(turn)).containsExactly("exposed a", "ended b");
    assertThat(turn.exposed).containsExactly(new Episode(7, found("a", "error", 900), 3));
  }

  @Test
  void anotherSeverityOfAWaivedOneIsRetoldInSilence() {
    // Given
    Episode standing = new Episode(7, waived("a"), 3);
    Found worse = new Found(waived("a").document().replace("error", "warning"));

    // When
    Turn turn = Turn.from(List.of(standing), List.of(worse));

    // Then
    assertThat(steps(turn)).containsExactly("retold a");
  }

  @Test
  void aWaiverIsReadOffTheText() {
    assertThat(waived("a").waiver())
        .contains(new WaiverFacts("spec", "agreed", "ann", null, LocalDate.parse("2027-03-31")));
    assertThat(found("a", "error", 900).waiver()).isEmpty();
    assertThat(found("a", "error", 900).lapsedWaiver()).isEmpty();
  }

  @Test
  void whatARevisionDoesNotChangeIsUnsettledNoLongerThanBefore() {
    // Given
    Episode open = new Episode(7, until(NOON, found("a", "error", 900)), 3);

    // When
    Turn same = Turn.from(List.of(open), List.of(until(LATER, found("a", "error", 900))));
    Turn retold = Turn.from(List.of(open), List.of(until(LATER, found("a", "error", 901))));

    // Then
    assertThat(steps(same)).isEmpty();
    assertThat(retold.retold)
        .containsExactly(new Episode(7, until(NOON, found("a", "error", 901)), 3));
  }

  @Test
  void whatARevisionChangesIsUnsettledAgain() {
    // Given
    Episode open = new Episode(7, until(NOON, found("a", "warning", 900)), 3);

    // When
    Turn turn = Turn.from(List.of(open), List.of(until(LATER, found("a", "error", 900))));

    // Then
    assertThat(turn.changed)
        .containsExactly(new Episode(7, until(LATER, found("a", "error", 900)), 3));
  }

  @Test
  void oneFingerprintOpensOnce() {
    // When
    Turn turn = Turn.from(List.of(), List.of(found("a", "error", 900), found("a", "warning", 900)));

    // Then
    assertThat(turn.opened).containsExactly(found("a", "error", 900));
  }

  @Test
  void peopleWhomNobodyCountedAreLeftOutOfTheFacts() {
    // Given
    Found found = new Found(found("a", "error", 900).document().replace("900", "null"));

    // When // Then
    assertThat(found.facts().users()).isEmpty();
  }

  private static Found until(Instant settled, Found found) {
    return new Found(found.document(), settled);
  }

  private static List<String> steps(Turn turn) {
    return Stream.of(
            steps("resolved", turn.resolved.stream().map(Episode::found)),
            steps("changed", turn.changed.stream().map(Episode::found)),
            steps("retold", turn.retold.stream().map(Episode::found)),
            steps("opened", turn.opened.stream()),
            steps("waived", turn.waived.stream().map(Episode::found)),
            steps("exposed", turn.exposed.stream().map(Episode::found)),
            steps("excused", turn.excused.stream()),
            steps("ended", turn.ended.stream().map(Episode::found)))
        .flatMap(step -> step)
        .toList();
  }

  private static Stream<String> steps(String word, Stream<Found> which) {
    return which.map(found -> word + " " + found.facts().fingerprint());
  }

  private static Found waived(String fingerprint) {
    return new Found(
        found(fingerprint, "error", 900)
            .document()
            .replace(
                "}}",
                "},\"waiver\":{\"guideline\":\"CAP-103\",\"place\":\"spec\",\"reason\":\"agreed\","
                    + "\"owner\":\"ann\",\"expires\":\"2027-03-31\"}}"));
  }

  private static Found found(String fingerprint, String severity, int users) {
    return new Found(
        """
        {"guideline":"CAP-103","severity":"%s","site":"leeds","message":"m","because":"b",\
        "users":{"owa":%d},"remedy":["Set-OwaVirtualDirectory -FormsAuthentication $false"],\
        "fingerprint":"%s","source":"SA","certainty":"found","at":{"path":"spec.sites.leeds"}}"""
            .formatted(severity, users, fingerprint));
  }
}
