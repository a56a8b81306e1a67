package io.casguard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.formats.SourceMap;
import io.casguard.impact.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanPageTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final Pattern MORE = Pattern.compile("no room here for ([0-9,]+) more violations");
  private static final String HOSTILE =
      "<img src=x onerror=alert(1)> @everyone #1 [a](https://evil.example) | `x` \\\\| {0} & www.evil.example";

  @Test
  void theVerdictAndThePeopleComeFirst() {
    // When
    String page = page(manifest("leeds", true), manifest("leeds", false));

    // Then
    assertThat(page)
        .startsWith("# contoso: BREAKS\n\nSince somebody who was reached no longer is")
        .containsSubsequence(
            "\n## People\n",
            "900 Outlook Web Access users of leeds, from the internet | PROXY → FAIL |",
            "\n## For example\n",
            "\n## Opened\n",
            "**error CAP-103**");
  }

  @Test
  void whatIsTooMuchIsCountedAndThePeopleStay() {
    // Given
    int sites = 700;
    String more =
        IntStream.range(0, sites)
            .mapToObj(
                "    site-%03d: {internetFacing: false, servers: {MBX-%1$03d: {roles: [Mailbox]}}}"
                    ::formatted)
            .collect(Collectors.joining("\n", "", "\n"));
    String after = manifest("leeds", false).replace("  publishing:", more + "  publishing:");

    // When
    String page = page(manifest("leeds", true), after);

    // Then
    MatchResult missing = MORE.matcher(page).results().toList().getFirst();
    long told = Pattern.compile("\\*\\*(error|warning|note) CAP").matcher(page).results().count();
    assertThat(page).hasSizeLessThanOrEqualTo(MarkdownCut.LIMIT).contains("\n## For example\n");
    assertThat(page.length()).isGreaterThan(MarkdownCut.LIMIT - 2_000);
    assertThat(page).endsWith("`casguard plan` prints everything.\n");
    assertThat(told + Integer.parseInt(missing.group(1).replace(",", "")))
        .isEqualTo(plan(manifest("leeds", true), after).opened().size());
  }

  @Test
  void nothingOfATopologyBecomesALinkAMentionOrMarkup() {
    // When
    Seen seen = Seen.in(page(manifest(HOSTILE, true), manifest(HOSTILE, false)));

    // Then
    assertThat(seen.active).containsOnly("<br>");
    assertThat(seen.text.toString())
        .doesNotContain("@", "://", "www.")
        .doesNotContainPattern("#\\d");
  }

  @Test
  void waiversOfTheChangeItselfAreNamedAsNotCounting() {
    // Given
    String waived =
        manifest("leeds", false)
            + """
            ---
            apiVersion: casguard.io/v1
            kind: Waivers
            metadata: {name: contoso}
            spec:
              waivers:
                - {guideline: CAP-103, place: spec.sites.leeds, reason: agreed, owner: ann, expires: 2027-01-01}
            """;

    // When
    String page = page(manifest("leeds", true), waived);

    // Then
    assertThat(page)
        .contains("1 waiver of this change waives nothing yet: it counts from the next change on.");
  }

  private static String manifest(String site, boolean fit) {
    return """
    apiVersion: casguard.io/v1
    kind: Topology
    metadata: {name: contoso}
    spec:
      domain: contoso.com
      sites:
        seattle:
          internetFacing: true
          servers:
            SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: "https://mail.contoso.com/owa"}}
        "%s":
          internetFacing: false
          servers:
            LEE-CAS1: {roles: [ClientAccess], owa: {windowsAuthentication: %s, formsAuthentication: %s}}
            LEE-MBX1: {roles: [Mailbox]}
      publishing:
        mail.contoso.com: {from: [internet], servers: [SEA-CAS1], through: none}
      users:
        - {name: "%1$s", mailboxServer: LEE-MBX1, count: 900, from: [internet], protocols: {owa: 900}}
    """
        .formatted(site, fit, !fit);
  }

  private static String page(String before, String after) {
    return PlanReport.markdown(
        List.of(
            new PlanReport(
                plan(before, after),
                PlanReport.End.of(SourceMap.none()),
                PlanReport.End.of(SourceMap.none()))));
  }

  private static Plan plan(String before, String after) {
    return Plan.of(declared(before), declared(after), TODAY);
  }

  private static Plan.Declared declared(String text) {
    return switch (Manifest.read(List.of(new SourceFile("in.yaml", text)))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> all, _) ->
          new Plan.Declared(all.getFirst().topology(), all.getFirst().waivers());
      case Manifest.Reading.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}
