package io.casguard.rules.violation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-25T15:01:30Z");

  @Test
  void whatWasNotOpenIsOpened() {
    // When
    Turn turn = Turn.from(List.of(), List.of(found("a", "error", 900)));

    // Then
    assertThat(turn)
        .isEqualTo(new Turn(List.of(), List.of(), List.of(), List.of(found("a", "error", 900))));
  }

  @Test
  void whatIsGoneIsResolvedAsItLastWas() {
    // Given
    Episode open = new Episode(7, found("a", "error", 900), 3);

    // When
    Turn turn = Turn.from(List.of(open), List.of());

    // Then
    assertThat(turn).isEqualTo(new Turn(List.of(open), List.of(), List.of(), List.of()));
  }

  @Test
  void whatIsToldInTheSameWordsIsLeftAlone() {
    // Given
    Episode open = new Episode(7, found("a", "error", 900), 3);

    // When
    Turn turn = Turn.from(List.of(open), List.of(found("a", "error", 900)));

    // Then
    assertThat(turn).isEqualTo(new Turn(List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void anotherSeverityIsAChange() {
    // Given
    Episode open = new Episode(7, found("a", "warning", 900), 3);

    // When
    Turn turn = Turn.from(List.of(open), List.of(found("a", "error", 900)));

    // Then
    assertThat(turn.changed()).containsExactly(new Episode(7, found("a", "error", 900), 3));
    assertThat(turn.retold()).isEmpty();
  }

  @Test
  void anotherRemedyIsAChange() {
    // Given
    Found before = found("a", "error", 900);
    Found after = new Found(before.document().replace("$false", "$true"));

    // When
    Turn turn = Turn.from(List.of(new Episode(7, before, 3)), List.of(after));

    // Then
    assertThat(turn.changed()).containsExactly(new Episode(7, after, 3));
  }

  @Test
  void otherCountsAreRetoldInSilence() {
    // Given
    Episode open = new Episode(7, found("a", "error", 900), 3);

    // When
    Turn turn = Turn.from(List.of(open), List.of(found("a", "error", 901)));

    // Then
    assertThat(turn.retold()).containsExactly(new Episode(7, found("a", "error", 901), 3));
    assertThat(turn.changed()).isEmpty();
  }

  @Test
  void whatARevisionDoesNotChangeIsUnsettledNoLongerThanBefore() {
    // Given
    Episode open = new Episode(7, until(NOON, found("a", "error", 900)), 3);

    // When
    Turn same = Turn.from(List.of(open), List.of(until(LATER, found("a", "error", 900))));
    Turn retold = Turn.from(List.of(open), List.of(until(LATER, found("a", "error", 901))));

    // Then
    assertThat(same).isEqualTo(new Turn(List.of(), List.of(), List.of(), List.of()));
    assertThat(retold.retold())
        .containsExactly(new Episode(7, until(NOON, found("a", "error", 901)), 3));
  }

  @Test
  void whatARevisionChangesIsUnsettledAgain() {
    // Given
    Episode open = new Episode(7, until(NOON, found("a", "warning", 900)), 3);

    // When
    Turn turn = Turn.from(List.of(open), List.of(until(LATER, found("a", "error", 900))));

    // Then
    assertThat(turn.changed())
        .containsExactly(new Episode(7, until(LATER, found("a", "error", 900)), 3));
  }

  @Test
  void oneFingerprintOpensOnce() {
    // When
    Turn turn = Turn.from(List.of(), List.of(found("a", "error", 900), found("a", "warning", 900)));

    // Then
    assertThat(turn.opened()).containsExactly(found("a", "error", 900));
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

  private static Found found(String fingerprint, String severity, int users) {
    return new Found(
        """
        {"guideline":"CAP-103","severity":"%s","site":"leeds","message":"m","because":"b",\
        "users":{"owa":%d},"remedy":["Set-OwaVirtualDirectory -FormsAuthentication $false"],\
        "fingerprint":"%s","source":"SA","certainty":"found","at":{"path":"spec.sites.leeds"}}"""
            .formatted(severity, users, fingerprint));
  }
}
