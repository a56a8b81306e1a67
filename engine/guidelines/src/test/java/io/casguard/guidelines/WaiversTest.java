package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Parsed;
import io.casguard.topology.Path;
import io.casguard.topology.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaiversTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final LocalDate NEXT_MONTH = TODAY.plusMonths(1);
  private static final String OWA = "spec.sites.leeds.servers.LEE1.owa";

  /// Leeds is meant to be proxied and publishes an address all the same: CAP-104.
  private static final Findings FINDINGS =
      Spec.of(
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA2: {roles: [Mailbox]}
                leeds:
                  internetFacing: false
                  servers:
                    LEE1:
                      owa:
                        windowsAuthentication: true
                        formsAuthentication: false
                        externalUrl: https://leeds.example.com/owa
                    LEE2: {roles: [Mailbox]}
              """)
          .findingsOf("CAP-104");

  @Test
  void theExampleBreaksOneGuideline() {
    assertThat(FINDINGS.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.guideline()).isEqualTo("CAP-104");
              assertThat(violation.path()).hasToString(OWA + ".externalUrl");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec",
        "spec.sites.leeds",
        "SPEC.Sites.LEEDS.servers.lee1",
        OWA,
        OWA + ".externalUrl",
      })
  void everythingInsideThePlaceIsMeant(String place) {
    // Given
    Waiver waiver = waiver("CAP-104", place, NEXT_MONTH);

    // When
    Review review = applied(FINDINGS, List.of(waiver), TODAY);

    // Then
    assertThat(review.violations()).isEmpty();
    assertThat(review.findings().waived())
        .singleElement()
        .satisfies(waived -> assertThat(waived.waiver()).isEqualTo(waiver));
    assertThat(review.findings().summary().waived()).isEqualTo(1);
    assertThat(review.findings().summary().departs()).isZero();
    assertThat(review.unmatched()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CAP-104, spec.sites.seattle",
    "CAP-104, spec.sites.leed",
    "CAP-104, spec.sites.leeds.servers.LEE1.activeSync",
    "CAP-104, spec.sites.leeds.servers.LEE1.owa.externalUrl.x",
    "CAP-103, spec.sites.leeds",
  })
  void aWaiverThatMatchesNothingIsListed(String guideline, String place) {
    // Given
    Waiver waiver = waiver(guideline, place, NEXT_MONTH);

    // When
    Review review = applied(FINDINGS, List.of(waiver), TODAY);

    // Then
    assertThat(review.findings()).isEqualTo(FINDINGS);
    assertThat(review.violations()).isEqualTo(FINDINGS.violations());
    assertThat(review.unmatched()).containsExactly(waiver);
    assertThat(review.lapsed()).isEmpty();
    assertThat(review.refused()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // its last day, and the day after
    "2026-11-25, 2026-11-25, waived",
    "2026-11-24, 2026-11-25, lapsed",
    // exactly a year, and a day more
    "2027-11-25, 2026-11-25, waived",
    "2027-11-26, 2026-11-25, refused",
    // 29 February: a year from it ends on the 28th, and it is more than a year from the 28th before
    "2029-02-28, 2028-02-29, waived",
    "2029-03-01, 2028-02-29, refused",
    "2028-02-29, 2027-02-28, refused",
    "2028-02-29, 2027-03-01, waived",
    "2028-02-29, 2028-02-29, waived",
    "2028-02-29, 2028-03-01, lapsed",
    "9999-12-31, 9999-12-31, waived",
    "0001-01-01, 2026-11-25, lapsed",
  })
  void aWaiverWaivesUntilItsLastDayAndNeverLongerThanAYear(
      LocalDate expires, LocalDate today, String standing) {
    // Given
    Waiver waiver = waiver("CAP-104", OWA, expires);

    // When
    Review review = applied(FINDINGS, List.of(waiver), today);

    // Then
    assertThat(review.findings().waived()).hasSize(standing.equals("waived") ? 1 : 0);
    assertThat(review.violations()).hasSize(standing.equals("waived") ? 0 : 1);
    assertThat(review.lapsed()).hasSize(standing.equals("lapsed") ? 1 : 0);
    assertThat(review.refused()).hasSize(standing.equals("refused") ? 1 : 0);
    assertThat(review.unmatched()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25, 2026-11-25, 2026-11-26", // lapses tomorrow
    "2026-11-24, 2026-11-25, ''", // has lapsed
    "2027-11-25, 2026-11-25, 2027-11-26", // in force from today
    "2027-11-26, 2026-11-25, 2026-11-26", // in force from tomorrow
    "2028-02-29, 2027-02-28, 2027-03-01",
    "2029-02-28, 2028-02-27, 2028-02-28",
  })
  void theNextDayThatChangesSomethingIsKnown(LocalDate expires, LocalDate today, String next) {
    // Given
    List<Waiver> waivers = List.of(waiver("CAP-104", OWA, expires));

    // When
    Optional<LocalDate> day = Waivers.nextChange(waivers, today);

    // Then
    assertThat(day.map(LocalDate::toString).orElse("")).isEqualTo(next);
    assertThat(reviewed(waivers, today)).isEqualTo(reviewed(waivers, before(day, today)));
    day.ifPresent(
        it -> assertThat(reviewed(waivers, it)).isNotEqualTo(reviewed(waivers, it.minusDays(1))));
  }

  /// How many waivers are in force and how many have lapsed.
  private static List<Integer> reviewed(List<Waiver> waivers, LocalDate day) {
    Review review = applied(FINDINGS, waivers, day);
    return List.of(review.findings().waived().size(), review.lapsed().size());
  }

  private static LocalDate before(Optional<LocalDate> next, LocalDate otherwise) {
    return next.map(day -> day.minusDays(1)).orElse(otherwise);
  }

  @Test
  void aWaiverOfMoreThanAYearSaysWhichDayIsTheLatest() {
    // Given
    Waiver waiver = waiver("CAP-104", OWA, LocalDate.parse("2030-01-01"));

    // When
    Review review = applied(FINDINGS, List.of(waiver), TODAY);

    // Then
    assertThat(review.refused())
        .containsExactly(
            new Review.Refused(
                waiver,
                "it expires on 2030-01-01, more than a year ahead: 2027-11-25 is the latest"));
  }

  @Test
  void aWaiverOfAnUnknownGuidelineIsRefusedEvenWhereItLapsed() {
    // Given
    Waiver waiver = waiver("CAP-999", OWA, TODAY.minusDays(1));

    // When
    Review review = applied(FINDINGS, List.of(waiver), TODAY);

    // Then
    assertThat(review.refused())
        .containsExactly(new Review.Refused(waiver, "there is no guideline CAP-999"));
    assertThat(review.lapsed()).isEmpty();
  }

  @Test
  void ofSeveralWaiversTheOneThatLastsLongestIsNamedAndNoneIsUnmatched() {
    // Given
    Waiver site = waiver("CAP-104", "spec.sites.leeds", TODAY);
    Waiver directory = waiver("CAP-104", OWA, NEXT_MONTH);

    // When
    Review review = applied(FINDINGS, List.of(directory, site), TODAY);

    // Then
    assertThat(review.findings().waived())
        .singleElement()
        .satisfies(waived -> assertThat(waived.waiver()).isEqualTo(directory));
    assertThat(review.unmatched()).isEmpty();
  }

  @Test
  void aLapsedWaiverIsFoundForItsViolation() {
    // Given
    Waiver waiver = waiver("CAP-104", "spec.sites.leeds", TODAY.minusDays(1));

    // When
    Review review = applied(FINDINGS, List.of(waiver), TODAY);

    // Then
    assertThat(review.lapsedFor(review.violations().getFirst())).contains(waiver);
  }

  @Test
  void theOrderOfWaiversChangesNothing() {
    // Given
    List<Waiver> waivers =
        List.of(
            waiver("CAP-104", OWA, NEXT_MONTH),
            waiver("CAP-103", OWA, NEXT_MONTH),
            waiver("CAP-101", "spec.sites.seattle", TODAY.minusDays(1)),
            waiver("CAP-101", OWA, TODAY.minusDays(2)),
            waiver("CAP-999", OWA, NEXT_MONTH));

    // When
    Review review = applied(FINDINGS, waivers.reversed(), TODAY);

    // Then
    assertThat(review).isEqualTo(applied(FINDINGS, waivers, TODAY));
  }

  static Stream<Arguments> examples() {
    return Catalog.guidelines().stream()
        .flatMap(
            guideline ->
                guideline.examples().stream()
                    .map(
                        example ->
                            Arguments.argumentSet(
                                guideline.number() + " " + example.title(), example.spec())));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whereverAReportFindsAViolationItCanBeWaived(String spec) {
    // Given
    Findings findings = Spec.of(spec).findings();
    String waivers =
        findings.violations().stream()
            .map(
                violation ->
                    "    - {guideline: %s, place: '%s', reason: r, owner: o, expires: 2027-01-01}\n"
                        .formatted(
                            violation.guideline(), violation.path().toString().replace("'", "''")))
            .distinct()
            .collect(Collectors.joining());

    // When
    Manifest.Reading reading =
        Manifest.read(
            List.of(
                new SourceFile("topology.yaml", document("Topology", spec)),
                new SourceFile("waivers.yaml", document("Waivers", "waivers:\n" + waivers))));

    // Then
    assertThat(reading)
        .isInstanceOfSatisfying(
            Manifest.Reading.Accepted.class,
            accepted ->
                assertThat(
                        applied(findings, accepted.organizations().getFirst().waivers(), TODAY)
                            .violations())
                    .isEmpty());
  }

  private static String document(String kind, String spec) {
    return "apiVersion: casguard.io/v1\nkind: %s\nmetadata: {name: example}\nspec:\n%s"
        .formatted(kind, spec.indent(2));
  }

  private static Review applied(Findings findings, List<Waiver> waivers, LocalDate today) {
    return Waivers.apply(findings, waivers, today, Catalog.guidelines());
  }

  private static Waiver waiver(String guideline, String place, LocalDate expires) {
    return new Waiver(guideline, path(place), "it is agreed", "Ann", "CHG-1", expires);
  }

  private static Path path(String text) {
    return switch (Path.parse(text)) {
      case Parsed.Understood<Path>(Path path) -> path;
      case Parsed.Refused<Path>(String why) -> throw new IllegalArgumentException(text + why);
    };
  }
}
