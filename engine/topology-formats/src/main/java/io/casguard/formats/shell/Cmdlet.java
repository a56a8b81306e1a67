package io.casguard.formats.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A cmdlet whose output is read. Source: specification 4.1; the last four are read besides.
public enum Cmdlet {
  EXCHANGE_SERVER("Get-ExchangeServer", "ExchangeServer"),
  AD_SITE("Get-AdSite", "ADSite"),
  AD_SITE_LINK("Get-AdSiteLink", "ADSiteLink"),
  CLIENT_ACCESS_SERVER("Get-ClientAccessServer", "ClientAccessServer"),
  MAILBOX_SERVER("Get-MailboxServer", "MailboxServer"),
  OWA("Get-OwaVirtualDirectory", "ADOwaVirtualDirectory"),
  ACTIVE_SYNC("Get-ActiveSyncVirtualDirectory", "ADMobileVirtualDirectory"),
  WEB_SERVICES("Get-WebServicesVirtualDirectory", "ADWebServicesVirtualDirectory"),
  OAB("Get-OabVirtualDirectory", "ADOabVirtualDirectory"),
  AUTODISCOVER("Get-AutodiscoverVirtualDirectory", "ADAutodiscoverVirtualDirectory"),
  UNIFIED_MESSAGING("Get-UMVirtualDirectory", "ADUMVirtualDirectory"),
  OUTLOOK_ANYWHERE("Get-OutlookAnywhere", "ADRpcHttpVirtualDirectory"),
  POP_SETTINGS("Get-PopSettings", "Pop3AdConfiguration"),
  IMAP_SETTINGS("Get-ImapSettings", "Imap4AdConfiguration"),
  MAILBOX("Get-Mailbox", "Mailbox"),
  CAS_MAILBOX("Get-CASMailbox", "CASMailbox"),
  ACCEPTED_DOMAIN("Get-AcceptedDomain", "AcceptedDomain"),
  OUTLOOK_PROVIDER("Get-OutlookProvider", "OutlookProvider"),
  OFFLINE_ADDRESS_BOOK("Get-OfflineAddressBook", "OfflineAddressBook"),
  /// No cmdlet: a row of a report that a script made, one server with the addresses of all its
  /// directories.
  URL_REPORT("a report of addresses", ""),
  /// No cmdlet: what `casguard collect` notes about its run.
  COLLECTION("casguard collect", "");

  /// The names of virtual directories before the brackets, in lower case.
  private static final Map<String, Cmdlet> BY_DIRECTORY =
      Map.ofEntries(
          Map.entry("owa", OWA),
          Map.entry("exchange", OWA),
          Map.entry("public", OWA),
          Map.entry("exchweb", OWA),
          Map.entry("exadmin", OWA),
          Map.entry("microsoft-server-activesync", ACTIVE_SYNC),
          Map.entry("ews", WEB_SERVICES),
          Map.entry("oab", OAB),
          Map.entry("autodiscover", AUTODISCOVER),
          Map.entry("unifiedmessaging", UNIFIED_MESSAGING),
          Map.entry("rpc", OUTLOOK_ANYWHERE));

  /// Types of objects that a script made, which say nothing.
  private static final List<String> MADE_BY_HAND = List.of("PSCustomObject", "PSObject");

  private record Mark(Cmdlet cmdlet, List<String> allOf) {}

  /// Properties that only one cmdlet has, the telling ones first.
  // spotless:off
  private static final List<Mark> MARKS =
      List.of(
          mark(COLLECTION, "CasguardCollect"),
          mark(AD_SITE_LINK, "Sites", "Cost"),
          mark(AD_SITE_LINK, "Sites", "ADCost"),
          mark(AD_SITE, "HubSiteEnabled"),
          mark(CLIENT_ACCESS_SERVER, "AutoDiscoverServiceInternalUri"),
          mark(CLIENT_ACCESS_SERVER, "AutoDiscoverSiteScope"),
          mark(CLIENT_ACCESS_SERVER, "OutlookAnywhereEnabled"),
          mark(OWA, "RedirectToOptimalOWAServer"),
          mark(OWA, "OwaVersion"),
          mark(OWA, "LogonFormat"),
          mark(ACTIVE_SYNC, "WindowsAuthEnabled"),
          mark(ACTIVE_SYNC, "BasicAuthEnabled"),
          mark(ACTIVE_SYNC, "ClientCertAuth"),
          mark(WEB_SERVICES, "InternalNLBBypassUrl"),
          mark(OAB, "PollInterval"),
          mark(OUTLOOK_ANYWHERE, "ClientAuthenticationMethod"),
          mark(OUTLOOK_ANYWHERE, "IISAuthenticationMethods"),
          mark(OUTLOOK_ANYWHERE, "SSLOffloading"),
          mark(OUTLOOK_ANYWHERE, "ExternalHostname"),
          mark(CAS_MAILBOX, "OWAEnabled"),
          mark(CAS_MAILBOX, "MAPIBlockOutlookRpcHttp"),
          mark(CAS_MAILBOX, "ActiveSyncEnabled"),
          mark(CAS_MAILBOX, "PopEnabled"),
          mark(CAS_MAILBOX, "ImapEnabled"),
          mark(CAS_MAILBOX, "MAPIEnabled"),
          mark(OUTLOOK_PROVIDER, "CertPrincipalName"),
          mark(OFFLINE_ADDRESS_BOOK, "PublicFolderDistributionEnabled"),
          mark(OFFLINE_ADDRESS_BOOK, "VirtualDirectories"),
          mark(ACCEPTED_DOMAIN, "DomainName", "DomainType"),
          mark(MAILBOX, "ServerName", "RecipientTypeDetails"),
          mark(MAILBOX, "ServerName", "Database"),
          mark(MAILBOX, "ServerName", "ProhibitSendQuota"),
          mark(URL_REPORT, "OWAInternalURL"),
          mark(URL_REPORT, "EASInternalURL"),
          mark(URL_REPORT, "EWSInternalURL"),
          mark(EXCHANGE_SERVER, "ServerRole"),
          mark(EXCHANGE_SERVER, "AdminDisplayVersion", "Name"),
          mark(EXCHANGE_SERVER, "IsClientAccessServer"),
          mark(EXCHANGE_SERVER, "Fqdn", "Site"));
  // spotless:on

  private final String command;
  private final String type;

  Cmdlet(String command, String type) {
    this.command = command;
    this.type = type;
  }

  /// What an administrator types.
  public String command() {
    return command;
  }

  /// The last part of the .NET type of its output, empty where it is no cmdlet.
  public String type() {
    return type;
  }

  /// The cmdlet of a name, compared without case.
  public static Optional<Cmdlet> named(String command) {
    return Arrays.stream(values())
        .filter(cmdlet -> cmdlet.command.equalsIgnoreCase(command))
        .findFirst();
  }

  /// The cmdlet that made an object: by its type; else by the name of a virtual directory; else by
  /// a property that no other cmdlet has; else as the text around says.
  static Optional<Cmdlet> of(ShellObject object, Optional<Cmdlet> hint) {
    String type = simpleType(object.type());
    Optional<Cmdlet> byType =
        Arrays.stream(values())
            .filter(cmdlet -> !type.isEmpty() && cmdlet.type.equalsIgnoreCase(type))
            .findFirst();
    boolean isMadeByHand =
        type.isEmpty() || MADE_BY_HAND.contains(type) || object.type().startsWith("Selected.");
    if (byType.isPresent() || !isMadeByHand) {
      return byType;
    }
    return byDirectory(object)
        .or(() -> mailService(object, hint))
        .or(
            () ->
                MARKS.stream()
                    .filter(mark -> mark.allOf().stream().allMatch(object::has))
                    .map(Mark::cmdlet)
                    .findFirst())
        .or(() -> hint.filter(said -> said.canHaveMade(object)));
  }

  /// Whether the text around an object may be right about it: what has an address, or brackets in
  /// its name, is a virtual directory.
  private boolean canHaveMade(ShellObject object) {
    boolean isDirectory =
        object.has("InternalUrl")
            || object.has("ExternalUrl")
            || object.text("Name").filter(name -> name.contains(" (")).isPresent();
    return isDirectory == (BY_DIRECTORY.containsValue(this) && this != OUTLOOK_ANYWHERE)
        || (this == OUTLOOK_ANYWHERE && !object.has("InternalUrl"));
  }

  /// The last dotted part of a type's name, without what remoting and `Select-Object` put before
  /// it.
  private static String simpleType(String type) {
    String bare = type;
    for (String prefix : List.of("Selected.", "Deserialized.", "Selected.")) {
      bare = bare.startsWith(prefix) ? bare.substring(prefix.length()) : bare;
    }
    return bare.substring(bare.lastIndexOf('.') + 1);
  }

  private static Optional<Cmdlet> byDirectory(ShellObject object) {
    String name =
        object
            .text("Name")
            .or(() -> object.text("Identity").map(id -> id.substring(id.indexOf('\\') + 1)))
            .orElse("");
    int bracket = name.indexOf(" (");
    return bracket < 0
        ? Optional.empty()
        : Optional.ofNullable(
            BY_DIRECTORY.get(name.substring(0, bracket).toLowerCase(Locale.ROOT)));
  }

  private static Optional<Cmdlet> mailService(ShellObject object, Optional<Cmdlet> hint) {
    boolean isMailService =
        object.has("X509CertificateName")
            || object.has("SSLBindings")
            || object.has("UnencryptedOrTLSBindings");
    if (!isMailService) {
      return Optional.empty();
    }
    return switch (object.text("ProtocolName").orElse("").toUpperCase(Locale.ROOT)) {
      case "POP3" -> Optional.of(POP_SETTINGS);
      case "IMAP4" -> Optional.of(IMAP_SETTINGS);
      default -> hint.filter(said -> said == POP_SETTINGS || said == IMAP_SETTINGS);
    };
  }

  private static Mark mark(Cmdlet cmdlet, String... allOf) {
    return new Mark(cmdlet, List.of(allOf));
  }
}
