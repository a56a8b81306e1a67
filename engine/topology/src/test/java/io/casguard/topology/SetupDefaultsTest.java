package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Specification 1.6, transcribed by hand: what a fresh server of each version has, `-` where Setup
/// does not decide.
class SetupDefaultsTest {
  private static final String FQDN = "a.contoso.com";

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "owa, internalUrl, https://F/owa, https://F/owa",
    "owa, externalUrl, null, null",
    "owa, basicAuthentication, true, true",
    "owa, formsAuthentication, true, true",
    "owa, digestAuthentication, false, -",
    "owa, windowsAuthentication, false, -",
    "owa, requireSsl, true, -",
    "owa, redirectToOptimalOwaServer, true, -",
    "owa, logonFormat, FullDomain, -",
    "owa, defaultDomain, null, -",
    "owa, sslOffloaded, false, -",
    "owa, anonymousAuthentication, false, false",
    "activeSync, internalUrl, https://F/Microsoft-Server-ActiveSync, https://F/Microsoft-Server-ActiveSync",
    "activeSync, externalUrl, null, null",
    "activeSync, basicAuthentication, true, -",
    "activeSync, windowsAuthentication, false, -",
    "activeSync, clientCertAuth, Ignore, -",
    "activeSync, requireSsl, true, -",
    "activeSync, anonymousAuthentication, false, false",
    "activeSync, formsAuthentication, -, -",
    "webServices, internalUrl, https://F/EWS/Exchange.asmx, https://F/EWS/Exchange.asmx",
    "webServices, externalUrl, null, null",
    "webServices, windowsAuthentication, true, true",
    "webServices, basicAuthentication, false, true",
    "webServices, requireSsl, true, -",
    "webServices, internalNlbBypassUrl, https://F/ews/exchange.asmx, https://F/ews/exchange.asmx",
    "autodiscover, serviceInternalUri, https://F/Autodiscover/Autodiscover.xml, https://F/Autodiscover/Autodiscover.xml",
    "autodiscover, siteScope, [leeds], -",
    "autodiscover, basicAuthentication, true, -",
    "autodiscover, windowsAuthentication, true, -",
    "autodiscover, requireSsl, true, -",
    "autodiscover, externalUrl, -, -",
    "oab, internalUrl, http://F/OAB, http://F/OAB",
    "oab, externalUrl, null, null",
    "oab, windowsAuthentication, true, -",
    "oab, requireSsl, false, -",
    "unifiedMessaging, internalUrl, https://F/UnifiedMessaging/Service.asmx, https://F/UnifiedMessaging/Service.asmx",
    "unifiedMessaging, externalUrl, null, null",
    "unifiedMessaging, windowsAuthentication, true, -",
    "unifiedMessaging, requireSsl, true, -"
  })
  void everyDirectoryStartsAsTheSpecificationSays(
      String directory, String key, String on2007, String on2010) {
    assertThat(onDirectory(server("2007 SP3"), directory, key))
        .isEqualTo(on2007.replace("F", FQDN).replace(FQDN + "ullDomain", "FullDomain"));
    assertThat(onDirectory(server("2010"), directory, key)).isEqualTo(on2010.replace("F", FQDN));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "outlookAnywhere, enabled, 2007, false",
    "pop3, enabled, 2007, false",
    "imap4, enabled, 2007, false",
    "certificate, subject, 2007, A",
    "certificate, trustedByServers, 2007, false",
    "certificate, trustedByClients, 2007, false",
    "settings, allowProxyingWithoutSsl, 2007, '{owa: false, webServices: false}'",
    "settings, allowInternalUntrustedCerts, 2007, '{owa: true, webServices: true}'",
    "settings, allowCrossSiteSessions, 2007 SP1, '{imap4: false, pop3: false}'",
    "settings, allowCrossSiteSessions, 2007, -",
    "settings, blockLegacyMailboxes, 2007, false",
    "certificate, alternativeNames, 2007, '[a, a.contoso.com]'",
    "outlookAnywhere, enabled, 2010, false",
    "certificate, subject, 2010, -",
    "pop3, enabled, 2003, false",
    "settings, blockLegacyMailboxes, 2003, -"
  })
  void everyPartStartsAsTheSpecificationSays(
      String part, String key, String version, String value) {
    assertThat(onPart(server(version), part, key)).isEqualTo(value);
  }

  @ParameterizedTest(name = "legacy.{0}.{1}")
  @CsvSource({
    "exchange, basicAuthentication, true",
    "exchange, windowsAuthentication, true",
    "exchange, formsAuthentication, false",
    "exchange, requireSsl, false",
    "exchange, anonymousAuthentication, false",
    "exchange, externalUrl, -",
    "public, basicAuthentication, true",
    "public, windowsAuthentication, true",
    "public, formsAuthentication, false",
    "public, requireSsl, false",
    "activeSync, basicAuthentication, true",
    "activeSync, windowsAuthentication, false",
    "activeSync, formsAuthentication, -",
    "activeSync, requireSsl, false",
    "pop3, enabled, false",
    "imap4, enabled, false",
    "rpcOverHttp, enabled, false"
  })
  void a2003BackEndStartsAsTheSpecificationSays(String part, String key, String value) {
    assertThat(onLegacyPart(server("2003 SP2"), part, key)).isEqualTo(value);
    assertThat(onLegacyPart(server("2007"), part, key))
        .isEqualTo(key.equals("enabled") && !part.equals("rpcOverHttp") ? value : anonymous(key));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"2007, -", "2007 SP1, true", "2007 SP3, true", "2010, -"})
  void theProxySubdirectoryIsThereFromServicePack1On(String version, String value) {
    // When
    Directory activeSync = directory(server(version), "activeSync");

    // Then
    assertThat(
            text(Types.FLAG, activeSync.get(Vocabulary.PROXY_SUBDIRECTORY_KEY, Vocabulary.PRESENT)))
        .isEqualTo(value);
    assertThat(
            text(
                Types.FLAG,
                activeSync.get(
                    Vocabulary.PROXY_SUBDIRECTORY_KEY, Vocabulary.PROXY_WINDOWS_AUTHENTICATION)))
        .isEqualTo(value);
  }

  @ParameterizedTest(name = "{0} of RTM")
  @CsvSource({
    "owa, internalUrl, https://a.contoso.com/owa",
    "owa, formsAuthentication, true",
    "activeSync, requireSsl, true",
    "webServices, internalNlbBypassUrl, null",
    "webServices, windowsAuthentication, true",
    "oab, requireSsl, false"
  })
  void directoriesOfTheFirstReleaseStartAlmostAlike(String directory, String key, String value) {
    assertThat(onDirectory(server("2007"), directory, key)).isEqualTo(value);
  }

  private static String anonymous(String key) {
    return key.equals("anonymousAuthentication") ? "false" : "-";
  }

  private static Directory directory(Server server, String key) {
    return server.directories(kind(key)).toOptional().orElseThrow().getFirst();
  }

  @SuppressWarnings("unchecked") // the named keys hold parts
  private static String onLegacyPart(Server server, String part, String key) {
    Key<Entity> holder = (Key<Entity>) Vocabulary.LEGACY.key(part).orElseThrow();
    Key<?> inner = ((Type.Part) holder.type()).shape().key(key).orElseThrow();
    return text(inner.type(), server.get(Vocabulary.LEGACY_KEY, holder, inner));
  }

  private static String onDirectory(Server server, String directory, String key) {
    Directory found = server.directories(kind(directory)).toOptional().orElseThrow().getFirst();
    Shape shape = ((Type.Parts) Vocabulary.SERVER.key(directory).orElseThrow().type()).shape();
    return text(shape.key(key).orElseThrow(), found);
  }

  private static <T> String text(Key<T> key, Directory directory) {
    return text(key.type(), directory.get(key));
  }

  @SuppressWarnings("unchecked") // the named keys hold parts
  private static String onPart(Server server, String part, String key) {
    Key<Entity> holder = (Key<Entity>) Vocabulary.SERVER.key(part).orElseThrow();
    return text(((Type.Part) holder.type()).shape().key(key).orElseThrow(), holder, server);
  }

  private static <T> String text(Key<T> key, Key<Entity> part, Server server) {
    return text(key.type(), server.get(part, key));
  }

  private static String text(Type<?> type, Known<?> known) {
    return switch (known) {
      case Known.Value<?>(Object value) -> CanonicalForm.text(type, value);
      case Known.Absent<?>() -> "null";
      case Known.Unsaid<?> _ -> "-";
    };
  }

  private static DirectoryKind kind(String key) {
    return Stream.of(DirectoryKind.values())
        .filter(kind -> kind.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Server server(String version) {
    Version read =
        switch (Version.parse(version)) {
          case Parsed.Understood<Version>(Version understood) -> understood;
          case Parsed.Refused<Version>(String why) -> throw new AssertionError(why);
        };
    Entity server =
        Entity.named(Vocabulary.SERVER, "A")
            .with(Vocabulary.VERSION, read)
            .with(Vocabulary.ROLES, new TreeSet<>(List.of(Role.CLIENT_ACCESS)));
    Entity site = Entity.named(Vocabulary.SITE, "leeds").with(Vocabulary.SERVERS, "A", server);
    Entity spec =
        Entity.named(Vocabulary.SPEC, "")
            .with(Vocabulary.DOMAIN, "contoso.com")
            .with(Vocabulary.SITES, "leeds", site);
    return Organization.of(new Topology("contoso", spec)).servers().getFirst();
  }
}
