package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Organization;
import io.casguard.topology.OutlookProvider;
import io.casguard.topology.Part;
import io.casguard.topology.RpcAuthentication;
import io.casguard.topology.Server;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
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
                    LEE-CAS0: {roles: [ClientAccess], version: 2007}
                    LEE-EX1: {roles: [ClientAccess], version: 2010}
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

  @Test
  void theServiceConnectionPointIsThatOfTheServer() {
    // Given
    Directory autodiscover = directory(DirectoryKind.AUTODISCOVER);
    // When
    List<String> lines =
        Cmdlets.of(
            List.of(
                Edit.set(
                    autodiscover,
                    Vocabulary.SERVICE_INTERNAL_URI,
                    new Url("https://lee-cas1.example.com/Autodiscover/Autodiscover.xml")),
                Edit.set(autodiscover, Vocabulary.BASIC_AUTHENTICATION, true),
                Edit.set(
                    autodiscover,
                    Vocabulary.SITE_SCOPE,
                    new TreeSet<>(List.of("leeds", "York's Hill")))));
    // Then
    assertThat(lines)
        .containsExactly(
            "Set-ClientAccessServer 'LEE-CAS1' -AutoDiscoverServiceInternalUri https://lee-cas1.example.com/Autodiscover/Autodiscover.xml -AutoDiscoverSiteScope 'York''s Hill','leeds'",
            "Set-AutodiscoverVirtualDirectory 'LEE-CAS1\\Autodiscover (Default Web Site)' -BasicAuthentication $true");
  }

  @Test
  void outlookAnywhereIsSetWhereItIsEnabled() {
    // Given
    Part rpc = Part.of(server("LEE-CAS1"), Vocabulary.OUTLOOK_ANYWHERE_KEY);
    // When
    List<String> lines =
        Cmdlets.of(
            List.of(
                Edit.set(rpc, Vocabulary.EXTERNAL_HOSTNAME, "mail.example.com"),
                Edit.set(
                    rpc,
                    Vocabulary.IIS_AUTHENTICATION,
                    new TreeSet<>(List.of(RpcAuthentication.BASIC, RpcAuthentication.NTLM))),
                Edit.set(rpc, Vocabulary.SSL_OFFLOADING, false)));
    // Then
    assertThat(lines)
        .containsExactly(
            "Set-OutlookAnywhere 'LEE-CAS1\\Rpc (Default Web Site)' -ExternalHostname mail.example.com -IISAuthenticationMethods Basic,Ntlm -SSLOffloading $false");
  }

  @Test
  void outlookAnywhereIsEnabledInTheWordsOfItsServicePack() {
    // When
    List<String> lines =
        Stream.of("LEE-CAS1", "LEE-CAS0")
            .map(name -> Part.of(server(name), Vocabulary.OUTLOOK_ANYWHERE_KEY))
            .flatMap(rpc -> Cmdlets.of(enabling(rpc)).stream())
            .toList();
    // Then
    assertThat(lines)
        .containsExactly(
            "Enable-OutlookAnywhere -Server LEE-CAS1 -ExternalHostname mail.example.com -ClientAuthenticationMethod Basic -IISAuthenticationMethods Basic -SSLOffloading $false",
            "Enable-OutlookAnywhere -Server LEE-CAS0 -ExternalHostname mail.example.com -ExternalAuthenticationMethod Basic -SSLOffloading $false");
  }

  @Test
  void outlookAnywhereIsDisabledWithoutSettings() {
    // Given
    Part rpc = Part.of(server("LEE-CAS1"), Vocabulary.OUTLOOK_ANYWHERE_KEY);
    // When
    List<String> lines =
        Cmdlets.of(
            List.of(
                Edit.clear(rpc, Vocabulary.EXTERNAL_HOSTNAME),
                Edit.set(rpc, Vocabulary.OUTLOOK_ANYWHERE_ENABLED, false)));
    // Then
    assertThat(lines).containsExactly("Disable-OutlookAnywhere -Server LEE-CAS1");
  }

  @Test
  void mailServicesAndProvidersHaveCmdletsOfTheirOwn() {
    // Given
    Server server = server("LEE-CAS1");
    OutlookProvider provider = OutlookProvider.expr(LEEDS);
    // When
    List<String> lines =
        Cmdlets.of(
            List.of(
                Edit.set(
                    Part.of(server, Vocabulary.POP3),
                    Vocabulary.X509_CERTIFICATE_NAME,
                    "pop.example.com"),
                Edit.set(
                    Part.of(server, Vocabulary.IMAP4),
                    Vocabulary.X509_CERTIFICATE_NAME,
                    "imap.example.com"),
                Edit.set(provider, Vocabulary.CERT_PRINCIPAL_NAME, "mail.example.com")));
    // Then
    assertThat(lines)
        .containsExactly(
            "Set-PopSettings -Server LEE-CAS1 -X509CertificateName pop.example.com",
            "Set-ImapSettings -Server LEE-CAS1 -X509CertificateName imap.example.com",
            "Set-OutlookProvider EXPR -CertPrincipalName msstd:mail.example.com");
  }

  @Test
  void whatNoCmdletMakesHasNoLine() {
    // Given
    Part pop = Part.of(server("LEE-CAS1"), Vocabulary.POP3);
    // When
    List<String> lines =
        Cmdlets.of(
            List.of(
                Edit.set(pop, Vocabulary.MAIL_SERVICE_ENABLED, true),
                Edit.set(pop, Vocabulary.PUBLISHED_NAME, "pop.example.com"),
                Edit.set(
                    Part.of(server("LEE-CAS1"), Vocabulary.POP3, Vocabulary.LEGACY_POP3),
                    Vocabulary.X509_CERTIFICATE_NAME,
                    "pop.example.com"),
                Edit.set(directory(DirectoryKind.OWA), Vocabulary.ANONYMOUS_AUTHENTICATION, false),
                Edit.set(directory(DirectoryKind.OWA), Vocabulary.SSL_OFFLOADED, true),
                Edit.set(directory(DirectoryKind.OWA), Vocabulary.REQUIRE_SSL, true),
                Edit.set(server("LEE-CAS1"), Vocabulary.STANDBY, true)));
    // Then
    assertThat(lines).isEmpty();
  }

  @Test
  void whatIsEnabledElsewhereIsOnlySetHere() {
    // Given
    Part enabled = Part.of(server("LEE-CAS1"), Vocabulary.OUTLOOK_ANYWHERE_KEY);
    Part set = Part.of(server("LEE-CAS2"), Vocabulary.OUTLOOK_ANYWHERE_KEY);
    // When
    List<String> lines =
        Cmdlets.of(
            List.of(
                Edit.set(enabled, Vocabulary.OUTLOOK_ANYWHERE_ENABLED, true),
                Edit.set(set, Vocabulary.SSL_OFFLOADING, false)));
    // Then
    assertThat(lines)
        .containsExactly(
            "Enable-OutlookAnywhere -Server LEE-CAS1",
            "Set-OutlookAnywhere 'LEE-CAS2\\Rpc (Default Web Site)' -SSLOffloading $false");
  }

  @Test
  void onlyTheFirstReleaseOf2007HasItsOwnWords() {
    // When
    List<String> lines =
        Stream.of("LEE-CAS0", "LEE-EX1")
            .map(name -> Part.of(server(name), Vocabulary.OUTLOOK_ANYWHERE_KEY))
            .flatMap(
                rpc ->
                    Cmdlets.of(
                        List.of(
                            Edit.set(
                                rpc, Vocabulary.CLIENT_AUTHENTICATION, RpcAuthentication.NTLM)))
                        .stream())
            .toList();
    // Then
    assertThat(lines)
        .containsExactly(
            "Set-OutlookAnywhere 'LEE-CAS0\\Rpc (Default Web Site)' -ExternalAuthenticationMethod Ntlm",
            "Set-OutlookAnywhere 'LEE-EX1\\Rpc (Default Web Site)' -ClientAuthenticationMethod Ntlm");
  }

  @Test
  void whatIsEmptyIsNull() {
    // Given
    OutlookProvider provider = OutlookProvider.expr(LEEDS);
    Directory autodiscover = directory(DirectoryKind.AUTODISCOVER);
    // When
    List<String> lines =
        Cmdlets.of(
            List.of(
                Edit.clear(provider, Vocabulary.CERT_PRINCIPAL_NAME),
                Edit.set(autodiscover, Vocabulary.SITE_SCOPE, new TreeSet<>()),
                Edit.clear(directory(DirectoryKind.ACTIVE_SYNC), Vocabulary.EXTERNAL_URL)));
    // Then
    assertThat(lines)
        .containsExactly(
            "Set-OutlookProvider EXPR -CertPrincipalName $null",
            "Set-ClientAccessServer 'LEE-CAS1' -AutoDiscoverSiteScope $null",
            "Set-ActiveSyncVirtualDirectory 'LEE-CAS1\\Microsoft-Server-ActiveSync (Default Web Site)' -ExternalUrl $null");
  }

  @Test
  void aPrincipalNameKeepsItsPrefix() {
    // When
    List<String> lines =
        Stream.of("mail.example.com", "msstd:mail.example.com", "MSSTD:mail.example.com")
            .flatMap(
                name ->
                    Cmdlets.of(
                        List.of(
                            Edit.set(
                                OutlookProvider.expr(LEEDS), Vocabulary.CERT_PRINCIPAL_NAME, name)))
                        .stream())
            .toList();
    // Then
    assertThat(lines)
        .containsExactly(
            "Set-OutlookProvider EXPR -CertPrincipalName msstd:mail.example.com",
            "Set-OutlookProvider EXPR -CertPrincipalName msstd:mail.example.com",
            "Set-OutlookProvider EXPR -CertPrincipalName MSSTD:mail.example.com");
  }

  private static List<Edit> enabling(Part rpc) {
    return List.of(
        Edit.set(rpc, Vocabulary.OUTLOOK_ANYWHERE_ENABLED, true),
        Edit.set(rpc, Vocabulary.EXTERNAL_HOSTNAME, "mail.example.com"),
        Edit.set(rpc, Vocabulary.CLIENT_AUTHENTICATION, RpcAuthentication.BASIC),
        Edit.set(
            rpc, Vocabulary.IIS_AUTHENTICATION, new TreeSet<>(List.of(RpcAuthentication.BASIC))),
        Edit.set(rpc, Vocabulary.SSL_OFFLOADING, false));
  }

  private static Server server(String name) {
    return LEEDS.serverNamed(name).orElseThrow();
  }

  private static Directory directory(DirectoryKind kind) {
    return server("LEE-CAS1").directories(kind).toOptional().orElseThrow().getFirst();
  }
}
