package io.casguard.formats.imports;

import io.casguard.formats.shell.Cmdlet;
import io.casguard.formats.shell.ShellObject;
import io.casguard.formats.shell.ShellProperty;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Key;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table of properties: what each cmdlet calls the keys of the topology, once.
///
/// Sites, names of servers and directories, and the switches of people are found by rules of their
/// own; everything else goes where its row says.
public final class ShellVocabulary {
  /// A key and the names that a cmdlet prints it under, the one of Exchange 2007 first.
  public record Column(Key<?> key, List<String> names) {
    public Column {
      names = List.copyOf(names);
    }

    /// What Exchange 2007 calls it.
    public String name() {
      return names.getFirst();
    }

    /// What an object says under the first of the names that it has.
    Optional<ShellProperty> in(ShellObject object) {
      return names.stream().map(object::property).flatMap(Optional::stream).findFirst();
    }
  }

  // spotless:off
  private static final Column INTERNAL_URL = column(Vocabulary.INTERNAL_URL, "InternalUrl");
  private static final Column EXTERNAL_URL = column(Vocabulary.EXTERNAL_URL, "ExternalUrl");
  private static final Column BASIC = column(Vocabulary.BASIC_AUTHENTICATION, "BasicAuthentication");
  private static final Column DIGEST = column(Vocabulary.DIGEST_AUTHENTICATION, "DigestAuthentication");
  private static final Column WINDOWS = column(Vocabulary.WINDOWS_AUTHENTICATION, "WindowsAuthentication");
  private static final Column INTERNAL_METHODS = column(Vocabulary.INTERNAL_AUTHENTICATION_METHODS, "InternalAuthenticationMethods");
  private static final Column EXTERNAL_METHODS = column(Vocabulary.EXTERNAL_AUTHENTICATION_METHODS, "ExternalAuthenticationMethods");
  private static final Column DIRECTORY_CHANGED = column(Vocabulary.WHEN_CHANGED, "WhenChanged");
  private static final Column SERVICE_INTERNAL_URI = column(Vocabulary.SERVICE_INTERNAL_URI, "AutoDiscoverServiceInternalUri");

  /// The rows of each cmdlet.
  private static final Map<Cmdlet, List<Column>> COLUMNS =
      Map.ofEntries(
          Map.entry(Cmdlet.EXCHANGE_SERVER, List.of(
              column(Vocabulary.FQDN, "Fqdn"),
              column(Vocabulary.ROLES, "ServerRole"),
              column(Vocabulary.VERSION, "AdminDisplayVersion"),
              column(Vocabulary.SERVER_WHEN_CHANGED, "WhenChanged"))),
          Map.entry(Cmdlet.CLIENT_ACCESS_SERVER, List.of(
              SERVICE_INTERNAL_URI,
              column(Vocabulary.SITE_SCOPE, "AutoDiscoverSiteScope"))),
          Map.entry(Cmdlet.OWA, List.of(
              INTERNAL_URL, EXTERNAL_URL, BASIC, DIGEST, WINDOWS,
              column(Vocabulary.FORMS_AUTHENTICATION, "FormsAuthentication"),
              INTERNAL_METHODS, EXTERNAL_METHODS,
              column(Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER, "RedirectToOptimalOWAServer"),
              column(Vocabulary.LOGON_FORMAT, "LogonFormat"),
              column(Vocabulary.DEFAULT_DOMAIN, "DefaultDomain"),
              DIRECTORY_CHANGED)),
          Map.entry(Cmdlet.ACTIVE_SYNC, List.of(
              INTERNAL_URL, EXTERNAL_URL,
              column(Vocabulary.BASIC_AUTHENTICATION, "BasicAuthEnabled", "BasicAuthentication"),
              column(Vocabulary.WINDOWS_AUTHENTICATION, "WindowsAuthEnabled", "WindowsAuthentication"),
              column(Vocabulary.CLIENT_CERT_AUTH, "ClientCertAuth"),
              INTERNAL_METHODS, EXTERNAL_METHODS, DIRECTORY_CHANGED)),
          Map.entry(Cmdlet.WEB_SERVICES, List.of(
              INTERNAL_URL, EXTERNAL_URL, BASIC, DIGEST, WINDOWS,
              column(Vocabulary.INTERNAL_NLB_BYPASS_URL, "InternalNLBBypassUrl"),
              INTERNAL_METHODS, EXTERNAL_METHODS, DIRECTORY_CHANGED)),
          Map.entry(Cmdlet.OAB, List.of(
              INTERNAL_URL, EXTERNAL_URL, BASIC, WINDOWS,
              column(Vocabulary.REQUIRE_SSL, "RequireSSL"),
              INTERNAL_METHODS, EXTERNAL_METHODS, DIRECTORY_CHANGED)),
          Map.entry(Cmdlet.AUTODISCOVER, List.of(
              INTERNAL_URL, EXTERNAL_URL, BASIC, DIGEST, WINDOWS, INTERNAL_METHODS, EXTERNAL_METHODS, DIRECTORY_CHANGED)),
          Map.entry(Cmdlet.UNIFIED_MESSAGING, List.of(
              INTERNAL_URL, EXTERNAL_URL, BASIC, DIGEST, WINDOWS, INTERNAL_METHODS, EXTERNAL_METHODS, DIRECTORY_CHANGED)),
          Map.entry(Cmdlet.OUTLOOK_ANYWHERE, List.of(
              column(Vocabulary.EXTERNAL_HOSTNAME, "ExternalHostname"),
              column(Vocabulary.CLIENT_AUTHENTICATION, "ClientAuthenticationMethod", "ExternalClientAuthenticationMethod"),
              column(Vocabulary.IIS_AUTHENTICATION, "IISAuthenticationMethods"),
              column(Vocabulary.SSL_OFFLOADING, "SSLOffloading"))),
          Map.entry(Cmdlet.POP_SETTINGS, List.of(column(Vocabulary.X509_CERTIFICATE_NAME, "X509CertificateName"))),
          Map.entry(Cmdlet.IMAP_SETTINGS, List.of(column(Vocabulary.X509_CERTIFICATE_NAME, "X509CertificateName"))),
          Map.entry(Cmdlet.OUTLOOK_PROVIDER, List.of(column(Vocabulary.CERT_PRINCIPAL_NAME, "CertPrincipalName"))),
          Map.entry(Cmdlet.OFFLINE_ADDRESS_BOOK, List.of(
              column(Vocabulary.PUBLIC_FOLDERS, "PublicFolderDistributionEnabled"))),
          Map.entry(Cmdlet.CAS_MAILBOX, List.of(
              column(Vocabulary.OWA_ENABLED, "OWAEnabled"),
              column(Vocabulary.ACTIVE_SYNC_ENABLED, "ActiveSyncEnabled"),
              column(Vocabulary.POP_ENABLED, "PopEnabled"),
              column(Vocabulary.IMAP_ENABLED, "ImapEnabled"),
              column(Vocabulary.MAPI_ENABLED, "MAPIEnabled"),
              column(Vocabulary.MAPI_BLOCK_OUTLOOK_RPC_HTTP, "MAPIBlockOutlookRpcHttp"))));

  /// The columns of a report with one row a server.
  private static final Map<DirectoryKind, List<Column>> REPORT =
      Map.of(
          DirectoryKind.OWA, report("OWA"),
          DirectoryKind.ACTIVE_SYNC, report("EAS"),
          DirectoryKind.WEB_SERVICES, report("EWS"),
          DirectoryKind.OAB, report("OAB"),
          DirectoryKind.AUTODISCOVER, List.of(column(Vocabulary.SERVICE_INTERNAL_URI, "AutoDiscURI")));
  // spotless:on

  private ShellVocabulary() {}

  /// The rows of a cmdlet; none where its output is read by rules alone.
  public static List<Column> columns(Cmdlet cmdlet) {
    return COLUMNS.getOrDefault(cmdlet, List.of());
  }

  /// The columns of a report of addresses that belong to a kind of directory.
  static List<Column> reportColumns(DirectoryKind kind) {
    return REPORT.getOrDefault(kind, List.of());
  }

  /// The directories that a cmdlet prints.
  public static Optional<DirectoryKind> directory(Cmdlet cmdlet) {
    return switch (cmdlet) {
      case OWA -> Optional.of(DirectoryKind.OWA);
      case ACTIVE_SYNC -> Optional.of(DirectoryKind.ACTIVE_SYNC);
      case WEB_SERVICES -> Optional.of(DirectoryKind.WEB_SERVICES);
      case OAB -> Optional.of(DirectoryKind.OAB);
      case AUTODISCOVER -> Optional.of(DirectoryKind.AUTODISCOVER);
      case UNIFIED_MESSAGING -> Optional.of(DirectoryKind.UNIFIED_MESSAGING);
      case EXCHANGE_SERVER,
          AD_SITE,
          AD_SITE_LINK,
          CLIENT_ACCESS_SERVER,
          MAILBOX_SERVER,
          OUTLOOK_ANYWHERE,
          POP_SETTINGS,
          IMAP_SETTINGS,
          MAILBOX,
          CAS_MAILBOX,
          ACCEPTED_DOMAIN,
          OUTLOOK_PROVIDER,
          OFFLINE_ADDRESS_BOOK,
          URL_REPORT,
          COLLECTION ->
          Optional.empty();
    };
  }

  private static List<Column> report(String prefix) {
    return List.of(
        column(Vocabulary.INTERNAL_URL, prefix + "InternalURL"),
        column(Vocabulary.EXTERNAL_URL, prefix + "ExternalURL"));
  }

  private static Column column(Key<?> key, String... names) {
    return new Column(key, List.of(names));
  }
}
