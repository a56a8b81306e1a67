package io.casguard.topology;

import static io.casguard.topology.Type.Parts.Form.BY_NAME;
import static io.casguard.topology.Type.Parts.Form.DIRECTORY;
import static io.casguard.topology.Type.Parts.Form.LIST;

import io.casguard.topology.Type.Part;
import io.casguard.topology.Type.Parts;
import io.casguard.topology.Type.SetOf;
import io.casguard.topology.Type.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/// The table of keys: every word that a topology manifest knows, once.
///
/// Whoever adds a key adds a line here; reader, writer, difference, JSON Schema, nearest name and
/// reference page follow from it. A default that Exchange Setup leaves stands in `SetupDefaults`.
public final class Vocabulary {
  // spotless:off
  private static final List<String> PROTOCOL_KEYS =
      Arrays.stream(Protocol.values()).map(Protocol::key).toList();
  private static final Type<SortedMap<String, Integer>> COUNTS_BY_PROTOCOL =
      new Table<>(Types.NUMBER, PROTOCOL_KEYS, false);

  // a virtual directory of any kind
  private static final Shape.Draft directory = Shape.draft("virtual directory");
  public static final Key<String> NAME =
      directory.key("name", Types.OWN_NAME, "The directory's name as the shell prints it, `owa (Default Web Site)`.");
  public static final Key<Url> INTERNAL_URL =
      directory.key("internalUrl", Types.URL, "Where another Client Access server proxies to, and what clients inside are given.");
  public static final Key<Url> EXTERNAL_URL =
      directory.key("externalUrl", Types.URL, "The address on the Internet. Where it is set, the server counts as Internet-facing for this protocol.");
  public static final Key<Boolean> BASIC_AUTHENTICATION =
      directory.key("basicAuthentication", Types.FLAG, "Basic authentication (ActiveSync: `BasicAuthEnabled`).");
  public static final Key<Boolean> DIGEST_AUTHENTICATION =
      directory.key("digestAuthentication", Types.FLAG, "Digest authentication; never enough between Client Access servers.");
  public static final Key<Boolean> WINDOWS_AUTHENTICATION =
      directory.key("windowsAuthentication", Types.FLAG, "Integrated Windows authentication (ActiveSync: `WindowsAuthEnabled`), the condition for being a proxy target.");
  public static final Key<Boolean> FORMS_AUTHENTICATION =
      directory.key("formsAuthentication", Types.FLAG, "Forms-based authentication; excludes Integrated on the same directory.");
  public static final Key<Boolean> ANONYMOUS_AUTHENTICATION =
      directory.key("anonymousAuthentication", Types.FLAG, "Anonymous access.");
  public static final Key<Boolean> REQUIRE_SSL =
      directory.key("requireSsl", Types.FLAG, "Whether http is answered with 403.4.");
  public static final Key<SortedSet<AuthenticationMethod>> INTERNAL_AUTHENTICATION_METHODS =
      directory.key("internalAuthenticationMethods", new SetOf<>(Types.word("authentication method", AuthenticationMethod.class)), "What the directory advertises inside, as the shell printed it.");
  public static final Key<SortedSet<AuthenticationMethod>> EXTERNAL_AUTHENTICATION_METHODS =
      directory.key("externalAuthenticationMethods", new SetOf<>(Types.word("authentication method", AuthenticationMethod.class)), "What the directory advertises outside, as the shell printed it.");
  public static final Key<Instant> WHEN_CHANGED =
      directory.key("whenChanged", Types.TIME, "When the object was last changed in Active Directory.");

  /// The keys of a virtual directory of any kind.
  public static final Shape ANY_DIRECTORY = directory.done();

  private static final Shape.Draft owa = Shape.draft("owa directory").with(ANY_DIRECTORY.keys());
  public static final Key<Boolean> REDIRECT_TO_OPTIMAL_OWA_SERVER =
      owa.key("redirectToOptimalOwaServer", Types.FLAG, "Whether a user whose mailbox is in another site is offered that site's ExternalURL.");
  public static final Key<LogonFormat> LOGON_FORMAT =
      owa.key("logonFormat", Types.word("logon format", LogonFormat.class), "What people type at the forms.");
  public static final Key<String> DEFAULT_DOMAIN =
      owa.key("defaultDomain", Types.NAME, "The domain that is put before a bare user name.");
  public static final Key<Boolean> SSL_OFFLOADED =
      owa.key("sslOffloaded", Types.FLAG, "The registry value that tells Outlook Web Access of an SSL offloader in front.");

  /// Outlook Web Access.
  public static final Shape OWA = owa.done();

  private static final Shape.Draft proxySubdirectory = Shape.draft("Proxy subdirectory");
  public static final Key<Boolean> PRESENT =
      proxySubdirectory.key("present", Types.FLAG, "Whether the child application `Proxy` exists (SP1 and later).");
  public static final Key<Boolean> PROXY_WINDOWS_AUTHENTICATION =
      proxySubdirectory.key("windowsAuthentication", Types.FLAG, "Integrated Windows authentication on the child application.");

  /// Where proxied ActiveSync requests land from SP1 on.
  public static final Shape PROXY_SUBDIRECTORY = proxySubdirectory.done();

  private static final Shape.Draft activeSync =
      Shape.draft("activeSync directory").with(ANY_DIRECTORY.keys());
  public static final Key<ClientCertAuth> CLIENT_CERT_AUTH =
      activeSync.key("clientCertAuth", Types.word("client certificate setting", ClientCertAuth.class), "Whether devices are asked for a certificate.");
  public static final Key<Entity> PROXY_SUBDIRECTORY_KEY =
      activeSync.key("proxySubdirectory", new Part(PROXY_SUBDIRECTORY), "The child application where proxied requests land.");

  /// Exchange ActiveSync.
  public static final Shape ACTIVE_SYNC = activeSync.done();

  private static final Shape.Draft webServices =
      Shape.draft("webServices directory").with(ANY_DIRECTORY.keys());
  public static final Key<Url> INTERNAL_NLB_BYPASS_URL =
      webServices.key("internalNlbBypassUrl", Types.URL, "The server's own address where internalUrl names an array.");

  /// Exchange Web Services and Availability.
  public static final Shape WEB_SERVICES = webServices.done();

  private static final Shape.Draft autodiscover =
      Shape.draft("autodiscover directory").with(ANY_DIRECTORY.keys());
  public static final Key<Url> SERVICE_INTERNAL_URI =
      autodiscover.key("serviceInternalUri", Types.URL, "The address in the server's service connection point (`AutoDiscoverServiceInternalUri`).");
  public static final Key<SortedSet<String>> SITE_SCOPE =
      autodiscover.key("siteScope", new SetOf<>(Types.NAME), "The sites that the service connection point is preferred for.");

  /// Autodiscover.
  public static final Shape AUTODISCOVER = autodiscover.done();

  /// The offline address book.
  public static final Shape OAB =
      Shape.draft("oab directory").with(ANY_DIRECTORY.keys()).done();

  /// The Unified Messaging web service.
  public static final Shape UNIFIED_MESSAGING =
      Shape.draft("unifiedMessaging directory").with(ANY_DIRECTORY.keys()).done();

  /// A virtual directory of a 2003 back end.
  public static final Shape LEGACY_DIRECTORY =
      Shape.draft("2003 directory").with(ANY_DIRECTORY.keys()).done();

  /// `Microsoft-Server-ActiveSync` of a 2003 back end, whose defaults differ from those of its other directories.
  public static final Shape LEGACY_ACTIVE_SYNC_DIRECTORY =
      Shape.draft("2003 ActiveSync directory").with(ANY_DIRECTORY.keys()).done();

  private static final Shape.Draft outlookAnywhere = Shape.draft("outlookAnywhere");
  public static final Key<Boolean> OUTLOOK_ANYWHERE_ENABLED =
      outlookAnywhere.key("enabled", Types.FLAG, "Whether Outlook Anywhere is enabled at this server.");
  public static final Key<String> EXTERNAL_HOSTNAME =
      outlookAnywhere.key("externalHostname", Types.NAME, "The name that Outlook connects to from outside.");
  public static final Key<RpcAuthentication> CLIENT_AUTHENTICATION =
      outlookAnywhere.key("clientAuthentication", Types.word("authentication", RpcAuthentication.class), "The method that Outlook is told to use.");
  public static final Key<SortedSet<RpcAuthentication>> IIS_AUTHENTICATION =
      outlookAnywhere.key("iisAuthentication", new SetOf<>(Types.word("authentication", RpcAuthentication.class)), "The methods that /Rpc accepts.");
  public static final Key<Boolean> SSL_OFFLOADING =
      outlookAnywhere.key("sslOffloading", Types.FLAG, "Whether Require SSL is cleared on /Rpc for an offloader in front.");

  /// Outlook Anywhere at one server.
  public static final Shape OUTLOOK_ANYWHERE = outlookAnywhere.done();

  private static final Shape.Draft mailService = Shape.draft("pop3 or imap4");
  public static final Key<Boolean> MAIL_SERVICE_ENABLED =
      mailService.key("enabled", Types.FLAG, "Whether the service runs.");
  public static final Key<String> PUBLISHED_NAME =
      mailService.key("publishedName", Types.NAME, "The name that clients outside connect to.");
  public static final Key<String> X509_CERTIFICATE_NAME =
      mailService.key("x509CertificateName", Types.NAME, "The name in the certificate that the service presents.");

  /// POP3 or IMAP4 at one server.
  public static final Shape MAIL_SERVICE = mailService.done();

  private static final Shape.Draft rpcOverHttp = Shape.draft("rpcOverHttp");
  public static final Key<Boolean> RPC_OVER_HTTP_ENABLED =
      rpcOverHttp.key("enabled", Types.FLAG, "Whether a 2003 back end takes RPC over HTTP.");

  /// RPC over HTTP of a 2003 back end.
  public static final Shape RPC_OVER_HTTP = rpcOverHttp.done();

  private static final Shape.Draft legacy = Shape.draft("legacy");
  public static final Key<Entity> LEGACY_EXCHANGE =
      legacy.key("exchange", new Part(LEGACY_DIRECTORY), "`/Exchange` of a 2003 back end.");
  public static final Key<Entity> LEGACY_PUBLIC =
      legacy.key("public", new Part(LEGACY_DIRECTORY), "`/public` of a 2003 back end.");
  public static final Key<Entity> LEGACY_ACTIVE_SYNC =
      legacy.key("activeSync", new Part(LEGACY_ACTIVE_SYNC_DIRECTORY), "`/Microsoft-Server-ActiveSync` of a 2003 back end.");
  public static final Key<Entity> LEGACY_POP3 =
      legacy.key("pop3", new Part(MAIL_SERVICE), "POP3 of a 2003 back end.");
  public static final Key<Entity> LEGACY_IMAP4 =
      legacy.key("imap4", new Part(MAIL_SERVICE), "IMAP4 of a 2003 back end.");
  public static final Key<Entity> LEGACY_RPC_OVER_HTTP =
      legacy.key("rpcOverHttp", new Part(RPC_OVER_HTTP), "RPC over HTTP of a 2003 back end.");

  /// What an Exchange 2003 server offers.
  public static final Shape LEGACY = legacy.done();

  private static final Shape.Draft certificate = Shape.draft("certificate");
  public static final Key<String> SUBJECT =
      certificate.key("subject", Types.NAME, "The subject's common name.");
  public static final Key<SortedSet<String>> ALTERNATIVE_NAMES =
      certificate.key("alternativeNames", new SetOf<>(Types.NAME), "The subject's alternative names.");
  public static final Key<Boolean> TRUSTED_BY_SERVERS =
      certificate.key("trustedByServers", Types.FLAG, "Whether other Exchange servers trust it.");
  public static final Key<Boolean> TRUSTED_BY_CLIENTS =
      certificate.key("trustedByClients", Types.FLAG, "Whether clients trust it.");

  /// A certificate.
  public static final Shape CERTIFICATE = certificate.done();

  private static final Shape.Draft settings = Shape.draft("settings");
  public static final Key<SortedMap<String, Boolean>> ALLOW_PROXYING_WITHOUT_SSL =
      settings.key("allowProxyingWithoutSsl", new Table<>(Types.FLAG, List.of("owa", "webServices"), true), "Lets this server proxy to an http address (registry; web.config for web services).");
  public static final Key<SortedMap<String, Boolean>> ALLOW_INTERNAL_UNTRUSTED_CERTS =
      settings.key("allowInternalUntrustedCerts", new Table<>(Types.FLAG, List.of("owa", "webServices"), true), "Whether this server accepts untrusted certificates of other Client Access servers (registry).");
  public static final Key<SortedMap<String, Boolean>> ALLOW_CROSS_SITE_SESSIONS =
      settings.key("allowCrossSiteSessions", new Table<>(Types.FLAG, List.of("pop3", "imap4"), true), "Whether POP3 and IMAP4 open mailboxes of other sites (configuration file).");
  public static final Key<Boolean> BLOCK_LEGACY_MAILBOXES =
      settings.key("blockLegacyMailboxes", Types.FLAG, "Whether ActiveSync refuses 2003 mailboxes (web.config).");

  /// What stands in the registry and the configuration files of a Client Access server.
  public static final Shape SETTINGS = settings.done();

  private static final Shape.Draft server = Shape.draft("server");
  public static final Key<SortedSet<Role>> ROLES =
      server.key("roles", new SetOf<>(Types.word("role", Role.class)), "The roles installed on the server.");
  public static final Key<Version> VERSION =
      server.key("version", Types.VERSION, "AdminDisplayVersion; `null` where nobody knows it, and then Setup's defaults do not hold at this server.");
  public static final Key<Integer> ROLLUP =
      server.key("rollup", Types.NUMBER, "The update rollup, which the shell does not show.");
  public static final Key<String> FQDN =
      server.key("fqdn", Types.NAME, "The computer's full name; by default `<name>.<domain>` in lower case.");
  public static final Key<OperatingSystem> OS =
      server.key("os", Types.word("operating system", OperatingSystem.class), "The Windows Server below.");
  public static final Key<SortedSet<String>> ADDRESSES =
      server.key("addresses", new SetOf<>(Types.ADDRESS_OF_HOST), "The server's IP addresses.");
  public static final Key<SortedSet<String>> SERVICE_PRINCIPAL_NAMES =
      server.key("servicePrincipalNames", new SetOf<>(Types.TEXT), "What `setspn -L <server>` prints.");
  public static final Key<Boolean> AVAILABLE =
      server.key("available", Types.FLAG, "Whether the server answers; true by default.");
  public static final Key<Boolean> STANDBY =
      server.key("standby", Types.FLAG, "A server of a recovery site that holds no users today.");
  public static final Key<Boolean> PUBLIC_FOLDERS_ONLY =
      server.key("publicFoldersOnly", Types.FLAG, "A mailbox server that holds public folders and no mailboxes.");
  public static final Key<SortedSet<String>> OWA_VERSIONS =
      server.key("owaVersions", new SetOf<>(Types.NAME), "The folders below `ClientAccess\\owa` that hold resources of other builds.");
  public static final Key<SortedSet<String>> HOTFIXES =
      server.key("hotfixes", new SetOf<>(Types.NAME), "Hotfixes by number, `KB937031`.");
  public static final Key<Instant> SERVER_WHEN_CHANGED =
      server.key("whenChanged", Types.TIME, "When the server object was last changed in Active Directory.");
  public static final Key<SortedMap<String, Entity>> OWA_DIRECTORIES = directories(DirectoryKind.OWA, OWA);
  public static final Key<SortedMap<String, Entity>> ACTIVE_SYNC_DIRECTORIES = directories(DirectoryKind.ACTIVE_SYNC, ACTIVE_SYNC);
  public static final Key<SortedMap<String, Entity>> WEB_SERVICES_DIRECTORIES = directories(DirectoryKind.WEB_SERVICES, WEB_SERVICES);
  public static final Key<SortedMap<String, Entity>> AUTODISCOVER_DIRECTORIES = directories(DirectoryKind.AUTODISCOVER, AUTODISCOVER);
  public static final Key<SortedMap<String, Entity>> OAB_DIRECTORIES = directories(DirectoryKind.OAB, OAB);
  public static final Key<SortedMap<String, Entity>> UNIFIED_MESSAGING_DIRECTORIES = directories(DirectoryKind.UNIFIED_MESSAGING, UNIFIED_MESSAGING);
  public static final Key<Entity> OUTLOOK_ANYWHERE_KEY =
      server.key("outlookAnywhere", new Part(OUTLOOK_ANYWHERE), "Outlook Anywhere; `null`: not installed.");
  public static final Key<Entity> POP3 =
      server.key("pop3", new Part(MAIL_SERVICE), "POP3.");
  public static final Key<Entity> IMAP4 =
      server.key("imap4", new Part(MAIL_SERVICE), "IMAP4.");
  public static final Key<Entity> LEGACY_KEY =
      server.key("legacy", new Part(LEGACY), "What a 2003 server offers.");
  public static final Key<Entity> SERVER_CERTIFICATE =
      server.key("certificate", new Part(CERTIFICATE), "The certificate of the default web site.");
  public static final Key<Entity> SETTINGS_KEY =
      server.key("settings", new Part(SETTINGS), "Registry values and configuration files.");

  /// An Exchange server.
  public static final Shape SERVER = server.done();

  private static final Shape.Draft site = Shape.draft("site");
  public static final Key<Boolean> INTERNET_FACING =
      site.key("internetFacing", Types.FLAG, "Whether clients on the Internet reach this site's Client Access servers. Left out: inferred from ExternalURL, and reported as inferred.");
  public static final Key<SortedMap<String, Intent>> SITE_INTENT =
      site.key("intent", new Table<>(Types.word("intent", Intent.class), PROTOCOL_KEYS, false), "What is wanted for users of this site who arrive elsewhere, by protocol.");
  public static final Key<SortedMap<String, Entity>> SERVERS =
      site.key("servers", new Parts(SERVER, BY_NAME), "The Exchange servers of the site.");

  /// An Active Directory site.
  public static final Shape SITE = site.done();

  private static final Shape.Draft siteLink = Shape.draft("site link");
  public static final Key<SortedSet<String>> LINKED_SITES =
      siteLink.identity("sites", new SetOf<>(Types.SITE_NAME), "The sites it joins, two or more.");
  public static final Key<Integer> COST =
      siteLink.key("cost", Types.NUMBER, "The cost in Active Directory: 100 unless set otherwise.");
  public static final Key<Integer> EXCHANGE_COST =
      siteLink.key("exchangeCost", Types.NUMBER, "The cost that Exchange uses instead.");
  public static final Key<Duration> REPLICATION_INTERVAL =
      siteLink.key("replicationInterval", Types.DURATION, "How often changes cross it: 15 minutes or more, 180 unless set otherwise.");
  public static final Key<Boolean> RPC =
      siteLink.key("rpc", Types.FLAG, "Whether RPC passes between its sites.");

  /// A site link of Active Directory.
  public static final Shape SITE_LINK = siteLink.done();

  private static final Shape.Draft published = Shape.draft("published name");
  public static final Key<SortedSet<Network>> PUBLISHED_FROM =
      published.key("from", new SetOf<>(Types.word("network", Network.class)), "Where the name resolves and answers.");
  public static final Key<SortedSet<String>> PUBLISHED_SERVERS =
      published.key("servers", new SetOf<>(Types.SERVER_NAME), "The servers behind the name.");
  public static final Key<SortedSet<Protocol>> PUBLISHED_PROTOCOLS =
      published.key("protocols", new SetOf<>(Types.PROTOCOL), "The protocols that pass; all by default.");
  public static final Key<SortedSet<String>> PATHS =
      published.key("paths", new SetOf<>(Types.TEXT), "The paths that pass, `/owa`; all by default.");
  public static final Key<Publisher> THROUGH =
      published.key("through", Types.word("publisher", Publisher.class), "What stands in front.");
  public static final Key<Boolean> FORMS_AT_PUBLISHER =
      published.key("formsAtPublisher", Types.FLAG, "Whether the publisher shows the logon form.");
  public static final Key<Delegation> DELEGATION =
      published.key("delegation", Types.word("delegation", Delegation.class), "How the publisher authenticates to the server.");
  public static final Key<Affinity> AFFINITY =
      published.key("affinity", Types.word("affinity", Affinity.class), "How a client is kept at one server.");
  public static final Key<PublishedSsl> PUBLISHED_SSL =
      published.key("ssl", Types.word("SSL handling", PublishedSsl.class), "What the publisher does with SSL.");
  public static final Key<Entity> PUBLISHED_CERTIFICATE =
      published.key("certificate", new Part(CERTIFICATE), "The certificate that clients see.");
  public static final Key<Boolean> FAILOVER =
      published.key("failover", Types.FLAG, "Whether servers of another site stand behind the name only for failover.");

  /// A name that clients use.
  public static final Shape PUBLISHED = published.done();

  private static final Shape.Draft population = Shape.draft("user population");
  public static final Key<String> POPULATION_NAME =
      population.identity("name", Types.OWN_NAME, "What the population is called.");
  public static final Key<String> MAILBOX_SERVER =
      population.key("mailboxServer", Types.SERVER_NAME, "The server that holds the mailboxes.");
  public static final Key<Integer> COUNT =
      population.key("count", Types.NUMBER, "How many people.");
  public static final Key<SortedMap<String, Integer>> PROTOCOLS =
      population.key("protocols", COUNTS_BY_PROTOCOL, "How many of them use each protocol; left out: `count` for each that is on.");
  public static final Key<SortedSet<String>> POPULATION_FROM =
      population.key("from", new SetOf<>(Types.SITE_OR_INTERNET), "Where they are; by default both inside and outside.");
  public static final Key<SortedMap<String, Integer>> DEVICES =
      population.key("devices", new Table<>(Types.NUMBER, List.of(), false), "ActiveSync protocol version to how many devices.");
  public static final Key<Boolean> OWA_ENABLED =
      population.key("owaEnabled", Types.FLAG, "Get-CASMailbox OWAEnabled.");
  public static final Key<Boolean> ACTIVE_SYNC_ENABLED =
      population.key("activeSyncEnabled", Types.FLAG, "Get-CASMailbox ActiveSyncEnabled.");
  public static final Key<Boolean> POP_ENABLED =
      population.key("popEnabled", Types.FLAG, "Get-CASMailbox PopEnabled.");
  public static final Key<Boolean> IMAP_ENABLED =
      population.key("imapEnabled", Types.FLAG, "Get-CASMailbox ImapEnabled.");
  public static final Key<Boolean> MAPI_ENABLED =
      population.key("mapiEnabled", Types.FLAG, "Get-CASMailbox MAPIEnabled.");
  public static final Key<Boolean> MAPI_BLOCK_OUTLOOK_RPC_HTTP =
      population.key("mapiBlockOutlookRpcHttp", Types.FLAG, "Get-CASMailbox MAPIBlockOutlookRpcHttp.");

  /// People who are alike for client access, counted.
  public static final Shape POPULATION = population.done();

  private static final Shape.Draft provider = Shape.draft("Outlook provider");
  public static final Key<String> CERT_PRINCIPAL_NAME =
      provider.key("certPrincipalName", Types.NAME, "Set-OutlookProvider CertPrincipalName.");

  /// An Outlook provider, `EXPR`.
  public static final Shape OUTLOOK_PROVIDER = provider.done();

  private static final Shape.Draft addressBook = Shape.draft("offline address book");
  public static final Key<SortedSet<String>> DISTRIBUTION_POINTS =
      addressBook.key("distributionPoints", new SetOf<>(Types.SERVER_NAME), "The Client Access servers that hold its files.");
  public static final Key<String> GENERATION_SERVER =
      addressBook.key("generationServer", Types.SERVER_NAME, "The mailbox server that makes it.");
  public static final Key<Boolean> PUBLIC_FOLDERS =
      addressBook.key("publicFolders", Types.FLAG, "Whether it is distributed by public folders too.");

  /// An offline address book.
  public static final Shape ADDRESS_BOOK = addressBook.done();

  private static final Shape.Draft goals = Shape.draft("intent of the organization");
  public static final Key<Boolean> SINGLE_URL =
      goals.key("singleUrl", Types.FLAG, "The owner wants one address for everybody.");

  /// Goals of the owner for the whole organization.
  public static final Shape GOALS = goals.done();

  private static final Shape.Draft spec = Shape.draft("organization");
  public static final Key<Defaults> DEFAULTS =
      spec.key("defaults", Types.word("default", Defaults.class), "What a key left out means: what Setup leaves (`setup`), or nothing (`none`).");
  public static final Key<String> DOMAIN =
      spec.key("domain", Types.NAME, "The DNS domain of default names.");
  public static final Key<SortedSet<String>> SMTP_DOMAINS =
      spec.key("smtpDomains", new SetOf<>(Types.NAME), "The domains of mail addresses, where Autodiscover looks from outside.");
  public static final Key<Entity> ORGANIZATION_INTENT =
      spec.key("intent", new Part(GOALS), "Goals of the owner.");
  public static final Key<Instant> EXPORTED_AT =
      spec.key("exportedAt", Types.TIME, "When the shell export was made that this came from.");
  public static final Key<SortedMap<String, Entity>> SITES =
      spec.key("sites", new Parts(SITE, BY_NAME), "The Active Directory sites.");
  public static final Key<SortedMap<String, Entity>> SERVERS_WITHOUT_SITE =
      spec.key("servers", new Parts(SERVER, BY_NAME), "Servers whose site is unsaid: the shell prints none for 2000 and 2003.");
  public static final Key<SortedMap<String, Entity>> SITE_LINKS =
      spec.key("siteLinks", new Parts(SITE_LINK, LIST), "The site links.");
  public static final Key<SortedMap<String, Entity>> PUBLISHING =
      spec.key("publishing", new Parts(PUBLISHED, BY_NAME), "The names that clients use, and what stands in front.");
  public static final Key<SortedMap<String, Entity>> USERS =
      spec.key("users", new Parts(POPULATION, LIST), "Populations of users; counts make plans count people.");
  public static final Key<SortedMap<String, Entity>> OUTLOOK_PROVIDERS =
      spec.key("outlookProviders", new Parts(OUTLOOK_PROVIDER, BY_NAME), "Outlook providers.");
  public static final Key<SortedMap<String, Entity>> OFFLINE_ADDRESS_BOOKS =
      spec.key("offlineAddressBooks", new Parts(ADDRESS_BOOK, BY_NAME), "Offline address books.");

  /// Everything below `spec`.
  public static final Shape SPEC = spec.done();

  // spotless:on

  private Vocabulary() {}

  /// Every shape of the manifest, from the outermost in.
  public static Stream<Shape> shapes() {
    return Stream.of(
        SPEC,
        GOALS,
        SITE,
        SERVER,
        OWA,
        ACTIVE_SYNC,
        PROXY_SUBDIRECTORY,
        WEB_SERVICES,
        AUTODISCOVER,
        OAB,
        UNIFIED_MESSAGING,
        OUTLOOK_ANYWHERE,
        MAIL_SERVICE,
        LEGACY,
        LEGACY_DIRECTORY,
        LEGACY_ACTIVE_SYNC_DIRECTORY,
        RPC_OVER_HTTP,
        CERTIFICATE,
        SETTINGS,
        SITE_LINK,
        PUBLISHED,
        POPULATION,
        OUTLOOK_PROVIDER,
        ADDRESS_BOOK);
  }

  /// The key of a server under which its directories of a kind stand.
  @SuppressWarnings("unchecked") // `directories` below is the only place that declares these keys
  public static Key<SortedMap<String, Entity>> directoriesOf(DirectoryKind kind) {
    return (Key<SortedMap<String, Entity>>)
        SERVER.key(kind.key()).orElseThrow(() -> new IllegalArgumentException(kind.key()));
  }

  /// What identifies a directory of this name among those of its kind; empty for the name that
  /// Setup gives.
  ///
  /// @param key one of the keys of a server's directories
  public static String identityOf(Key<?> key, String name) {
    return Arrays.stream(DirectoryKind.values())
        .filter(kind -> kind.key().equals(key.name()))
        .findFirst()
        .map(kind -> kind.identity(name))
        .orElse(name);
  }

  private static Key<SortedMap<String, Entity>> directories(DirectoryKind kind, Shape shape) {
    return server.key(
        kind.key(),
        new Parts(shape, DIRECTORY),
        "The virtual directory `" + kind.defaultName() + "`; `null`: there is none.");
  }
}
