package io.casguard.topology;

import static io.casguard.topology.Certainty.ASSUMED;
import static io.casguard.topology.Certainty.FOUND;
import static io.casguard.topology.Version.Product.EXCHANGE_2003;
import static io.casguard.topology.Version.Product.EXCHANGE_2007;
import static io.casguard.topology.Version.Product.EXCHANGE_2010;

import io.casguard.topology.Version.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// What Exchange Setup leaves where nobody states anything: specification 1.6, a row each.
///
/// Defaults never react to stated values. What Setup does not decide has no row and stays unsaid.
public final class SetupDefaults {
  /// One row: what a key is worth on a fresh server of some generations.
  ///
  /// @param shape the kind of thing
  /// @param key the key
  /// @param products the generations it holds for
  /// @param from the first service pack it holds for
  /// @param value the value, made from the server
  /// @param says the value in words, for the documents
  /// @param certainty how sure the field is of it
  public record Row<T>(
      Shape shape,
      Key<T> key,
      Set<Product> products,
      int from,
      Function<Server, Known<T>> value,
      String says,
      Certainty certainty) {
    boolean holdsFor(Version version) {
      return products.contains(version.product())
          && (version.product() != EXCHANGE_2007 || version.servicePack() >= from);
    }

    /// The same row for Exchange Server 2010.
    Row<T> on2010() {
      return new Row<>(shape, key, ON_2010, 0, value, says, ASSUMED);
    }
  }

  private static final Set<Product> ON_2007 = Set.of(EXCHANGE_2007);
  private static final Set<Product> ON_CAS = Set.of(EXCHANGE_2007, EXCHANGE_2010);
  private static final Set<Product> ON_2010 = Set.of(EXCHANGE_2010);
  private static final Set<Product> ON_2003 = Set.of(EXCHANGE_2003);
  private static final Set<Product> ALL = Set.of(Product.values());

  private static final List<Row<?>> ROWS = rows();
  private static final Map<Shape, Map<String, List<Row<?>>>> BY_SHAPE = index();

  private SetupDefaults() {}

  /// Every row, in the order of the specification.
  public static List<Row<?>> all() {
    return ROWS;
  }

  /// What Setup leaves on a server of a version, and on all that it has.
  record At(Server server, Version version) implements InForce.Defaults {
    @Override
    @SuppressWarnings("unchecked") // a row's value has the type of its key
    public <T> Optional<Known<T>> of(Shape shape, Key<T> key) {
      return BY_SHAPE.getOrDefault(shape, Map.of()).getOrDefault(key.name(), List.of()).stream()
          .filter(row -> row.holdsFor(version))
          .findFirst()
          .map(row -> ((Row<T>) row).value().apply(server));
    }
  }

  private static List<Row<?>> rows() {
    List<Row<?>> rows = new ArrayList<>();
    // spotless:off
    Shape owa = Vocabulary.OWA;
    rows.add(url(owa, Vocabulary.INTERNAL_URL, "https", "/owa", FOUND));
    rows.add(none(owa, Vocabulary.EXTERNAL_URL, ON_2007, FOUND));
    rows.add(value(owa, Vocabulary.BASIC_AUTHENTICATION, ON_2007, true, ASSUMED));
    rows.add(value(owa, Vocabulary.FORMS_AUTHENTICATION, ON_2007, true, ASSUMED));
    rows.add(value(owa, Vocabulary.DIGEST_AUTHENTICATION, ON_2007, false, ASSUMED));
    rows.add(value(owa, Vocabulary.WINDOWS_AUTHENTICATION, ON_2007, false, ASSUMED));
    rows.add(value(owa, Vocabulary.REQUIRE_SSL, ON_2007, true, ASSUMED));
    rows.add(value(owa, Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER, ON_2007, true, FOUND));
    rows.add(value(owa, Vocabulary.LOGON_FORMAT, ON_2007, LogonFormat.FULL_DOMAIN, ASSUMED));
    rows.add(none(owa, Vocabulary.DEFAULT_DOMAIN, ON_2007, ASSUMED));
    rows.add(value(owa, Vocabulary.SSL_OFFLOADED, ON_2007, false, ASSUMED));

    Shape activeSync = Vocabulary.ACTIVE_SYNC;
    rows.add(url(activeSync, Vocabulary.INTERNAL_URL, "https", "/Microsoft-Server-ActiveSync", FOUND));
    rows.add(none(activeSync, Vocabulary.EXTERNAL_URL, ON_2007, FOUND));
    rows.add(value(activeSync, Vocabulary.BASIC_AUTHENTICATION, ON_2007, true, FOUND));
    rows.add(value(activeSync, Vocabulary.WINDOWS_AUTHENTICATION, ON_2007, false, FOUND));
    rows.add(value(activeSync, Vocabulary.CLIENT_CERT_AUTH, ON_2007, ClientCertAuth.IGNORE, FOUND));
    rows.add(value(activeSync, Vocabulary.REQUIRE_SSL, ON_2007, true, FOUND));
    rows.add(fromServicePack1(Vocabulary.PROXY_SUBDIRECTORY, Vocabulary.PRESENT, FOUND));
    rows.add(fromServicePack1(Vocabulary.PROXY_SUBDIRECTORY, Vocabulary.PROXY_WINDOWS_AUTHENTICATION, ASSUMED));

    Shape webServices = Vocabulary.WEB_SERVICES;
    rows.add(url(webServices, Vocabulary.INTERNAL_URL, "https", "/EWS/Exchange.asmx", ASSUMED));
    rows.add(none(webServices, Vocabulary.EXTERNAL_URL, ON_2007, ASSUMED));
    rows.add(value(webServices, Vocabulary.WINDOWS_AUTHENTICATION, ON_2007, true, FOUND));
    rows.add(value(webServices, Vocabulary.BASIC_AUTHENTICATION, ON_2007, false, ASSUMED));
    rows.add(value(webServices, Vocabulary.REQUIRE_SSL, ON_2007, true, ASSUMED));
    rows.add(
        new Row<>(webServices, Vocabulary.INTERNAL_NLB_BYPASS_URL, ON_2007, 1, at("https", "/ews/exchange.asmx"), "https://<fqdn>/ews/exchange.asmx", ASSUMED));
    rows.add(none(webServices, Vocabulary.INTERNAL_NLB_BYPASS_URL, ON_2007, ASSUMED));

    Shape autodiscover = Vocabulary.AUTODISCOVER;
    rows.add(url(autodiscover, Vocabulary.SERVICE_INTERNAL_URI, "https", "/Autodiscover/Autodiscover.xml", FOUND));
    rows.add(
        new Row<>(autodiscover, Vocabulary.SITE_SCOPE, ON_2007, 0, SetupDefaults::ownSite, "the own site", ASSUMED));
    rows.add(value(autodiscover, Vocabulary.BASIC_AUTHENTICATION, ON_2007, true, ASSUMED));
    rows.add(value(autodiscover, Vocabulary.WINDOWS_AUTHENTICATION, ON_2007, true, ASSUMED));
    rows.add(value(autodiscover, Vocabulary.REQUIRE_SSL, ON_2007, true, ASSUMED));

    Shape oab = Vocabulary.OAB;
    rows.add(url(oab, Vocabulary.INTERNAL_URL, "http", "/OAB", FOUND));
    rows.add(none(oab, Vocabulary.EXTERNAL_URL, ON_2007, FOUND));
    rows.add(value(oab, Vocabulary.WINDOWS_AUTHENTICATION, ON_2007, true, FOUND));
    rows.add(value(oab, Vocabulary.REQUIRE_SSL, ON_2007, false, FOUND));

    Shape messaging = Vocabulary.UNIFIED_MESSAGING;
    rows.add(url(messaging, Vocabulary.INTERNAL_URL, "https", "/UnifiedMessaging/Service.asmx", ASSUMED));
    rows.add(none(messaging, Vocabulary.EXTERNAL_URL, ON_2007, ASSUMED));
    rows.add(value(messaging, Vocabulary.WINDOWS_AUTHENTICATION, ON_2007, true, ASSUMED));
    rows.add(value(messaging, Vocabulary.REQUIRE_SSL, ON_2007, true, ASSUMED));

    for (Shape shape : List.of(owa, activeSync, webServices, autodiscover, oab, messaging)) {
      rows.add(value(shape, Vocabulary.ANONYMOUS_AUTHENTICATION, ALL, false, ASSUMED));
    }
    rows.add(value(Vocabulary.OUTLOOK_ANYWHERE, Vocabulary.OUTLOOK_ANYWHERE_ENABLED, ON_CAS, false, ASSUMED));
    rows.add(value(Vocabulary.MAIL_SERVICE, Vocabulary.MAIL_SERVICE_ENABLED, Set.of(EXCHANGE_2003, EXCHANGE_2007, EXCHANGE_2010), false, ASSUMED));
    rows.add(value(Vocabulary.RPC_OVER_HTTP, Vocabulary.RPC_OVER_HTTP_ENABLED, ON_2003, false, ASSUMED));

    Shape certificate = Vocabulary.CERTIFICATE;
    rows.add(new Row<>(certificate, Vocabulary.SUBJECT, ON_2007, 0, server -> new Known.Value<>(server.name()), "the NetBIOS name", FOUND));
    rows.add(new Row<>(certificate, Vocabulary.ALTERNATIVE_NAMES, ON_2007, 0, SetupDefaults::ownNames, "the NetBIOS name and the FQDN", FOUND));
    rows.add(value(certificate, Vocabulary.TRUSTED_BY_SERVERS, ON_2007, false, FOUND));
    rows.add(value(certificate, Vocabulary.TRUSTED_BY_CLIENTS, ON_2007, false, FOUND));

    Shape settings = Vocabulary.SETTINGS;
    rows.add(words(Vocabulary.ALLOW_PROXYING_WITHOUT_SSL, 0, false));
    rows.add(words(Vocabulary.ALLOW_INTERNAL_UNTRUSTED_CERTS, 0, true));
    rows.add(words(Vocabulary.ALLOW_CROSS_SITE_SESSIONS, 1, false));
    rows.add(value(settings, Vocabulary.BLOCK_LEGACY_MAILBOXES, ON_2007, false, FOUND));

    Shape backEnd = Vocabulary.LEGACY_DIRECTORY;
    rows.add(value(backEnd, Vocabulary.WINDOWS_AUTHENTICATION, ON_2003, true, ASSUMED));
    rows.add(value(backEnd, Vocabulary.FORMS_AUTHENTICATION, ON_2003, false, ASSUMED));
    rows.add(value(Vocabulary.LEGACY_ACTIVE_SYNC_DIRECTORY, Vocabulary.WINDOWS_AUTHENTICATION, ON_2003, false, ASSUMED));
    for (Shape shape : List.of(backEnd, Vocabulary.LEGACY_ACTIVE_SYNC_DIRECTORY)) {
      rows.add(value(shape, Vocabulary.BASIC_AUTHENTICATION, ON_2003, true, ASSUMED));
      rows.add(value(shape, Vocabulary.REQUIRE_SSL, ON_2003, false, ASSUMED));
      rows.add(value(shape, Vocabulary.ANONYMOUS_AUTHENTICATION, ALL, false, ASSUMED));
    }
    rows.add(value(Vocabulary.SERVER, Vocabulary.AVAILABLE, ALL, true, ASSUMED));
    rows.add(value(Vocabulary.SERVER, Vocabulary.STANDBY, ALL, false, ASSUMED));
    rows.add(value(Vocabulary.SERVER, Vocabulary.PUBLIC_FOLDERS_ONLY, ALL, false, ASSUMED));
    for (Key<Boolean> on :
        List.of(
            Vocabulary.OWA_ENABLED, Vocabulary.ACTIVE_SYNC_ENABLED, Vocabulary.POP_ENABLED,
            Vocabulary.IMAP_ENABLED, Vocabulary.MAPI_ENABLED)) {
      rows.add(value(Vocabulary.POPULATION, on, ALL, true, ASSUMED));
    }
    rows.add(value(Vocabulary.POPULATION, Vocabulary.MAPI_BLOCK_OUTLOOK_RPC_HTTP, ALL, false, ASSUMED));
    rows.addAll(rows.stream().filter(row -> row.key().type().equals(Types.URL)).map(Row::on2010).toList());
    rows.add(value(owa, Vocabulary.BASIC_AUTHENTICATION, ON_2010, true, ASSUMED));
    rows.add(value(owa, Vocabulary.FORMS_AUTHENTICATION, ON_2010, true, ASSUMED));
    rows.add(value(webServices, Vocabulary.BASIC_AUTHENTICATION, ON_2010, true, ASSUMED));
    rows.add(value(webServices, Vocabulary.WINDOWS_AUTHENTICATION, ON_2010, true, ASSUMED));
    return List.copyOf(rows);
    // spotless:on
  }

  private static Map<Shape, Map<String, List<Row<?>>>> index() {
    Map<Shape, Map<String, List<Row<?>>>> index = new HashMap<>();
    for (Row<?> row : ROWS) {
      index
          .computeIfAbsent(row.shape(), _ -> new HashMap<>())
          .computeIfAbsent(row.key().name(), _ -> new ArrayList<>())
          .add(row);
    }
    return index;
  }

  private static Row<Url> url(
      Shape shape, Key<Url> key, String scheme, String path, Certainty certainty) {
    return new Row<>(
        shape, key, ON_2007, 0, at(scheme, path), scheme + "://<fqdn>" + path, certainty);
  }

  private static Function<Server, Known<Url>> at(String scheme, String path) {
    return server -> server.fqdn().map(fqdn -> new Url(scheme + "://" + fqdn + path));
  }

  private static <T> Row<T> value(
      Shape shape, Key<T> key, Set<Product> products, T value, Certainty certainty) {
    String says = value instanceof Word word ? word.word() : value.toString();
    Known<T> known = new Known.Value<>(value);
    return new Row<>(shape, key, products, 0, _ -> known, says, certainty);
  }

  private static <T> Row<T> none(
      Shape shape, Key<T> key, Set<Product> products, Certainty certainty) {
    Known<T> nothing = new Known.Absent<>();
    return new Row<>(shape, key, products, 0, _ -> nothing, "empty", certainty);
  }

  private static Row<Boolean> fromServicePack1(Shape shape, Key<Boolean> key, Certainty certainty) {
    Known<Boolean> on = new Known.Value<>(true);
    return new Row<>(shape, key, ON_2007, 1, _ -> on, "true from SP1 on", certainty);
  }

  private static Row<SortedMap<String, Boolean>> words(
      Key<SortedMap<String, Boolean>> key, int from, boolean value) {
    SortedMap<String, Boolean> all = new TreeMap<>();
    ((Type.Table<Boolean>) key.type()).words().forEach(word -> all.put(word, value));
    Known<SortedMap<String, Boolean>> known = new Known.Value<>(all);
    return new Row<>(
        Vocabulary.SETTINGS, key, ON_2007, from, _ -> known, String.valueOf(value), FOUND);
  }

  private static Known<SortedSet<String>> ownSite(Server server) {
    return server
        .site()
        .<Known<SortedSet<String>>>map(
            site -> new Known.Value<>(new TreeSet<>(Set.of(site.name()))))
        .orElseGet(() -> new Known.Unsaid<>(server.path()));
  }

  private static Known<SortedSet<String>> ownNames(Server server) {
    return server
        .fqdn()
        .map(fqdn -> new TreeSet<>(Arrays.asList(server.name().toLowerCase(Locale.ROOT), fqdn)));
  }
}
