package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The published tables of the manifest, transcribed by hand: a key that comes, goes or is renamed
/// is a change of the product's interface.
class VocabularyTest {
  private static final String OF_ANY_DIRECTORY =
      "name internalUrl externalUrl basicAuthentication digestAuthentication windowsAuthentication"
          + " formsAuthentication anonymousAuthentication requireSsl internalAuthenticationMethods"
          + " externalAuthenticationMethods whenChanged";

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void everyThingHasThePublishedKeys(Shape shape, String keys) {
    assertThat(shape.keys())
        .extracting(Key::name)
        .containsExactlyInAnyOrderElementsOf(List.of(keys.split(" ", -1)));
  }

  @Test
  void everyShapeIsPublished() {
    assertThat(Vocabulary.shapes())
        .containsExactlyInAnyOrderElementsOf(shapes().map(row -> (Shape) row.get()[0]).toList());
  }

  // spotless:off
  static Stream<Arguments> shapes() {
    return Stream.of(
        row(Vocabulary.SPEC, "defaults domain smtpDomains intent outlookProviders offlineAddressBooks exportedAt servers sites siteLinks publishing users"),
        row(Vocabulary.GOALS, "singleUrl"),
        row(Vocabulary.OUTLOOK_PROVIDER, "certPrincipalName"),
        row(Vocabulary.ADDRESS_BOOK, "distributionPoints generationServer publicFolders"),
        row(Vocabulary.SITE, "internetFacing intent servers"),
        row(Vocabulary.SITE_LINK, "sites cost exchangeCost replicationInterval rpc"),
        row(Vocabulary.SERVER, "fqdn roles version rollup os addresses servicePrincipalNames available standby publicFoldersOnly owaVersions hotfixes whenChanged certificate settings owa activeSync webServices autodiscover oab unifiedMessaging outlookAnywhere pop3 imap4 legacy"),
        row(Vocabulary.CERTIFICATE, "subject alternativeNames trustedByServers trustedByClients"),
        row(Vocabulary.SETTINGS, "allowProxyingWithoutSsl allowInternalUntrustedCerts allowCrossSiteSessions blockLegacyMailboxes"),
        row(Vocabulary.OWA, OF_ANY_DIRECTORY + " redirectToOptimalOwaServer logonFormat defaultDomain sslOffloaded"),
        row(Vocabulary.ACTIVE_SYNC, OF_ANY_DIRECTORY + " clientCertAuth proxySubdirectory"),
        row(Vocabulary.PROXY_SUBDIRECTORY, "present windowsAuthentication"),
        row(Vocabulary.WEB_SERVICES, OF_ANY_DIRECTORY + " internalNlbBypassUrl"),
        row(Vocabulary.AUTODISCOVER, OF_ANY_DIRECTORY + " serviceInternalUri siteScope"),
        row(Vocabulary.OAB, OF_ANY_DIRECTORY),
        row(Vocabulary.UNIFIED_MESSAGING, OF_ANY_DIRECTORY),
        row(Vocabulary.OUTLOOK_ANYWHERE, "enabled externalHostname clientAuthentication iisAuthentication sslOffloading"),
        row(Vocabulary.MAIL_SERVICE, "enabled publishedName x509CertificateName"),
        row(Vocabulary.LEGACY, "exchange public activeSync pop3 imap4 rpcOverHttp"),
        row(Vocabulary.LEGACY_DIRECTORY, OF_ANY_DIRECTORY),
        row(Vocabulary.LEGACY_ACTIVE_SYNC_DIRECTORY, OF_ANY_DIRECTORY),
        row(Vocabulary.RPC_OVER_HTTP, "enabled"),
        row(Vocabulary.PUBLISHED, "from servers protocols paths through formsAtPublisher delegation affinity ssl certificate failover"),
        row(Vocabulary.POPULATION, "name mailboxServer count protocols from devices owaEnabled activeSyncEnabled popEnabled imapEnabled mapiEnabled mapiBlockOutlookRpcHttp"));
  }
  // spotless:on

  @ParameterizedTest(name = "{0}")
  @MethodSource("protocols")
  void everyProtocolHasThePublishedWords(
      Protocol protocol, String word, String directory, String key) {
    assertThat(protocol.word()).isEqualTo(word);
    assertThat(protocol.key()).isEqualTo(key);
    assertThat(Protocol.ofKey(key)).hasValue(protocol);
    assertThat(Vocabulary.SERVER.key(directory).isPresent()).isEqualTo(!directory.equals("-"));
    protocol.directory().ifPresent(kind -> assertThat(kind.key()).isEqualTo(directory));
  }

  // spotless:off
  static Stream<Arguments> protocols() {
    return Stream.of(
        Arguments.of(Protocol.OWA, "owa", "owa", "owa"),
        Arguments.of(Protocol.ACTIVE_SYNC, "activesync", "activeSync", "activeSync"),
        Arguments.of(Protocol.EWS, "ews", "webServices", "webServices"),
        Arguments.of(Protocol.AVAILABILITY, "availability", "webServices", "availability"),
        Arguments.of(Protocol.AUTODISCOVER, "autodiscover", "autodiscover", "autodiscover"),
        Arguments.of(Protocol.OAB, "oab", "oab", "oab"),
        Arguments.of(Protocol.UM, "um", "unifiedMessaging", "unifiedMessaging"),
        Arguments.of(Protocol.OUTLOOK_ANYWHERE, "outlook-anywhere", "outlookAnywhere", "outlookAnywhere"),
        Arguments.of(Protocol.POP3, "pop3", "pop3", "pop3"),
        Arguments.of(Protocol.IMAP4, "imap4", "imap4", "imap4"),
        Arguments.of(Protocol.MAPI, "mapi", "-", "mapi"));
  }
  // spotless:on

  @Test
  void wordsAreTheShellsAndCompareWithoutCase() {
    assertThat(Types.word("role", Role.class).words())
        .containsExactlyInAnyOrder(
            "ClientAccess",
            "Mailbox",
            "HubTransport",
            "UnifiedMessaging",
            "EdgeTransport",
            "FrontEnd");
    assertThat(Types.word("role", Role.class).read("CLIENTACCESS"))
        .isEqualTo(new Parsed.Understood<>(Role.CLIENT_ACCESS));
    assertThat(Types.word("os", OperatingSystem.class).words())
        .containsExactly("2003", "2008", "2008R2");
    assertThat(Types.word("defaults", Defaults.class).words()).containsExactly("setup", "none");
    assertThat(Types.word("through", Publisher.class).words())
        .containsExactlyInAnyOrder("none", "isa", "proxy");
    assertThat(Types.word("ssl", PublishedSsl.class).words())
        .containsExactlyInAnyOrder("bridge", "tunnel", "offload");
    assertThat(Types.word("delegation", Delegation.class).words())
        .containsExactlyInAnyOrder("none", "basic", "ntlm", "kerberos");
    assertThat(Types.word("affinity", Affinity.class).words())
        .containsExactlyInAnyOrder("none", "ip", "cookie");
    assertThat(Types.word("certificates", ClientCertAuth.class).words())
        .containsExactlyInAnyOrder("Ignore", "Accepted", "Required");
  }

  private static Arguments row(Shape shape, String keys) {
    return Arguments.of(shape, keys);
  }
}
