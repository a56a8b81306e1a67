package io.casguard.formats.shell;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Names that cmdlets print, by which an export is recognized.
///
/// They are those that casguard reads, and the commonest others; an export may have many more.
public final class PropertyNames {
  // spotless:off
  private static final Set<String> KNOWN =
      folded(
          "Name", "Identity", "Server", "ServerName", "Guid", "DistinguishedName", "WhenChanged", "WhenCreated", "WhenChangedUTC",
          "WhenCreatedUTC", "OriginatingServer", "ObjectCategory", "ObjectClass", "IsValid", "RunspaceId",
          "Fqdn", "Site", "ServerRole", "ExchangeLegacyServerRole", "AdminDisplayVersion", "ExchangeVersion", "IsClientAccessServer",
          "IsMailboxServer", "IsHubTransportServer", "IsUnifiedMessagingServer", "IsEdgeServer", "IsExchange2007OrLater", "IsMemberOfCluster",
          "InternalUrl", "ExternalUrl", "BasicAuthentication", "DigestAuthentication", "WindowsAuthentication", "FormsAuthentication",
          "BasicAuthEnabled", "WindowsAuthEnabled", "ClientCertAuth", "InternalAuthenticationMethods", "ExternalAuthenticationMethods",
          "RedirectToOptimalOWAServer", "OwaVersion", "LogonFormat", "DefaultDomain", "MetabasePath", "WebSite", "Path", "RequireSSL",
          "PollInterval", "InternalNLBBypassUrl", "AutoDiscoverServiceInternalUri", "AutoDiscoverSiteScope", "OutlookAnywhereEnabled",
          "ExternalHostname", "InternalHostname", "ClientAuthenticationMethod", "IISAuthenticationMethods", "SSLOffloading",
          "ProtocolName", "X509CertificateName", "SSLBindings", "UnencryptedOrTLSBindings", "LoginType",
          "HubSiteEnabled", "Cost", "ADCost", "ExchangeCost", "Sites",
          "Database", "RecipientTypeDetails", "OWAEnabled", "ActiveSyncEnabled", "PopEnabled", "ImapEnabled", "MAPIEnabled",
          "MAPIBlockOutlookRpcHttp", "DomainName", "DomainType", "CertPrincipalName", "VirtualDirectories",
          "PublicFolderDistributionEnabled", "ServerVersion", "OWAInternalURL", "EASInternalURL", "EWSInternalURL", "OABInternalURL",
          "OWAExternalURL", "EASExternalURL", "EWSExternalURL", "OABExternalURL", "ECPInternalURL", "ECPExternalURL", "AutoDiscURI", "AutoDiscName",
          "LiveIdAuthentication", "LiveIdBasicAuthentication", "LiveIdNegotiateAuthentication", "LiveIdSpNegoAuthentication",
          "WSSecurityAuthentication", "OAuthAuthentication", "AdfsAuthentication", "CertificateAuthentication", "EwsEnabled", "ECPEnabled",
          "InternalClientAuthenticationMethod", "ExternalClientAuthenticationMethod", "VirtualDirectoryType");
  // spotless:on

  private PropertyNames() {}

  /// Whether a name, compared without case, is one of them.
  public static boolean areKnown(String name) {
    return KNOWN.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Set<String> folded(String... names) {
    Set<String> folded = new TreeSet<>();
    for (String name : names) {
      folded.add(name.toLowerCase(Locale.ROOT));
    }
    return folded;
  }
}
