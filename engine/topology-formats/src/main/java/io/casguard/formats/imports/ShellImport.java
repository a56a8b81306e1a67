package io.casguard.formats.imports;

import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import io.casguard.formats.shell.Cmdlet;
import io.casguard.formats.shell.ShellObject;
import io.casguard.formats.shell.ShellProperty;
import io.casguard.formats.shell.ShellValue;
import io.casguard.formats.shell.Sink;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Role;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes a topology of exported objects: each is taken where it belongs, nothing is invented, and
/// what exports say in two ways stays unsaid. Source: specification 4.6.
public final class ShellImport implements Sink {
  /// The switches that are read from IIS, not from Active Directory.
  private static final Set<Key<?>> IN_IIS =
      Set.of(
          Vocabulary.BASIC_AUTHENTICATION,
          Vocabulary.DIGEST_AUTHENTICATION,
          Vocabulary.WINDOWS_AUTHENTICATION,
          Vocabulary.FORMS_AUTHENTICATION,
          Vocabulary.REQUIRE_SSL);

  private static final String IIS_UNREAD =
      "the export was taken with -ADPropertiesOnly, or IIS of the server was not read";

  private final Gathered spec = new Gathered(Vocabulary.SPEC, "");
  private final SortedMap<String, GatheredServer> servers =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final SortedMap<String, Position> sites = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final SortedSet<String> smtpDomains = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Mailboxes mailboxes = new Mailboxes();
  private final Remarks remarks = new Remarks();
  private final Misspellings misspellings = new Misspellings(remarks);
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Position> forests = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  @Override
  public void passedOver(Problem what) {
    remarks.add(what);
  }

  @Override
  public void object(ShellObject object) {
    Optional<Cmdlet> cmdlet = object.cmdlet();
    if (cmdlet.isEmpty()) {
      remarks.pass(
          object.type().isEmpty()
              ? "an object that none of the cmdlets makes which are read"
              : "an object of type " + lastPart(object.type()) + ", which is not read",
          object);
      return;
    }
    misspellings.lookFor(cmdlet.get(), object);
    switch (cmdlet.get()) {
      case EXCHANGE_SERVER -> exchangeServer(object);
      case MAILBOX_SERVER ->
          ServerNames.ofServer(object)
              .ifPresentOrElse(
                  name -> server(name, Cmdlet.MAILBOX_SERVER, object), () -> passNameless(object));
      case CLIENT_ACCESS_SERVER -> clientAccessServer(object);
      case OWA, ACTIVE_SYNC, WEB_SERVICES, OAB, AUTODISCOVER, UNIFIED_MESSAGING ->
          directory(cmdlet.get(), object);
      case OUTLOOK_ANYWHERE -> outlookAnywhere(object);
      case POP_SETTINGS -> mailService(Vocabulary.POP3, Cmdlet.POP_SETTINGS, object);
      case IMAP_SETTINGS -> mailService(Vocabulary.IMAP4, Cmdlet.IMAP_SETTINGS, object);
      case AD_SITE -> object.text("Name").ifPresent(name -> site(name, object.at()));
      case AD_SITE_LINK -> siteLink(object);
      case MAILBOX, CAS_MAILBOX -> mailboxes.take(cmdlet.get(), object);
      case ACCEPTED_DOMAIN -> acceptedDomain(object);
      case OUTLOOK_PROVIDER -> outlookProvider(object);
      case OFFLINE_ADDRESS_BOOK -> offlineAddressBook(object);
      case URL_REPORT -> urlReport(object);
      case COLLECTION ->
          object
              .property("ExportedAt")
              .ifPresent(
                  time ->
                      spec.take(
                          Vocabulary.EXPORTED_AT, ValueReading.of(Vocabulary.EXPORTED_AT, time)));
    }
  }

  /// States when the exports were made, where the caller knows.
  public void exportedAt(Instant time, Position at) {
    spec.say(Vocabulary.EXPORTED_AT, time, at);
  }

  /// The whole, once every object was taken.
  public Imported finish(String organization) {
    return new ImportEnd(spec, servers, sites, smtpDomains, mailboxes, organization)
        .imported(remarks.all());
  }

  /// What makes the exports unfit to be one organization; empty where nothing does.
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void exchangeServer(ShellObject object) {
    Optional<String> name = ServerNames.ofServer(object);
    if (name.isEmpty()) {
      passNameless(object);
      return;
    }
    server(name.get(), Cmdlet.EXCHANGE_SERVER, object)
        .ifPresent(
            server -> {
              for (ShellVocabulary.Column column :
                  ShellVocabulary.columns(Cmdlet.EXCHANGE_SERVER)) {
                if (column.key().equals(Vocabulary.ROLES)) {
                  column.in(object).ifPresent(roles -> roles(server, roles, object));
                } else {
                  take(server.gathered(), column, object);
                }
              }
              object.property("Site").ifPresent(site -> siteOf(server, site));
            });
  }

  /// The roles that a topology knows. A server of 2000 or 2003 prints `None`; a front end of 2003
  /// is told by another property.
  private static void roles(GatheredServer server, ShellProperty roles, ShellObject object) {
    List<String> words = ValueReading.items(roles.value());
    if (words.size() == 1 && words.getFirst().equalsIgnoreCase("None")) {
      boolean isFrontEnd = object.text("ExchangeLegacyServerRole").filter("1"::equals).isPresent();
      if (isFrontEnd) {
        SortedSet<Role> frontEnd = new TreeSet<>(Set.of(Role.FRONT_END));
        server.gathered().say(Vocabulary.ROLES, frontEnd, roles.at());
      }
      return;
    }
    ShellValue value = roles.value();
    if (words.stream().anyMatch("Edge"::equalsIgnoreCase)) {
      value =
          new ShellValue.Listed(
              words.stream()
                  .map(word -> word.equalsIgnoreCase("Edge") ? Role.EDGE_TRANSPORT.word() : word)
                  .toList(),
              true);
    }
    server
        .gathered()
        .take(
            Vocabulary.ROLES,
            ValueReading.of(Vocabulary.ROLES, new ShellProperty(roles.name(), value, roles.at())));
  }

  private void siteOf(GatheredServer server, ShellProperty site) {
    if (site.value() instanceof ShellValue.Unreadable(String why)) {
      server.siteLeft(new Answer.Left(why, site.at()));
      return;
    }
    List<String> readings = ValueReading.texts(site.value());
    if (readings.isEmpty()) {
      return; // a server of 2000 or 2003 prints no site
    }
    readings.forEach(reading -> forest(reading, site.at()));
    List<String> names = readings.stream().map(ServerNames::siteName).distinct().toList();
    boolean certain =
        names.size() == 1 || (site.value() instanceof ShellValue.Wrapped(_, boolean cut) && cut);
    Optional<String> error = ValueReading.nameError(names.getFirst());
    if (error.isPresent()) {
      server.siteLeft(new Answer.Left(error.get(), site.at()));
      return;
    }
    server.site(new GatheredServer.SiteSaid(names, certain, site.at()));
  }

  /// Remembers the forest that a name is of; an organization has only one.
  private void forest(String site, Position at) {
    ServerNames.forest(site)
        .filter(root -> !root.contains(" "))
        .ifPresent(
            root -> {
              if (forests.putIfAbsent(root, at) == null && forests.size() == 2) {
                Map.Entry<String, Position> other =
                    forests.entrySet().stream()
                        .filter(entry -> !entry.getKey().equalsIgnoreCase(root))
                        .findFirst()
                        .orElseThrow();
                problems.add(
                    new Problem(
                        at,
                        "",
                        "the exports are of two forests, so of two organizations: "
                            + root
                            + " here, "
                            + other.getKey()
                            + " at "
                            + other.getValue()
                            + "; import each by itself"));
              }
            });
  }

  private void clientAccessServer(ShellObject object) {
    Optional<String> name = ServerNames.ofServer(object);
    if (name.isEmpty()) {
      passNameless(object);
      return;
    }
    server(name.get(), Cmdlet.CLIENT_ACCESS_SERVER, object)
        .ifPresent(
            server -> {
              Gathered discovery = server.discovery();
              ShellVocabulary.columns(Cmdlet.CLIENT_ACCESS_SERVER)
                  .forEach(column -> take(discovery, column, object));
              object
                  .property("OutlookAnywhereEnabled")
                  .ifPresent(
                      enabled ->
                          server
                              .gathered()
                              .part(Vocabulary.OUTLOOK_ANYWHERE_KEY)
                              .take(
                                  Vocabulary.OUTLOOK_ANYWHERE_ENABLED,
                                  ValueReading.of(Vocabulary.OUTLOOK_ANYWHERE_ENABLED, enabled)));
            });
  }

  private void directory(Cmdlet cmdlet, ShellObject object) {
    DirectoryKind kind = ShellVocabulary.directory(cmdlet).orElseThrow();
    if (isLegacy(object)) {
      remarks.pass(
          "a virtual directory for mailboxes of Exchange 2000 and 2003, which takes no part",
          object);
      return;
    }
    Optional<String> owner = ServerNames.ofPart(object);
    if (owner.isEmpty()) {
      remarks.pass(
          "an object of "
              + cmdlet.command()
              + " that names no server: export Server or Identity too",
          object);
      return;
    }
    server(owner.get(), cmdlet, object)
        .ifPresent(server -> directory(server, kind, cmdlet, object));
  }

  private void directory(
      GatheredServer server, DirectoryKind kind, Cmdlet cmdlet, ShellObject object) {
    Key<SortedMap<String, Entity>> key = Vocabulary.directoriesOf(kind);
    String identity =
        Vocabulary.identityOf(
            key,
            ServerNames.directoryName(object)
                .filter(name -> ValueReading.nameError(name).isEmpty())
                .orElse(kind.defaultName()));
    Gathered directory = server.gathered().item(key, identity);
    if (!identity.isEmpty()) {
      directory.say(Vocabulary.NAME, identity, object.at());
    }
    boolean unread = isIisUnread(object);
    for (ShellVocabulary.Column column : ShellVocabulary.columns(cmdlet)) {
      if (unread && IN_IIS.contains(column.key())) {
        column
            .in(object)
            .ifPresent(
                property ->
                    directory.take(column.key(), new Answer.Left(IIS_UNREAD, property.at())));
      } else {
        take(directory, column, object);
      }
    }
    Switches.compare(server, directory, object).forEach(remarks::add);
  }

  /// Directories for 2000 and 2003 mailboxes on a 2007 server have no addresses and are never
  /// proxied to.
  private static boolean isLegacy(ShellObject object) {
    String version = object.text("OwaVersion").orElse("");
    return version.equalsIgnoreCase("Exchange2003or2000")
        || version.equals("1")
        || ServerNames.directoryName(object).filter(DirectoryKind::isOfOlderVersions).isPresent();
  }

  /// Where the path of the directory is printed as empty, the switches beside it are no switches.
  private static boolean isIisUnread(ShellObject object) {
    boolean hasNoPath =
        object.property("Path").filter(it -> it.value() instanceof ShellValue.Nothing).isPresent();
    boolean hasWebSite =
        object
            .property("WebSite")
            .filter(it -> !(it.value() instanceof ShellValue.Nothing))
            .isPresent();
    return hasNoPath && !hasWebSite;
  }

  private void outlookAnywhere(ShellObject object) {
    Optional<String> owner = ServerNames.ofPart(object);
    if (owner.isEmpty()) {
      passNameless(object);
      return;
    }
    server(owner.get(), Cmdlet.OUTLOOK_ANYWHERE, object)
        .ifPresent(
            server -> {
              Gathered part = server.gathered().part(Vocabulary.OUTLOOK_ANYWHERE_KEY);
              part.say(Vocabulary.OUTLOOK_ANYWHERE_ENABLED, true, object.at());
              ShellVocabulary.columns(Cmdlet.OUTLOOK_ANYWHERE)
                  .forEach(column -> take(part, column, object));
            });
  }

  private void mailService(Key<Entity> key, Cmdlet cmdlet, ShellObject object) {
    Optional<String> owner = ServerNames.ofPart(object);
    if (owner.isEmpty()) {
      passNameless(object);
      return;
    }
    server(owner.get(), cmdlet, object)
        .ifPresent(
            server ->
                ShellVocabulary.columns(cmdlet)
                    .forEach(column -> take(server.gathered().part(key), column, object)));
  }

  private void siteLink(ShellObject object) {
    SortedSet<String> joined = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    boolean whole = true;
    if (object.property("Sites").isPresent()) {
      ShellProperty sitesOf = object.property("Sites").get();
      ShellValue value = likely(sitesOf.value());
      for (String site : ValueReading.items(value)) {
        forest(site, sitesOf.at());
        joined.add(ServerNames.siteName(site));
      }
      whole =
          switch (value) {
            case ShellValue.Listed(_, boolean all) -> all;
            case ShellValue.Text _ -> true;
            case ShellValue.Nothing _, ShellValue.Wrapped _, ShellValue.Unreadable _ -> false;
          };
    }
    boolean named = joined.stream().allMatch(site -> ValueReading.nameError(site).isEmpty());
    if (!whole || !named || joined.size() < 2) {
      remarks.pass(
          "a site link whose two or more sites cannot be read: set $FormatEnumerationLimit, or use"
              + " Export-Clixml",
          object);
      return;
    }
    joined.forEach(site -> site(site, object.at()));
    Gathered link = spec.item(Vocabulary.SITE_LINKS, SiteLink.identity(joined));
    link.say(Vocabulary.LINKED_SITES, joined, object.at());
    SiteLinkCosts.take(link, object);
  }

  /// The reading without blanks where the console cut at its width; else nobody knows.
  private static ShellValue likely(ShellValue value) {
    return value instanceof ShellValue.Wrapped(List<ShellValue> readings, boolean cutAtWidth)
            && cutAtWidth
        ? readings.getFirst()
        : value;
  }

  private void acceptedDomain(ShellObject object) {
    boolean holdsMailboxes =
        object.text("DomainType").filter(type -> type.equalsIgnoreCase("ExternalRelay")).isEmpty();
    object
        .text("DomainName")
        .filter(_ -> holdsMailboxes)
        .filter(name -> !name.contains("*") && ValueReading.nameError(name).isEmpty())
        .ifPresent(smtpDomains::add);
  }

  private void outlookProvider(ShellObject object) {
    object
        .text("Name")
        .filter(name -> ValueReading.nameError(name).isEmpty())
        .ifPresent(
            name -> {
              Gathered provider = spec.item(Vocabulary.OUTLOOK_PROVIDERS, name);
              ShellVocabulary.columns(Cmdlet.OUTLOOK_PROVIDER)
                  .forEach(column -> take(provider, column, object));
            });
  }

  private void offlineAddressBook(ShellObject object) {
    Optional<String> name = object.text("Name").filter(it -> ValueReading.nameError(it).isEmpty());
    if (name.isEmpty()) {
      passNameless(object);
      return;
    }
    Gathered book = spec.item(Vocabulary.OFFLINE_ADDRESS_BOOKS, name.get());
    ShellVocabulary.columns(Cmdlet.OFFLINE_ADDRESS_BOOK)
        .forEach(column -> take(book, column, object));
    object
        .text("Server")
        .map(ServerNames::shortName)
        .flatMap(server -> server(server, Cmdlet.OFFLINE_ADDRESS_BOOK, object))
        .ifPresent(server -> book.say(Vocabulary.GENERATION_SERVER, server.name(), object.at()));
    object
        .property("VirtualDirectories")
        .filter(it -> it.value() instanceof ShellValue.Listed(_, boolean whole) && whole)
        .ifPresent(directories -> distribution(book, directories, object));
  }

  private void distribution(Gathered book, ShellProperty directories, ShellObject object) {
    SortedSet<String> points = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String directory : ValueReading.items(directories.value())) {
      if (directory.indexOf('\\') <= 0) {
        return; // the directory's name alone does not say of which server
      }
      server(ServerNames.shortName(directory), Cmdlet.OFFLINE_ADDRESS_BOOK, object)
          .ifPresent(server -> points.add(server.name()));
    }
    if (!points.isEmpty()) {
      book.say(Vocabulary.DISTRIBUTION_POINTS, points, directories.at());
    }
  }

  private void urlReport(ShellObject object) {
    Optional<String> owner = ServerNames.ofPart(object);
    if (owner.isEmpty()) {
      passNameless(object);
      return;
    }
    server(owner.get(), Cmdlet.URL_REPORT, object)
        .ifPresent(
            server -> {
              object
                  .property("ServerVersion")
                  .ifPresent(
                      version ->
                          server
                              .gathered()
                              .take(
                                  Vocabulary.VERSION,
                                  ValueReading.of(Vocabulary.VERSION, version)));
              for (DirectoryKind kind : DirectoryKind.values()) {
                for (ShellVocabulary.Column column : ShellVocabulary.reportColumns(kind)) {
                  column
                      .in(object)
                      .ifPresent(
                          property ->
                              reported(server, kind)
                                  .take(column.key(), ValueReading.of(column.key(), property)));
                }
              }
            });
  }

  private static Gathered reported(GatheredServer server, DirectoryKind kind) {
    return kind == DirectoryKind.AUTODISCOVER
        ? server.discovery()
        : server.gathered().item(Vocabulary.directoriesOf(kind), "");
  }

  /// A server by its short name, declared where it was not yet.
  private Optional<GatheredServer> server(String name, Cmdlet cmdlet, ShellObject object) {
    Optional<String> error = ValueReading.nameError(name);
    if (error.isPresent()) {
      remarks.pass("an object of a server whose name is " + error.get(), object);
      return Optional.empty();
    }
    GatheredServer server =
        servers.computeIfAbsent(name, it -> new GatheredServer(it, object.at()));
    server.sawIn(cmdlet, object.at());
    return Optional.of(server);
  }

  private void site(String name, Position at) {
    if (ValueReading.nameError(name).isEmpty()) {
      sites.putIfAbsent(name, at);
    }
  }

  private static void take(Gathered into, ShellVocabulary.Column column, ShellObject object) {
    column
        .in(object)
        .ifPresent(property -> into.take(column.key(), ValueReading.of(column.key(), property)));
  }

  private void passNameless(ShellObject object) {
    remarks.pass(
        "an object of "
            + object.cmdlet().map(Cmdlet::command).orElse("an unknown cmdlet")
            + " that tells no name: export Name, Server or Identity too",
        object);
  }

  private static String lastPart(String type) {
    return ValueReading.shortened(type.substring(type.lastIndexOf('.') + 1));
  }
}
