package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Place;
import io.casguard.topology.Protocol;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrecedenceTest {
  private static final String SEATTLE =
      """
        seattle:
          internetFacing: true
          servers:
            SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
      """;

  private static final String LEEDS_URL = "https://leeds.example.com/owa";

  private static final String SITE_OF_LEEDS = "leeds";

  /// Every number of the specification, those without a page among them.
  private static final List<String> NUMBERS =
      Stream.of(
              IntStream.rangeClosed(101, 112),
              IntStream.rangeClosed(201, 210),
              IntStream.rangeClosed(301, 335),
              IntStream.of(351))
          .flatMap(IntStream::boxed)
          .map(number -> "CAP-" + number)
          .toList();

  @Test
  void oneSiteSilencesWhatSpeaksOfSeveralAndNothingElse() {
    // When
    Spec one =
        Spec.of(
            """
            domain: example.com
            sites:
              leeds:
                internetFacing: false
                servers:
                  LEE-CAS1:
                    owa: {externalUrl: https://leeds.example.com/owa, redirectToOptimalOwaServer: false, internalUrl: null}
                    activeSync: {externalUrl: https://leeds.example.com/Microsoft-Server-ActiveSync}
                  LEE-MBX1: {roles: [Mailbox]}
              york: {servers: {YRK-HUB1: {roles: [HubTransport]}}}
            """);
    // Then
    assertThat(one.findings().violations())
        .extracting(Violation::guideline)
        .containsExactly("CAP-106");
  }

  @Test
  void aServerWhoseSiteIsUnsaidMayBeInASecondSite() {
    // When
    Spec spec =
        Spec.of(
            """
            domain: example.com
            sites:
              leeds:
                internetFacing: false
                servers:
                  LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa, windowsAuthentication: true, formsAuthentication: false}}
                  LEE-MBX1: {roles: [Mailbox]}
            servers:
              SEA-CAS1: {roles: [ClientAccess]}
            """);
    // Then
    assertThat(spec.violations("CAP-104")).hasSize(1);
  }

  @Test
  void takingTheUrlAwayAndAcceptingIntegratedAreOneFinding() {
    // When
    Spec spec =
        Spec.of(
            "domain: example.com\nsites:\n"
                + SEATTLE
                + """
        leeds:
          intent: {owa: proxy}
          servers:
            LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}, activeSync: {windowsAuthentication: true}}
            LEE-CAS2: {owa: {}, activeSync: {windowsAuthentication: true}}
            LEE-MBX1: {roles: [Mailbox]}
      """
                    .indent(0));
    // Then
    assertThat(spec.findings().violations()).hasSize(1);
    assertThat(spec.findings().violations().getFirst().cmdlets())
        .containsExactly(
            "Set-OwaVirtualDirectory 'LEE-CAS1\\owa (Default Web Site)' -ExternalUrl $null -FormsAuthentication $false -WindowsAuthentication $true",
            "Set-OwaVirtualDirectory 'LEE-CAS2\\owa (Default Web Site)' -FormsAuthentication $false -WindowsAuthentication $true");
    assertThat(spec.findings().violations().getFirst().severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void aForgottenUrlIsAskedAboutAndAnIntendedOneIsAnError() {
    assertThat(severityOf("internetFacing: false", "https://leeds.example.com/owa"))
        .isEqualTo("warning asks");
    assertThat(severityOf("intent: {owa: proxy}", "https://leeds.example.com/owa"))
        .isEqualTo("error");
    assertThat(severityOf("internetFacing: false", "https://mail.example.com/owa"))
        .isEqualTo("error");
    assertThat(severityOf("internetFacing: false", "https://lee-cas1.corp.local/owa"))
        .isEqualTo("error");
    assertThat(
            severityOf(
                "internetFacing: false, intent: {owa: redirect}", "https://leeds.example.com/owa"))
        .isEqualTo("nothing");
    assertThat(severityOf("", "https://leeds.example.com/owa")).isEqualTo("nothing");
  }

  @Test
  void whereDevicesAreSentAwayTooTheLayoutIsNoQuestion() {
    // When
    Spec spec =
        Spec.of(
            "sites:\n"
                + SEATTLE
                + """
        leeds:
          internetFacing: false
          servers:
            LEE-CAS1:
              owa: {externalUrl: https://leeds.example.com/owa, windowsAuthentication: true, formsAuthentication: false}
              activeSync: {externalUrl: https://leeds.example.com/Microsoft-Server-ActiveSync}
      """
                    .indent(0));
    // Then
    assertThat(spec.violations("CAP-104").getFirst().severity()).isEqualTo(Severity.ERROR);
    assertThat(spec.violations("CAP-104").getFirst().message()).contains("implied");
    assertThat(spec.violations("CAP-202")).hasSize(1);
  }

  @Test
  void anAddressOfItsOwnIsAskedForOnce() {
    // When
    Spec spec =
        Spec.of(
            "sites:\n"
                + SEATTLE
                + """
        leeds:
          internetFacing: true
          servers:
            LEE-CAS1: {owa: {}}
            LEE-MBX1: {roles: [Mailbox]}
      """
                    .indent(0));
    // Then
    assertThat(spec.findings().violations())
        .extracting(Violation::guideline)
        .containsExactly("CAP-204");
  }

  @Test
  void aLegalLayoutAndASiteWithoutAServerSilenceWhatIsSaidOfThem() {
    // Given
    Organization organization =
        Spec.of(
                "sites:\n"
                    + SEATTLE
                    + """
        leeds:
          intent: {owa: redirect}
          servers:
            LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
        york:
          servers:
            YRK-MBX1: {roles: [Mailbox]}
      """
                        .indent(0))
            .organization();
    Guideline any = Catalog.guidelines().getFirst();
    Violation noServer = at(any, organization, "york", "CAP-101");
    // When
    List<Verdict> left =
        Precedence.apply(
            organization,
            List.of(
                noServer.departs(),
                at(any, organization, "leeds", "CAP-104").departs(),
                at(any, organization, "york", "CAP-106").departs()));
    // Then
    assertThat(new Findings(left).violations()).containsExactly(noServer);
  }

  @Test
  void oneSiteSilencesExactlyTheGuidelinesThatTheSpecificationNames() {
    // Given
    Organization organization =
        Spec.of(
                """
                sites:
                  leeds:
                    servers:
                      LEE-CAS1: {owa: {}}
                      LEE-MBX1: {roles: [Mailbox]}
                """)
            .organization();
    // When
    List<String> silenced =
        NUMBERS.stream().filter(number -> isSilenced(organization, SITE_OF_LEEDS, number)).toList();
    // Then
    assertThat(silenced)
        .containsExactly(
            "CAP-103", "CAP-104", "CAP-107", "CAP-201", "CAP-202", "CAP-203", "CAP-204", "CAP-301",
            "CAP-304", "CAP-305");
  }

  @Test
  void whatIsStatedComesBeforeWhatIsImpliedAndThatBeforeWhatIsInferred() {
    // When
    String stated = messageOf("intent: {owa: proxy}");
    String implied = messageOf("internetFacing: false");
    String inferred = messageOf("");
    // Then
    assertThat(stated).endsWith("leeds is reached by proxying");
    assertThat(implied).endsWith("leeds is reached by proxying (implied by internetFacing: false)");
    assertThat(inferred)
        .endsWith(
            "leeds is reached by proxying (inferred: none of its servers has an external URL)");
    assertThat(severityOf("intent: {owa: proxy}, internetFacing: true", LEEDS_URL))
        .isEqualTo("error");
    assertThat(severityOf("intent: {owa: redirect}, internetFacing: false", LEEDS_URL))
        .isEqualTo("nothing");
  }

  /// What CAP-103 says of a site that was left as Setup made it.
  private static String messageOf(String site) {
    Spec spec =
        Spec.of(
            "sites:\n"
                + SEATTLE
                + "  leeds: {"
                + (site.isEmpty() ? "" : site + ", ")
                + "servers: {LEE-CAS1: {owa: {}}, LEE-MBX1: {roles: [Mailbox]}}}\n");
    return spec.violations("CAP-103").getFirst().message();
  }

  @Test
  void anInferredDoorToTheInternetNeverRaisesWhatItWasInferredFrom() {
    // When
    Spec spec =
        Spec.of(
            """
            sites:
              seattle: {servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}, SEA-CAS2: {owa: {}}, SEA-MBX1: {roles: [Mailbox]}}}
              leeds: {servers: {LEE-CAS1: {owa: {externalUrl: https://leeds.corp.local/owa}}, LEE-MBX1: {roles: [Mailbox]}}}
            """);
    // Then
    assertThat(spec.violations("CAP-102")).isEmpty();
    assertThat(spec.violations("CAP-104")).isEmpty();
    assertThat(spec.findings().notChecked())
        .extracting(Verdict.NotChecked::guideline)
        .contains("CAP-102");
  }

  @Test
  void theMixedLayoutIsLegalOnlyUnderItsConditions() {
    assertThat(silencedInLeeds("intent: {owa: redirect}", "")).isTrue();
    assertThat(silencedInLeeds("intent: {owa: redirect}, internetFacing: false", "")).isTrue();
    assertThat(silencedInLeeds("internetFacing: true", "")).isTrue();
    assertThat(silencedInLeeds("", "")).isTrue();
    assertThat(silencedInLeeds("internetFacing: false", "")).isFalse();
    assertThat(silencedInLeeds("intent: {owa: proxy}", "")).isFalse();
    for (String other : List.of("activeSync", "webServices", "oab", "unifiedMessaging")) {
      assertThat(
              silencedInLeeds(
                  "intent: {owa: redirect}",
                  ", " + other + ": {externalUrl: https://leeds.example.com/any}"))
          .as(other)
          .isFalse();
    }
    assertThat(silencedInLeeds("intent: {owa: redirect}", "", "defaults: none\n")).isFalse();
  }

  private static boolean silencedInLeeds(String site, String more) {
    return silencedInLeeds(site, more, "");
  }

  private static boolean silencedInLeeds(String site, String more, String before) {
    Organization organization =
        Spec.of(
                before
                    + "sites:\n"
                    + SEATTLE
                    + "  leeds: {"
                    + (site.isEmpty() ? "" : site + ", ")
                    + "servers: {LEE-CAS1: {owa: {externalUrl: "
                    + LEEDS_URL
                    + "}"
                    + more
                    + "}}}\n")
            .organization();
    boolean forgotten = isSilenced(organization, SITE_OF_LEEDS, "CAP-104");
    boolean partly = isSilenced(organization, SITE_OF_LEEDS, "CAP-303");
    assertThat(forgotten).isEqualTo(partly);
    return forgotten;
  }

  @Test
  void theMixedLayoutStillDemandsIntegratedOfWhatIsProxied() {
    // When
    Spec spec =
        Spec.of(
            "sites:\n"
                + SEATTLE
                + """
        leeds:
          intent: {owa: redirect, webServices: proxy, activeSync: proxy}
          servers:
            LEE-CAS1:
              owa: {externalUrl: https://leeds.example.com/owa}
              webServices: {windowsAuthentication: false}
              activeSync: {windowsAuthentication: false}
            LEE-MBX1: {roles: [Mailbox]}
      """
                    .indent(0));
    // Then
    assertThat(spec.findings().violations())
        .extracting(violation -> violation.guideline() + " " + violation.place())
        .containsExactly(
            "CAP-210 LEE-CAS1\\Microsoft-Server-ActiveSync (Default Web Site)",
            "CAP-210 LEE-CAS1\\EWS (Default Web Site)");
  }

  @Test
  void halfOfTheWayToTheMixedLayoutIsAQuestion() {
    // When
    Spec spec =
        Spec.of(
            "sites:\n"
                + SEATTLE
                + """
        leeds:
          servers:
            LEE-CAS1:
              owa: {externalUrl: https://leeds.example.com/owa}
              activeSync: {externalUrl: https://leeds.example.com/Microsoft-Server-ActiveSync}
            LEE-MBX1: {roles: [Mailbox]}
      """
                    .indent(0));
    // Then
    Violation asked = spec.violations("CAP-210").getFirst();
    assertThat(asked.asks()).isTrue();
    assertThat(asked.severity()).isEqualTo(Severity.INFO);
    assertThat(asked.message()).contains("451").endsWith("on purpose?");
    assertThat(told(spec, "CAP-303")).noneMatch(told -> told.contains("LEE-CAS1"));
  }

  @Test
  void anAddressThatTwoSitesShareIsNotAForgottenOneToo() {
    // Given
    Organization organization =
        Spec.of(
                "sites:\n"
                    + SEATTLE
                    + "  leeds: {internetFacing: false, servers: {LEE-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}, LEE-CAS2: {owa: {externalUrl: https://mail.example.com/owa}}}}\n")
            .organization();
    List<Directory> owa =
        organization.siteNamed("leeds").orElseThrow().directories(DirectoryKind.OWA).toList();
    Guideline any = Catalog.guidelines().getFirst();
    Violation shared = at(any, organization, owa.getFirst(), "CAP-301");
    Violation elsewhere = at(any, organization, owa.getLast(), "CAP-104");
    // When
    List<Verdict> left =
        Precedence.apply(
            organization,
            List.of(
                shared.departs(),
                at(any, organization, owa.getFirst(), "CAP-104").departs(),
                elsewhere.departs()));
    // Then
    assertThat(new Findings(left).violations()).containsExactly(shared, elsewhere);
  }

  @Test
  void anArrayInFrontOfWebServicesIsSaidOnceAndOfOwaStillSaid() {
    // When
    Spec spec =
        Spec.of(
            "domain: example.com\nsites:\n"
                + SEATTLE
                + """
        leeds:
          internetFacing: false
          servers:
            LEE-CAS1:
              owa: {windowsAuthentication: true, formsAuthentication: false, internalUrl: https://array.example.com/owa}
              webServices: {internalUrl: https://array.example.com/EWS/Exchange.asmx, internalNlbBypassUrl: null}
      """
                    .indent(0));
    // Then
    assertThat(told(spec, "CAP-106", "CAP-305"))
        .containsExactly(
            "CAP-106 LEE-CAS1\\owa (Default Web Site)", "CAP-305 LEE-CAS1\\EWS (Default Web Site)");
  }

  @Test
  void anArrayInFrontOfWebServicesOfTheOnlySiteIsNoFault() {
    // When
    Spec spec =
        Spec.of(
            """
            domain: example.com
            sites:
              leeds:
                servers:
                  LEE-CAS1: {webServices: {internalUrl: https://array.example.com/EWS/Exchange.asmx, internalNlbBypassUrl: null}}
            """);
    // Then
    assertThat(spec.violations("CAP-305")).isEmpty();
  }

  @Test
  void aPublishedServerWithoutTheUrlThatItsNeighbourHasIsToldOnce() {
    // When
    Spec spec =
        Spec.of(
            """
            sites:
              seattle:
                internetFacing: true
                servers:
                  SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                  SEA-CAS2: {owa: {externalUrl: null}}
            publishing:
              mail.example.com: {from: [internet], servers: [SEA-CAS1, SEA-CAS2]}
            """);
    // Then
    assertThat(told(spec, "CAP-102", "CAP-302"))
        .containsExactly("CAP-102 SEA-CAS2\\owa (Default Web Site)");
  }

  @Test
  void aChildWithTheNameOfItsDoorIsToldOnce() {
    // When
    Spec spec =
        Spec.of(
            """
            sites:
              seattle:
                internetFacing: true
                servers:
                  SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                  SEA-MBX1: {roles: [Mailbox]}
              leeds:
                internetFacing: false
                servers:
                  LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false, externalUrl: https://mail.example.com/owa}}
                  LEE-MBX1: {roles: [Mailbox]}
            """);
    // Then
    assertThat(told(spec, "CAP-104", "CAP-203", "CAP-204", "CAP-301"))
        .containsExactly("CAP-301 LEE-CAS1\\owa (Default Web Site)");
  }

  @Test
  void whatTheMixedLayoutLeavesEmptyIsNotMissedAtItsSiteButAtOthers() {
    // When
    Spec spec =
        Spec.of(
            """
            sites:
              seattle:
                internetFacing: true
                servers:
                  SEA-CAS1:
                    owa: {externalUrl: https://mail.example.com/owa}
                    activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}
                    webServices: {externalUrl: https://mail.example.com/EWS/Exchange.asmx}
                    oab: {externalUrl: null}
              leeds:
                internetFacing: true
                servers:
                  LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
            """);
    // Then
    assertThat(told(spec, "CAP-102", "CAP-303"))
        .containsExactly("CAP-303 SEA-CAS1\\OAB (Default Web Site)");
  }

  private static List<String> told(Spec spec, String... guidelines) {
    return spec.findings().violations().stream()
        .filter(violation -> List.of(guidelines).contains(violation.guideline()))
        .map(violation -> violation.guideline() + " " + violation.place())
        .sorted()
        .toList();
  }

  @Test
  void aWrongPathOfActiveSyncIsNamedOnce() {
    // When
    Spec spec =
        Spec.of(
            """
            sites:
              seattle:
                internetFacing: true
                servers:
                  SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, activeSync: {externalUrl: https://mail.example.com/eas}}
            """);
    // Then
    assertThat(spec.violations("CAP-322")).hasSize(1);
    assertThat(spec.violations("CAP-102")).isEmpty();
  }

  @Test
  void aWrongPathOfActiveSyncDoesNotSilenceAWrongScheme() {
    // When
    Spec spec =
        Spec.of(
            """
            sites:
              seattle:
                internetFacing: true
                servers:
                  SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, activeSync: {externalUrl: http://mail.example.com/eas}}
            """);
    // Then
    assertThat(spec.violations("CAP-322")).hasSize(1);
    assertThat(spec.violations("CAP-102")).extracting(Violation::check).containsExactly("scheme");
  }

  @Test
  void devicesThatABackEndRefusesAreNamedOnce() {
    // Given
    Spec spec =
        Spec.of(
            """
            sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
            servers:
              OLD-BE1: {version: 2003 SP2, legacy: {exchange: {windowsAuthentication: false}}}
            users: [{name: veterans, mailboxServer: OLD-BE1, count: 40}]
            """);
    // When
    List<Violation> alone =
        new Findings(new LegacyBackEndShowsNoForm().check(spec.organization()).toList())
            .violations();
    // Then
    assertThat(alone).extracting(Violation::check).containsExactly("integrated", "devices");
    assertThat(spec.violations("CAP-323")).hasSize(1);
    assertThat(spec.violations("CAP-108"))
        .extracting(Violation::check)
        .containsExactly("integrated");
  }

  @Test
  void anEmptyUrlBesideThoseOfItsSiteIsNamedOnce() {
    // Given
    Spec spec =
        Spec.of(
            """
            sites:
              seattle:
                internetFacing: true
                servers:
                  SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                  SEA-CAS2: {owa: {externalUrl: https://mail.example.com/owa}, activeSync: {externalUrl: null}}
              leeds: {internetFacing: false, servers: {LEE-MBX1: {roles: [Mailbox]}}}
            """);
    // When
    List<String> told =
        spec.findings().violations().stream()
            .filter(it -> it.path().toString().contains("SEA-CAS2.activeSync"))
            .map(Violation::guideline)
            .toList();
    // Then
    assertThat(told).containsExactly("CAP-302");
  }

  @Test
  void integratedIsToldWithTheUrlOfItsOwnServer() {
    // Given
    Spec spec =
        Spec.of(
            "sites:\n"
                + SEATTLE
                + """
                  leeds:
                    internetFacing: false
                    servers:
                      LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
                      LEE-CAS2: {owa: {externalUrl: https://leeds.example.com/owa}}
                      LEE-MBX1: {roles: [Mailbox]}
                """);
    // When
    List<Violation> told = spec.violations("CAP-104");
    // Then
    assertThat(told).hasSize(2);
    assertThat(told.getFirst().message()).contains("LEE-CAS1").doesNotContain("LEE-CAS2");
    assertThat(told.getLast().message()).contains("LEE-CAS2").doesNotContain("LEE-CAS1");
    assertThat(spec.violations("CAP-103")).isEmpty();
  }

  @Test
  void anotherGuidelineAtTheSameStatementIsStillHeard() {
    // Given
    Spec spec =
        Spec.of(
            "sites:\n"
                + SEATTLE
                + """
                  leeds:
                    internetFacing: false
                    servers:
                      LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa, formsAuthentication: true, windowsAuthentication: true}}
                      LEE-MBX1: {roles: [Mailbox]}
                """);
    // Then
    assertThat(spec.violations("CAP-104")).hasSize(1);
    assertThat(spec.violations("CAP-103")).isEmpty();
    assertThat(spec.violations("CAP-307")).hasSize(1);
  }

  @Test
  void aBackEndOf2003IsNoSecondSite() {
    // Given
    Spec spec =
        Spec.of(
            """
            servers: {SEA-BE1: {version: 2003, roles: [Mailbox]}}
            sites:
              seattle:
                internetFacing: true
                servers:
                  SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa, redirectToOptimalOwaServer: false}}
                  SEA-MBX1: {roles: [Mailbox]}
            """);
    // Then
    assertThat(spec.violations("CAP-107")).isEmpty();
  }

  @Test
  void onlyAQuestionSilencesWhatItIsAbout() {
    // Given
    Spec spec =
        Spec.of(
            "sites:\n"
                + SEATTLE
                + """
                  turku:
                    internetFacing: true
                    intent: {owa: redirect}
                    servers:
                      TKU-CAS1:
                        owa: {externalUrl: https://turku.example.com/owa}
                        activeSync: {externalUrl: https://turku.example.com/Microsoft-Server-ActiveSync}
                        webServices: {windowsAuthentication: false}
                      TKU-MBX1: {roles: [Mailbox]}
                """);
    // Then
    assertThat(spec.violations("CAP-210")).hasSize(1).noneMatch(Violation::asks);
    assertThat(spec.violations("CAP-303"))
        .extracting(it -> it.place().server().orElseThrow().name())
        .contains("TKU-CAS1");
  }

  private static boolean isSilenced(Organization organization, String site, String number) {
    Violation alone = at(Catalog.guidelines().getFirst(), organization, site, number);
    return new Findings(Precedence.apply(organization, List.of(alone.departs())))
        .violations()
        .isEmpty();
  }

  private static Violation at(
      Guideline any, Organization organization, String site, String number) {
    return at(any, organization, organization.siteNamed(site).orElseThrow(), number);
  }

  private static Violation at(
      Guideline any, Organization organization, Place place, String number) {
    Violation it = any.violated(organization, place, place.path(), Severity.ERROR, "");
    return new Violation(
        number,
        it.check(),
        it.severity(),
        false,
        place,
        it.path(),
        "",
        "",
        it.users(),
        List.of(),
        List.of(),
        it.source(),
        it.certainty());
  }

  private static String severityOf(String site, String url) {
    Spec spec =
        Spec.of(
            "sites:\n"
                + SEATTLE
                + "  leeds: {"
                + site
                + (site.isEmpty() ? "" : ", ")
                + "servers: {LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false, externalUrl: "
                + url
                + "}}, LEE-MBX1: {roles: [Mailbox]}}}\n");
    return spec.violations("CAP-104").stream()
        .findFirst()
        .map(it -> it.severity().word() + (it.asks() ? " asks" : ""))
        .orElse("nothing");
  }

  @Test
  void peopleAreCountedFromThePlace() {
    // When
    Spec spec =
        Spec.of(
            "sites:\n"
                + SEATTLE
                + """
        leeds:
          internetFacing: false
          servers:
            LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
            LEE-MBX1: {roles: [Mailbox]}
      """
                    .indent(0)
                + """
      users:
        - {name: staff, mailboxServer: LEE-MBX1, count: 1200, protocols: {owa: 900}}
      """);
    // Then
    assertThat(spec.violations("CAP-104").getFirst().users().get(Protocol.OWA))
        .hasToString("Value[value=900]");
  }

  @Test
  void fingerprintsDoNotKnowWordsOrCase() {
    // Given
    String body =
        "sites:\n"
            + SEATTLE
            + "  leeds: {internetFacing: false, servers: {LEE-CAS1: {owa: {externalUrl: https://a.example.com/owa}}}}\n";
    // When
    Violation one = Spec.of(body).violations("CAP-104").getFirst();
    Violation other =
        Spec.of(body.replace("LEE-CAS1", "lee-cas1").replace("a.example", "b.example"))
            .violations("CAP-104")
            .getFirst();
    // Then
    assertThat(one.fingerprint()).matches("[0-9a-f]{32}").isEqualTo(other.fingerprint());
    assertThat(one.check("other").fingerprint()).isNotEqualTo(one.fingerprint());
    assertThat(one.path())
        .isEqualTo(
            Path.SPEC
                .key("sites")
                .key("leeds")
                .key("servers")
                .key("LEE-CAS1")
                .key("owa")
                .key("externalUrl"));
  }

  @Test
  void howOutlookAnywhereGetsToASiteIsSaidOnce() {
    // When
    Spec spec =
        Spec.of(
            """
            domain: example.com
            sites:
              seattle:
                internetFacing: true
                servers:
                  SEA-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com}}
              leeds:
                internetFacing: true
                servers: {LEE-CAS1: {roles: [ClientAccess]}, LEE-MBX1: {roles: [Mailbox]}}
            siteLinks:
              - {sites: [seattle, leeds], rpc: false}
            """);
    // Then
    assertThat(spec.violations("CAP-208")).hasSize(1);
    assertThat(spec.violations("CAP-317")).isEmpty();
  }

  @Test
  void aHostThatOutlookCannotUseIsNotComparedWithTheSubject() {
    // When
    Spec spec =
        Spec.of(
            """
            domain: example.com
            sites:
              leeds:
                servers:
                  LEE-CAS1:
                    outlookAnywhere: {enabled: true, externalHostname: outlook.example.com}
                    certificate: {subject: mail.example.com, alternativeNames: []}
            """);
    // Then
    assertThat(spec.violations("CAP-318")).hasSize(1);
    assertThat(spec.violations("CAP-334")).isEmpty();
  }

  @Test
  void aSiteWithoutAServerIsNotToldThatPopIsMissing() {
    // When
    Spec spec =
        Spec.of(
            """
            domain: example.com
            sites:
              seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}}}
              leeds: {servers: {LEE-MBX1: {roles: [Mailbox]}}}
            users:
              - {name: leeds-sales, mailboxServer: LEE-MBX1, count: 40, protocols: {pop3: 12}}
            """);
    // Then
    assertThat(spec.violations("CAP-101")).hasSize(1);
    assertThat(spec.violations("CAP-206")).isEmpty();
  }
}
