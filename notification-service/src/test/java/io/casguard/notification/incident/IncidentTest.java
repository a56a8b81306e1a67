package io.casguard.notification.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.contracts.ViolationFacts;
import io.casguard.contracts.WaiverFacts;
import io.casguard.notification.incident.Incident.Open;
import io.casguard.notification.incident.Incident.Outcome;
import io.casguard.notification.incident.Incident.Resolved;
import io.casguard.notification.incident.Sighting.Sign;
import io.casguard.notification.incident.Sighting.Sign.Appeared;
import io.casguard.notification.incident.Sighting.Sign.Changed;
import io.casguard.notification.incident.Sighting.Sign.Gone;
import io.casguard.notification.incident.Sighting.Sign.Stayed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncidentTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(1);

  @Test
  void whatAppearsIsOpened() {
    // When
    var outcome = Incident.begin(sighting(new Appeared(), 42)).orElseThrow();

    // Then
    assertThat(outcome.told()).contains(Transition.OPENED);
    assertThat(outcome.incident())
        .isInstanceOfSatisfying(
            Open.class,
            open -> {
              assertThat(open.episode().number()).isEqualTo(1);
              assertThat(open.episode().previous()).isNull();
              assertThat(open.steps()).isEqualTo(1);
            });
  }

  @Test
  void whatNobodySawAppearIsNotResolved() {
    // When // Then
    assertThat(Incident.begin(sighting(new Gone("repaired"), 42))).isEmpty();
    assertThat(Incident.begin(sighting(new Stayed(), 42))).isEmpty();
  }

  @Test
  void aChangeThatNobodySawAppearOpens() {
    // When // Then
    assertThat(Incident.begin(sighting(new Changed(), 42)).flatMap(Outcome::told))
        .contains(Transition.OPENED);
  }

  @Test
  void aChangeIsToldAndAStayIsNot() {
    // Given
    var open = opened();

    // When
    var changed = open.follow(sighting(new Changed(), 43)).orElseThrow();
    var stayed = open.follow(sighting(new Stayed(), 43)).orElseThrow();

    // Then
    assertThat(changed.told()).contains(Transition.CHANGED);
    assertThat(changed.incident().steps()).isEqualTo(2);
    assertThat(stayed.told()).isEmpty();
    assertThat(stayed.incident().steps()).isEqualTo(1);
    assertThat(stayed.incident().seen().revision()).isEqualTo(43);
  }

  @Test
  void whatIsGoneIsResolvedWithItsReason() {
    // When
    var outcome = opened().follow(sighting(new Gone("repaired"), 45)).orElseThrow();

    // Then
    assertThat(outcome.told()).contains(Transition.RESOLVED);
    assertThat(outcome.incident())
        .isInstanceOfSatisfying(
            Resolved.class, resolved -> assertThat(resolved.why()).isEqualTo("repaired"));
  }

  @Test
  void aReturnIsTheNextEpisodeAndNamesTheLast() {
    // Given
    var resolved = opened().follow(sighting(new Gone("repaired"), 45)).orElseThrow().incident();

    // When
    var outcome = resolved.follow(sighting(new Appeared(), 50)).orElseThrow();

    // Then
    assertThat(outcome.told()).contains(Transition.OPENED);
    assertThat(outcome.incident().episode().number()).isEqualTo(2);
    assertThat(outcome.incident().episode().previous()).isEqualTo(1);
    assertThat(outcome.incident().episode().key()).isEqualTo(resolved.episode().key());
    assertThat(outcome.incident().steps()).isEqualTo(1);
  }

  @Test
  void whatIsNoNewerThanKnownChangesNothing() {
    // Given
    Incident open = opened();
    Incident resolved = open.follow(sighting(new Gone("repaired"), 45)).orElseThrow().incident();

    // When // Then
    for (Sign sign : List.of(new Appeared(), new Changed(), new Stayed(), new Gone("repaired"))) {
      assertThat(open.follow(sighting(sign, 42))).isEmpty();
      assertThat(resolved.follow(sighting(sign, 45))).isEmpty();
    }
  }

  @Test
  void whatComesBackByTheSameRevisionLaterIsTheNextEpisode() {
    // Given
    Incident waived =
        opened()
            .follow(sighting(new Gone("waived until 2026-11-25"), 42, LATER))
            .orElseThrow()
            .incident();

    // When
    var outcome = waived.follow(sighting(new Appeared(), 42, LATER.plusSeconds(1))).orElseThrow();

    // Then
    assertThat(waived).isInstanceOf(Resolved.class);
    assertThat(outcome.told()).contains(Transition.OPENED);
    assertThat(outcome.incident().episode().number()).isEqualTo(2);
    assertThat(outcome.incident().follow(sighting(new Gone("repaired"), 41, LATER.plusSeconds(9))))
        .isEmpty();
  }

  @Test
  void aLapsedWaiverIsToldAndStored() {
    // Given
    var trouble =
        new Trouble.BrokenGuideline(
            violation("LEE-CAS1 does not accept it", 30, 900),
            new WaiverFacts("spec", "agreed", "ann", null, LocalDate.parse("2026-11-24")));

    // When
    var stored = TroubleJson.read(Kind.VIOLATION, TroubleJson.write(trouble));

    // Then
    assertThat(stored).isEqualTo(trouble);
    assertThat(stored.title())
        .isEqualTo("LEE-CAS1 does not accept it; its waiver by ann lapsed on 2026-11-24");
  }

  @Test
  void theKeyHoldsNeitherTextNorCountNorLineNorRevision() {
    // Given
    var first = violation("LEE-CAS1 does not accept it", 30, 900);
    var second = violation("reworded", 31, 901);

    // When // Then
    assertThat(sighting(new Appeared(), 42, first).key())
        .isEqualTo(sighting(new Changed(), 43, second).key());
  }

  @Test
  void theKeyIsShortAndNamesNothingElse() {
    // When
    var key = IncidentKey.of(Kind.VIOLATION, List.of("contoso", "CAP-103", "3b0c"));

    // Then
    assertThat(key.text()).matches("inc-[a-z2-7]{26}");
    assertThat(key)
        .isNotEqualTo(IncidentKey.of(Kind.PATH, List.of("contoso", "CAP-103", "3b0c")))
        .isNotEqualTo(IncidentKey.of(Kind.VIOLATION, List.of("contosoC", "AP-103", "3b0c")));
  }

  private static Open opened() {
    return Open.first(sighting(new Appeared(), 42));
  }

  private static Sighting sighting(Sign sign, long revision) {
    return sighting(sign, revision, violation("LEE-CAS1 does not accept it", 30, 900));
  }

  private static Sighting sighting(Sign sign, long revision, Instant at) {
    return sighting(sign, revision, violation("LEE-CAS1 does not accept it", 30, 900), at);
  }

  private static Sighting sighting(Sign sign, long revision, ViolationFacts violation) {
    return sighting(sign, revision, violation, NOON);
  }

  private static Sighting sighting(Sign sign, long revision, ViolationFacts violation, Instant at) {
    return new Sighting(
        IncidentKey.of(
            Kind.VIOLATION, List.of("contoso", violation.guideline(), violation.fingerprint())),
        "contoso",
        sign,
        new Trouble.BrokenGuideline(violation),
        new Mark(at, revision, null));
  }

  private static ViolationFacts violation(String message, int line, long users) {
    return new ViolationFacts(
        "3b0c44298fc1c149afbf4c8996fb9242",
        "CAP-103",
        "error",
        "leeds",
        "LEE-CAS1",
        "owa (Default Web Site)",
        "spec.sites.leeds.servers.LEE-CAS1.owa",
        "contoso.yaml",
        line,
        message,
        "Kerberos",
        List.of(),
        Map.of("owa", users),
        "SA",
        "found",
        Instant.parse("2026-11-25T15:01:30Z"));
  }
}
