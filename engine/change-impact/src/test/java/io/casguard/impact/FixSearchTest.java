package io.casguard.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.accesspaths.Assumptions;
import io.casguard.accesspaths.MatrixDifference.Verdict;
import io.casguard.guidelines.Cmdlets;
import io.casguard.guidelines.Edit;
import io.casguard.guidelines.Edits;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Organization;
import io.casguard.topology.Topology;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FixSearchTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

  @Test
  void whatHasNoErrorNeedsNoFix() {
    assertThat(fix(leeds("{windowsAuthentication: true, formsAuthentication: false}")))
        .isEqualTo(new Fix.NothingToDo("example"));
  }

  @Test
  void theSmallestSetIsProvenByTryingEverySmallerOne() {
    // Given
    String broken = leeds("{windowsAuthentication: false, formsAuthentication: true}");

    // When
    Fix.Found fix = (Fix.Found) fix(broken);

    // Then
    assertThat(fix.proof().smallest()).isTrue();
    assertThat(fix.edits()).hasSize(fix.proof().atLeast());
    assertThat(errors(edited(broken, fix.edits()))).isEmpty();
    assertThat(fix.plan().verdict()).isEqualTo(Verdict.CHANGES);
    assertThat(fix.plan().resolved()).extracting(Violation::guideline).contains("CAP-103");
  }

  @Test
  void theUndoScriptLeadsBackToWhatWasInForce() {
    // Given
    String broken =
        leeds(
            "{externalUrl: 'https://leeds.example.com/owa', windowsAuthentication: false, formsAuthentication: true}");
    Topology topology = Spec.of(broken).topology();

    // When
    Fix.Found fix = (Fix.Found) fix(broken);
    List<Edit> undo =
        fix.steps().reversed().stream()
            .flatMap(step -> step.undo().stream())
            .flatMap(Optional::stream)
            .toList();
    Topology back = Edits.apply(Edits.apply(topology, fix.edits()), undo);

    // Then
    assertThat(undo).hasSize(fix.edits().size());
    assertThat(fingerprints(back)).isEqualTo(fingerprints(topology));
    assertThat(Cmdlets.of(undo)).isNotEmpty();
  }

  @Test
  void stepsAreOrderedSoThatNobodyIsWorseOffOnTheWay() {
    // When
    Fix.Found fix =
        (Fix.Found) fix(leeds("{windowsAuthentication: false, formsAuthentication: true}"));

    // Then
    assertThat(fix.steps()).isNotEmpty().allMatch(Fix.Step::safe);
  }

  @Test
  void whatNoStatementRepairsHasNoSolution() {
    // Given
    String noServer =
        leeds("{}")
            .replace(
                "LEE-CAS1: {roles: [ClientAccess], owa: {}}", "LEE-HT1: {roles: [HubTransport]}");

    // When
    Fix fix = fix(noServer, Severity.WARNING);

    // Then
    assertThat(fix).isInstanceOf(Fix.NoSolution.class);
    assertThat(((Fix.NoSolution) fix).left()).extracting(Violation::guideline).contains("CAP-101");
    assertThat(((Fix.NoSolution) fix).exhaustive()).isTrue();
  }

  @Test
  void ofManyEditsNoneCanBeLeftOutAndTheBoundIsSaid() {
    // Given
    String many =
        """
        domain: example.com
        sites:
          seattle:
            internetFacing: true
            servers:
              SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://mail.example.com/owa'}}
        """
            + IntStream.range(0, 12)
                .mapToObj(
                    "  site%1$d: {internetFacing: false, servers: {CAS%1$d: {roles: [ClientAccess], owa: {windowsAuthentication: true, formsAuthentication: true}, activeSync: {windowsAuthentication: true}}, MBX%1$d: {roles: [Mailbox]}}}\n"
                        ::formatted)
                .collect(Collectors.joining());

    // When
    Fix.Found fix = (Fix.Found) fix(many);

    // Then
    assertThat(fix.proof().irreducible()).isTrue();
    assertThat(fix.edits().size()).isGreaterThanOrEqualTo(12);
    assertThat(fix.proof().atLeast()).isPositive().isLessThanOrEqualTo(fix.edits().size());
    assertThat(errors(edited(many, fix.edits()))).isEmpty();
    for (Edit edit : fix.edits()) {
      List<Edit> fewer = fix.edits().stream().filter(other -> !other.equals(edit)).toList();
      assertThat(errors(edited(many, fewer))).as(edit.toString()).isNotEmpty();
    }
  }

  private static String leeds(String owa) {
    return """
    domain: example.com
    sites:
      seattle:
        internetFacing: true
        servers:
          SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://mail.example.com/owa'}}
      leeds:
        internetFacing: false
        intent: {owa: proxy}
        servers:
          LEE-CAS1: {roles: [ClientAccess], owa: %s}
          LEE-MBX1: {roles: [Mailbox]}
    publishing:
      mail.example.com: {from: [internet], servers: [SEA-CAS1], through: none}
    users:
      - {name: leeds-staff, mailboxServer: LEE-MBX1, count: 900, from: [internet], protocols: {owa: 900}}
    """
        .formatted(owa);
  }

  private static Fix fix(String body) {
    return fix(body, Severity.ERROR);
  }

  private static Fix fix(String body, Severity least) {
    return FixSearch.of(
        new Plan.Declared(Spec.of(body).topology(), List.of()), least, TODAY, Assumptions.DEFAULT);
  }

  private static Topology edited(String body, List<Edit> edits) {
    return Edits.apply(Spec.of(body).topology(), edits);
  }

  private static List<Violation> errors(Topology topology) {
    return Check.of(Organization.of(topology)).violations().stream()
        .filter(violation -> violation.severity() == Severity.ERROR)
        .toList();
  }

  private static List<String> fingerprints(Topology topology) {
    return Check.of(Organization.of(topology)).violations().stream()
        .map(Violation::fingerprint)
        .toList();
  }
}
