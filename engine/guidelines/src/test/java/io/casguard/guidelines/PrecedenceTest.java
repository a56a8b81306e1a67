package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecedenceTest {
  private static final String SEATTLE =
      """
        seattle:
          internetFacing: true
          servers:
            SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
      """;

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

  private static Violation at(
      Guideline any, Organization organization, String site, String number) {
    var place = organization.siteNamed(site).orElseThrow();
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
}
