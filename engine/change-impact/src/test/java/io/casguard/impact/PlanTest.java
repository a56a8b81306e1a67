package io.casguard.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casguard.accesspaths.MatrixDifference.Effect;
import io.casguard.accesspaths.MatrixDifference.PeopleChange;
import io.casguard.accesspaths.MatrixDifference.Verdict;
import io.casguard.accesspaths.Outcome;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final String FIT = "{windowsAuthentication: true, formsAuthentication: false}";
  private static final String FORMS = "{windowsAuthentication: false, formsAuthentication: true}";
  private static final String LINKED =
      "{windowsAuthentication: true, formsAuthentication: false, externalUrl: 'https://leeds.example.com/owa'}";

  @Test
  void whatChangesNothingIsSafeWhateverWasWrongBefore() {
    // When
    Plan plan = plan(FORMS, FORMS);

    // Then
    assertThat(plan.verdict()).isEqualTo(Verdict.SAFE);
    assertThat(plan.before().review().violations()).isNotEmpty();
    assertThat(plan.opened()).isEmpty();
    assertThat(plan.resolved()).isEmpty();
    assertThat(plan.people()).isEmpty();
    assertThat(plan.counterExamples()).isEmpty();
  }

  @Test
  void whoIsNoLongerReachedBreaks() {
    // When
    Plan plan = plan(FIT, FORMS);

    // Then
    assertThat(plan.verdict()).isEqualTo(Verdict.BREAKS);
    assertThat(plan.opened()).extracting(Violation::guideline).contains("CAP-103");
    assertThat(plan.people().getFirst().effect()).isEqualTo(Effect.NEWLY_UNREACHABLE);
    assertThat(plan.people().getFirst().users()).isEqualTo(900);
    assertThat(plan.counterExamples()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void theWayBackResolvesWhatTheWayThereOpened() {
    // Given
    Plan there = plan(FIT, FORMS);

    // When
    Plan back = plan(FORMS, FIT);

    // Then
    assertThat(back.resolved())
        .extracting(Violation::fingerprint)
        .isNotEmpty()
        .containsExactlyElementsOf(there.opened().stream().map(Violation::fingerprint).toList());
    assertThat(back.opened()).isEmpty();
    assertThat(back.verdict()).isEqualTo(Verdict.CHANGES);
  }

  @Test
  void anErrorThatOpensBreaksThoughNobodyIsLost() {
    // Given
    String published =
        LEEDS.replace(
            "PUBLISHED",
            "leeds.example.com: {from: [internet], servers: [LEE-CAS1], through: none}");

    // When
    Plan plan =
        Plan.of(declared(published.formatted(FIT)), declared(published.formatted(LINKED)), TODAY);

    // Then
    assertThat(plan.people())
        .extracting(PeopleChange::from, PeopleChange::to)
        .contains(tuple(Optional.of("PROXY"), Optional.of("REDIRECT_LINK")));
    assertThat(plan.people())
        .extracting(PeopleChange::effect)
        .doesNotContain(Effect.NEWLY_UNREACHABLE);
    assertThat(plan.opened()).extracting(Violation::guideline).contains("CAP-104");
    assertThat(plan.verdict()).isEqualTo(Verdict.BREAKS);
  }

  @Test
  void anOrganizationThatBeginsIsComparedWithNothing() {
    // When
    Plan plan = Plan.of(Plan.Declared.nothing("example"), declared(body(FIT)), TODAY);

    // Then
    assertThat(plan.people()).isNotEmpty().allMatch(change -> change.from().isEmpty());
    assertThat(plan.resolved()).isEmpty();
  }

  @Test
  void aChangeCannotWaiveWhatItBreaks() {
    // Given
    Waiver waiver = waiver("2027-01-31");

    // When
    Plan itself = plan(List.of(), List.of(waiver), FIT, FORMS);
    Plan earlier = plan(List.of(waiver), List.of(waiver), FIT, FORMS);

    // Then
    assertThat(itself.opened()).extracting(Violation::guideline).contains("CAP-103");
    assertThat(itself.proposed()).containsExactly(waiver);
    assertThat(earlier.opened()).extracting(Violation::guideline).doesNotContain("CAP-103");
    assertThat(earlier.proposed()).isEmpty();
  }

  @Test
  void takingAWaiverBackOpensWhatItWaived() {
    // When
    Plan plan = plan(List.of(waiver("2027-01-31")), List.of(), FORMS, FORMS);

    // Then
    assertThat(plan.opened()).extracting(Violation::guideline).containsExactly("CAP-103");
    assertThat(plan.verdict()).isEqualTo(Verdict.BREAKS);
  }

  @Test
  void extendingAWaiverCountsOnlyOnceItIsMerged() {
    // When
    Plan plan = plan(List.of(waiver("2026-11-24")), List.of(waiver("2027-01-31")), FORMS, FORMS);

    // Then
    assertThat(plan.proposed()).containsExactly(waiver("2027-01-31"));
    assertThat(plan.verdict()).isEqualTo(Verdict.SAFE);
    assertThat(plan.after().review().violations())
        .extracting(Violation::guideline)
        .contains("CAP-103");
  }

  @Test
  void whatTheTopologyLeavesOpenIsCountedOnBothSides() {
    // Given
    String unsaid =
        body(FIT)
            .replace("PUBLISHED", "")
            .replace("from: [internet], servers: [SEA", "servers: [SEA");

    // When
    Plan plan = Plan.of(declared(body(FIT)), declared(unsaid), TODAY);

    // Then
    assertThat(plan.before().undetermined()).isZero();
    assertThat(plan.after().matrix().rows())
        .filteredOn(row -> row.path().outcome() instanceof Outcome.Undetermined)
        .filteredOn(row -> row.userClass().protocol() == Protocol.OWA)
        .hasSize(2);
    assertThat(plan.after().undetermined()).isGreaterThanOrEqualTo(2);
    assertThat(plan.verdict()).isEqualTo(Verdict.CHANGES);
  }

  private static final String LEEDS =
      """
      domain: example.com
      smtpDomains: [example.com]
      offlineAddressBooks: null
      sites:
        seattle:
          internetFacing: true
          servers:
            SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://mail.example.com/owa'}}
            SEA-MBX1: {roles: [Mailbox]}
        leeds:
          internetFacing: false
          intent: {owa: proxy}
          servers:
            LEE-CAS1: {roles: [ClientAccess], owa: %s}
            LEE-MBX1: {roles: [Mailbox]}
      publishing:
        mail.example.com: {from: [internet], servers: [SEA-CAS1], through: none}
        PUBLISHED
      users:
        - {name: hq, mailboxServer: SEA-MBX1, count: 4000, from: [internet], protocols: {owa: 4000}}
        - {name: leeds-staff, mailboxServer: LEE-MBX1, count: 1200, from: [internet], protocols: {owa: 900}}
      """;

  private static String body(String owa) {
    return LEEDS.replace("  PUBLISHED\n", "").formatted(owa);
  }

  private static Plan plan(String before, String after) {
    return plan(List.of(), List.of(), before, after);
  }

  private static Plan plan(
      List<Waiver> waivers, List<Waiver> waiversAfter, String before, String after) {
    return Plan.of(
        new Plan.Declared(Spec.of(body(before)).topology(), waivers),
        new Plan.Declared(Spec.of(body(after)).topology(), waiversAfter),
        TODAY);
  }

  private static Plan.Declared declared(String body) {
    return new Plan.Declared(Spec.of(body).topology(), List.of());
  }

  private static Waiver waiver(String expires) {
    return new Waiver(
        "CAP-103",
        Path.SPEC.key("sites").key("leeds"),
        "agreed",
        "ann",
        "",
        LocalDate.parse(expires));
  }
}
