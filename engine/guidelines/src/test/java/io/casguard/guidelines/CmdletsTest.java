package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Organization;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

class CmdletsTest {
  private static final Organization LEEDS =
      Spec.of(
              """
              sites:
                leeds:
                  servers:
                    LEE-CAS1: {roles: [ClientAccess]}
                    LEE-CAS2:
                      owa:
                        - {name: owa (People's Site)}
              """)
          .organization();

  @Test
  void editsOfOneDirectoryAreOneCmdlet() {
    // Given
    Directory owa = directory(DirectoryKind.OWA);
    // When
    List<String> lines =
        Cmdlets.of(
            List.of(
                Edit.clear(owa, Vocabulary.EXTERNAL_URL),
                Edit.set(owa, Vocabulary.FORMS_AUTHENTICATION, false),
                Edit.set(owa, Vocabulary.WINDOWS_AUTHENTICATION, true),
                Edit.set(owa, Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER, true)));
    // Then
    assertThat(lines)
        .containsExactly(
            "Set-OwaVirtualDirectory 'LEE-CAS1\\owa (Default Web Site)' -ExternalUrl $null -FormsAuthentication $false -WindowsAuthentication $true -RedirectToOptimalOWAServer $true");
  }

  @Test
  void eachDirectoryHasItsOwnCmdletAndSwitches() {
    // Given
    Directory phones = directory(DirectoryKind.ACTIVE_SYNC);
    Directory services = directory(DirectoryKind.WEB_SERVICES);
    // When
    List<String> lines =
        Cmdlets.of(
            List.of(
                Edit.set(phones, Vocabulary.WINDOWS_AUTHENTICATION, true),
                Edit.set(phones, Vocabulary.BASIC_AUTHENTICATION, true),
                Edit.set(services, Vocabulary.WINDOWS_AUTHENTICATION, true),
                Edit.set(
                    services,
                    Vocabulary.INTERNAL_NLB_BYPASS_URL,
                    new Url("https://lee-cas1.example.com/ews/exchange.asmx")),
                Edit.set(directory(DirectoryKind.OAB), Vocabulary.REQUIRE_SSL, true),
                Edit.clear(directory(DirectoryKind.UNIFIED_MESSAGING), Vocabulary.EXTERNAL_URL)));
    // Then
    assertThat(lines)
        .containsExactly(
            "Set-ActiveSyncVirtualDirectory 'LEE-CAS1\\Microsoft-Server-ActiveSync (Default Web Site)' -WindowsAuthEnabled $true -BasicAuthEnabled $true",
            "Set-WebServicesVirtualDirectory 'LEE-CAS1\\EWS (Default Web Site)' -WindowsAuthentication $true -InternalNLBBypassUrl https://lee-cas1.example.com/ews/exchange.asmx",
            "Set-OabVirtualDirectory 'LEE-CAS1\\OAB (Default Web Site)' -RequireSSL $true",
            "Set-UMVirtualDirectory 'LEE-CAS1\\UnifiedMessaging (Default Web Site)' -ExternalUrl $null");
  }

  @Test
  void namesAndAddressesCannotLeaveTheirQuotes() {
    // Given
    Directory owa =
        LEEDS
            .serverNamed("LEE-CAS2")
            .orElseThrow()
            .directories(DirectoryKind.OWA)
            .toOptional()
            .orElseThrow()
            .getFirst();
    // When
    List<String> lines =
        Cmdlets.of(
            List.of(
                Edit.set(
                    owa,
                    Vocabulary.EXTERNAL_URL,
                    new Url("https://a.example.com/owa; Remove-Mailbox"))));
    // Then
    assertThat(lines)
        .containsExactly(
            "Set-OwaVirtualDirectory 'LEE-CAS2\\owa (People''s Site)' -ExternalUrl 'https://a.example.com/owa; Remove-Mailbox'");
  }

  private static Directory directory(DirectoryKind kind) {
    return LEEDS
        .serverNamed("LEE-CAS1")
        .orElseThrow()
        .directories(kind)
        .toOptional()
        .orElseThrow()
        .getFirst();
  }
}
