package io.casguard.topologies.oracle;

import io.casguard.topology.ClientCertAuth;
import io.casguard.topology.Defaults;
import io.casguard.topology.Delegation;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import io.casguard.topology.Publisher;
import io.casguard.topology.Role;
import io.casguard.topology.Shape;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A small organization in which anything may be wrong: up to four sites with up to three Client
/// Access servers each, of every version, with directories that are missing, doubled, published,
/// shut or addressed to somebody else.
///
/// One in six states everything that decides and then leaves a few values out (`defaults: none`).
final class RandomOrganization {
  private static final List<Version> OF_2007 =
      List.of(
          new Version(8, 0, 685, 25),
          new Version(8, 1, 240, 6),
          new Version(8, 2, 176, 2),
          Version.EXCHANGE_2007_SP3);
  private static final Version OF_2003 = new Version(6, 5, 7638, 2);
  private static final Version OF_2010 = new Version(14, 1, 218, 15);

  private final Random random;
  private final boolean everythingSaid;
  private final List<String> sites = new ArrayList<>();
  private final List<String> clientAccess = new ArrayList<>();
  private final List<String> mailboxes = new ArrayList<>();
  private final Version usual;
  private int leftOut;

  RandomOrganization(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    everythingSaid = random.nextInt(6) == 0;
    usual = OF_2007.get(random.nextInt(OF_2007.size()));
    leftOut = everythingSaid ? 1 + random.nextInt(2) : 0;
  }

  Topology topology() {
    Entity spec = Entity.named(Vocabulary.SPEC, "").with(Vocabulary.DOMAIN, "example.com");
    if (everythingSaid) {
      spec = spec.with(Vocabulary.DEFAULTS, Defaults.NONE);
    }
    SortedMap<String, Entity> all = Entity.items();
    int count = 1 + random.nextInt(4);
    for (int i = 1; i <= count; i++) {
      sites.add("site" + i);
    }
    for (int i = 1; i <= count; i++) {
      all.put("site" + i, site(i));
    }
    spec = spec.with(Vocabulary.SITES, all);
    if (oneIn(5)) {
      String name = "OLD1";
      mailboxes.add(name);
      spec = spec.with(Vocabulary.SERVERS_WITHOUT_SITE, name, backEnd(name));
    }
    if (oneIn(2)) {
      for (int i = 2; i <= count; i++) {
        String identity = SiteLink.identity(List.of("site1", "site" + i));
        Entity link =
            Entity.named(Vocabulary.SITE_LINK, identity)
                .with(Vocabulary.LINKED_SITES, names(List.of("site1", "site" + i)))
                .with(Vocabulary.COST, 100 * (1 + random.nextInt(3)));
        if (!oneIn(3)) {
          link = link.with(Vocabulary.RPC, !oneIn(3));
        }
        spec = spec.with(Vocabulary.SITE_LINKS, identity, link);
      }
    }
    if (oneIn(2) && !clientAccess.isEmpty()) {
      for (int i = 1; i <= count; i++) {
        if (oneIn(2)) {
          String name = "mail" + i + ".example.com";
          spec = spec.with(Vocabulary.PUBLISHING, name, published(name, i));
        }
      }
    }
    if (oneIn(2) && !clientAccess.isEmpty()) {
      List<String> points = new ArrayList<>();
      for (String server : clientAccess) {
        if (points.isEmpty() || !oneIn(3)) {
          points.add(server);
        }
      }
      spec =
          spec.with(
              Vocabulary.OFFLINE_ADDRESS_BOOKS,
              "default",
              Entity.named(Vocabulary.ADDRESS_BOOK, "default")
                  .with(Vocabulary.DISTRIBUTION_POINTS, names(points)));
    }
    int populations = mailboxes.isEmpty() ? 0 : random.nextInt(3);
    for (int i = 0; i < populations; i++) {
      String name = "staff" + i;
      spec = spec.with(Vocabulary.USERS, name, population(name));
    }
    return new Topology("example", spec);
  }

  private Entity site(int number) {
    SortedMap<String, Entity> servers = Entity.items();
    int doors = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3);
    for (int i = 1; i <= doors; i++) {
      String name = "S" + number + "-CAS" + i;
      Version version = oneIn(25) ? OF_2010 : oneIn(6) ? anyOf2007() : usual;
      SortedSet<Role> roles = new TreeSet<>(List.of(Role.CLIENT_ACCESS));
      if (oneIn(8)) {
        roles.add(Role.MAILBOX);
        mailboxes.add(name);
      }
      clientAccess.add(name);
      servers.put(name, clientAccessServer(name, number, version, roles));
    }
    if (!oneIn(6)) {
      String name = "S" + number + "-MBX1";
      mailboxes.add(name);
      Version version = oneIn(20) ? OF_2010 : oneIn(8) ? anyOf2007() : usual;
      Entity server =
          Entity.named(Vocabulary.SERVER, name)
              .with(Vocabulary.ROLES, rolesOfMailboxServer(number))
              .with(Vocabulary.VERSION, version);
      servers.put(name, everywhere(server, name));
    }
    if (oneIn(8)) {
      String name = "S" + number + "-BE1";
      mailboxes.add(name);
      servers.put(name, backEnd(name));
    }
    Entity site = Entity.named(Vocabulary.SITE, "site" + number).with(Vocabulary.SERVERS, servers);
    return oneIn(2) ? site.with(Vocabulary.INTERNET_FACING, oneIn(2)) : site;
  }

  /// In every second organization, the first site's answers the phone as well.
  private SortedSet<Role> rolesOfMailboxServer(int site) {
    SortedSet<Role> roles = new TreeSet<>(List.of(Role.MAILBOX));
    if (site == 1 && sites.size() % 2 == 0) {
      roles.add(Role.UNIFIED_MESSAGING);
    }
    return roles;
  }

  private Version anyOf2007() {
    return OF_2007.get(random.nextInt(OF_2007.size()));
  }

  private Entity everywhere(Entity server, String name) {
    Entity with = server;
    if (everythingSaid) {
      with =
          with.with(Vocabulary.FQDN, fqdn(name))
              .with(Vocabulary.AVAILABLE, true)
              .with(Vocabulary.PUBLIC_FOLDERS_ONLY, false);
    }
    return oneIn(25) ? with.with(Vocabulary.AVAILABLE, false) : with;
  }

  private Entity backEnd(String name) {
    Entity server = Entity.named(Vocabulary.SERVER, name).with(Vocabulary.VERSION, OF_2003);
    Entity legacy = Entity.named(Vocabulary.LEGACY, "");
    for (Key<Entity> key : List.of(Vocabulary.LEGACY_EXCHANGE, Vocabulary.LEGACY_PUBLIC)) {
      Entity directory = Entity.named(Vocabulary.LEGACY_DIRECTORY, "");
      directory = flag(directory, Vocabulary.WINDOWS_AUTHENTICATION, true, 4);
      directory = flag(directory, Vocabulary.FORMS_AUTHENTICATION, false, 5);
      directory = flag(directory, Vocabulary.REQUIRE_SSL, false, 5);
      legacy = legacy.with(key, directory);
    }
    Entity devices = Entity.named(Vocabulary.LEGACY_ACTIVE_SYNC_DIRECTORY, "");
    devices = flag(devices, Vocabulary.WINDOWS_AUTHENTICATION, false, 2);
    devices = flag(devices, Vocabulary.REQUIRE_SSL, false, 8);
    legacy =
        legacy
            .with(Vocabulary.LEGACY_ACTIVE_SYNC, devices)
            .with(Vocabulary.LEGACY_POP3, service(2))
            .with(Vocabulary.LEGACY_IMAP4, service(2))
            .with(
                Vocabulary.LEGACY_RPC_OVER_HTTP,
                flag(
                    Entity.named(Vocabulary.RPC_OVER_HTTP, ""),
                    Vocabulary.RPC_OVER_HTTP_ENABLED,
                    false,
                    2));
    return everywhere(server, name).with(Vocabulary.LEGACY_KEY, legacy);
  }

  private Entity service(int chance) {
    return flag(
        Entity.named(Vocabulary.MAIL_SERVICE, ""), Vocabulary.MAIL_SERVICE_ENABLED, false, chance);
  }

  private Entity clientAccessServer(String name, int site, Version version, SortedSet<Role> roles) {
    Entity server =
        everywhere(
            Entity.named(Vocabulary.SERVER, name)
                .with(Vocabulary.ROLES, roles)
                .with(Vocabulary.VERSION, version),
            name);
    for (DirectoryKind kind : DirectoryKind.values()) {
      if (oneIn(15)) {
        server = server.without(Vocabulary.directoriesOf(kind));
      } else {
        server =
            server.with(Vocabulary.directoriesOf(kind), "", directory(kind, name, site, version));
        if (oneIn(25)) {
          String second = kind.key() + " (Second)";
          server =
              server.with(
                  Vocabulary.directoriesOf(kind),
                  second,
                  directory(kind, name, site, version).with(Vocabulary.NAME, second));
        }
      }
    }
    Entity anywhere = Entity.named(Vocabulary.OUTLOOK_ANYWHERE, "");
    server =
        server
            .with(
                Vocabulary.OUTLOOK_ANYWHERE_KEY,
                flag(anywhere, Vocabulary.OUTLOOK_ANYWHERE_ENABLED, false, 2))
            .with(Vocabulary.POP3, service(2))
            .with(Vocabulary.IMAP4, service(2))
            .with(Vocabulary.SETTINGS_KEY, settings(version));
    if (everythingSaid || oneIn(5)) {
      Entity certificate = Entity.named(Vocabulary.CERTIFICATE, "");
      server =
          server.with(
              Vocabulary.SERVER_CERTIFICATE,
              flag(certificate, Vocabulary.TRUSTED_BY_SERVERS, false, 2));
    }
    if (oneIn(6)) {
      server = server.with(Vocabulary.OWA_VERSIONS, names(List.of(anyOf2007().toString())));
    }
    if (!oneIn(3)) {
      server =
          oneIn(4)
              ? server.without(Vocabulary.SERVICE_PRINCIPAL_NAMES)
              : server.with(
                  Vocabulary.SERVICE_PRINCIPAL_NAMES,
                  names(List.of("HTTP/alias" + site + ".example.com", "HOST/" + name)));
    }
    if (oneIn(3)) {
      server = server.with(Vocabulary.ADDRESSES, names(List.of("10." + site + ".0.1")));
    }
    return server;
  }

  private Entity settings(Version version) {
    Entity settings = Entity.named(Vocabulary.SETTINGS, "");
    settings = words(settings, Vocabulary.ALLOW_PROXYING_WITHOUT_SSL, false, "owa", "webServices");
    settings =
        words(settings, Vocabulary.ALLOW_INTERNAL_UNTRUSTED_CERTS, true, "owa", "webServices");
    if (version.servicePack() > 0 || oneIn(2)) {
      settings = words(settings, Vocabulary.ALLOW_CROSS_SITE_SESSIONS, false, "pop3", "imap4");
    }
    return flag(settings, Vocabulary.BLOCK_LEGACY_MAILBOXES, false, 5);
  }

  private Entity words(
      Entity settings, Key<SortedMap<String, Boolean>> key, boolean usually, String... words) {
    if (!everythingSaid && !oneIn(5)) {
      return settings;
    }
    SortedMap<String, Boolean> stated = new TreeMap<>();
    for (String word : words) {
      stated.put(word, oneIn(4) != usually);
    }
    return isLeftOut() ? settings : settings.with(key, stated);
  }

  private Entity directory(DirectoryKind kind, String server, int site, Version version) {
    Entity directory = Entity.named(shape(kind), "");
    String path = kind.urlPath();
    boolean http = kind == DirectoryKind.OAB;
    directory =
        address(
            directory,
            Vocabulary.INTERNAL_URL,
            internal(server, site, path),
            (http ? "http://" : "https://") + fqdn(server) + path);
    directory = address(directory, Vocabulary.EXTERNAL_URL, external(server, site, path), "");
    if (kind != DirectoryKind.OWA || oneIn(3) || everythingSaid) {
      directory =
          flag(directory, Vocabulary.WINDOWS_AUTHENTICATION, kind == DirectoryKind.WEB_SERVICES, 3);
      directory = flag(directory, Vocabulary.BASIC_AUTHENTICATION, true, 12);
      directory = flag(directory, Vocabulary.FORMS_AUTHENTICATION, kind == DirectoryKind.OWA, 6);
    } else if (oneIn(2)) {
      directory =
          directory
              .with(Vocabulary.WINDOWS_AUTHENTICATION, true)
              .with(Vocabulary.FORMS_AUTHENTICATION, false);
    }
    directory = flag(directory, Vocabulary.REQUIRE_SSL, kind != DirectoryKind.OAB, 15);
    if (kind == DirectoryKind.OWA) {
      directory = flag(directory, Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER, true, 4);
    }
    if (kind == DirectoryKind.ACTIVE_SYNC) {
      if (everythingSaid || oneIn(8)) {
        directory =
            directory.with(
                Vocabulary.CLIENT_CERT_AUTH,
                oneIn(5) ? ClientCertAuth.ACCEPTED : ClientCertAuth.IGNORE);
      }
      if (version.servicePack() > 0) {
        Entity proxy = Entity.named(Vocabulary.PROXY_SUBDIRECTORY, "");
        proxy = flag(proxy, Vocabulary.PRESENT, true, 8);
        proxy = flag(proxy, Vocabulary.PROXY_WINDOWS_AUTHENTICATION, true, 8);
        directory = directory.with(Vocabulary.PROXY_SUBDIRECTORY_KEY, proxy);
      }
    }
    if (kind == DirectoryKind.WEB_SERVICES && (version.servicePack() > 0 || everythingSaid)) {
      directory =
          address(
              directory,
              Vocabulary.INTERNAL_NLB_BYPASS_URL,
              oneIn(3) ? "" : oneIn(6) ? internal(server, site, path) : "-",
              "https://" + fqdn(server) + path);
    }
    if (kind == DirectoryKind.AUTODISCOVER) {
      if (oneIn(3)) {
        directory =
            oneIn(5)
                ? directory.without(Vocabulary.SITE_SCOPE)
                : directory.with(
                    Vocabulary.SITE_SCOPE, names(List.of(sites.get(random.nextInt(sites.size())))));
      }
      if (oneIn(8)) {
        directory = directory.without(Vocabulary.SERVICE_INTERNAL_URI);
      }
    }
    return directory;
  }

  private static Shape shape(DirectoryKind kind) {
    return ((Type.Parts) Vocabulary.directoriesOf(kind).type()).shape();
  }

  /// States an address, empty text: that there is none; `-`: what Setup leaves.
  private Entity address(Entity directory, Key<Url> key, String text, String left) {
    if (isLeftOut()) {
      return directory;
    }
    if (text.isEmpty() || (text.equals("-") && everythingSaid && left.isEmpty())) {
      return directory.without(key);
    }
    if (text.equals("-")) {
      return everythingSaid ? directory.with(key, new Url(left)) : directory;
    }
    return directory.with(key, new Url(text));
  }

  private String internal(String server, int site, String path) {
    return switch (random.nextInt(24)) {
      case 0 -> "";
      case 1 -> "http://" + fqdn(server) + path;
      case 2 -> "https://" + server + path;
      case 3 -> "https://10." + site + ".0.1" + path;
      case 4 -> "https://alias" + site + ".example.com" + path;
      case 5 -> "https://mail" + (1 + random.nextInt(sites.size())) + ".example.com" + path;
      case 6 -> "https://" + fqdn("S" + (1 + random.nextInt(sites.size())) + "-CAS1") + path;
      case 7 -> "https://elsewhere.example.net" + path;
      default -> "-";
    };
  }

  private String external(String server, int site, String path) {
    return switch (random.nextInt(16)) {
      case 0, 1 -> "https://mail" + site + ".example.com" + path;
      case 2 -> "https://mail1.example.com" + path;
      case 3 -> oneIn(2) ? "https://" + fqdn(server) + path : "https://mail.example.net" + path;
      default -> "-";
    };
  }

  private Entity published(String name, int site) {
    SortedSet<Network> from = new TreeSet<>();
    if (!oneIn(4)) {
      from.add(Network.INTERNET);
    }
    if (oneIn(2) || from.isEmpty()) {
      from.add(Network.INTRANET);
    }
    List<String> own = clientAccess.stream().filter(it -> it.startsWith("S" + site)).toList();
    List<String> behind = new ArrayList<>();
    for (String server : own.isEmpty() || oneIn(10) ? clientAccess : own) {
      if (behind.isEmpty() || oneIn(2)) {
        behind.add(server);
      }
    }
    Entity published =
        Entity.named(Vocabulary.PUBLISHED, name)
            .with(Vocabulary.PUBLISHED_FROM, from)
            .with(Vocabulary.PUBLISHED_SERVERS, names(behind));
    if (oneIn(8)) {
      published =
          published
              .with(Vocabulary.THROUGH, Publisher.ISA)
              .with(Vocabulary.FORMS_AT_PUBLISHER, oneIn(2))
              .with(Vocabulary.DELEGATION, oneIn(2) ? Delegation.BASIC : Delegation.NTLM);
    } else if (everythingSaid || oneIn(2)) {
      published = published.with(Vocabulary.THROUGH, Publisher.NONE);
    }
    if (oneIn(8)) {
      published =
          published.with(
              Vocabulary.PUBLISHED_PROTOCOLS,
              new TreeSet<>(List.of(Protocol.OWA, Protocol.ACTIVE_SYNC)));
    }
    return published;
  }

  private Entity population(String name) {
    Entity people =
        Entity.named(Vocabulary.POPULATION, name)
            .with(Vocabulary.POPULATION_NAME, name)
            .with(Vocabulary.MAILBOX_SERVER, mailboxes.get(random.nextInt(mailboxes.size())));
    if (!oneIn(5)) {
      people = people.with(Vocabulary.COUNT, 1 + random.nextInt(1000));
    }
    for (Key<Boolean> on :
        List.of(
            Vocabulary.OWA_ENABLED,
            Vocabulary.ACTIVE_SYNC_ENABLED,
            Vocabulary.POP_ENABLED,
            Vocabulary.IMAP_ENABLED,
            Vocabulary.MAPI_ENABLED)) {
      people = flag(people, on, true, 8);
    }
    people = flag(people, Vocabulary.MAPI_BLOCK_OUTLOOK_RPC_HTTP, false, 8);
    if (oneIn(3)) {
      List<String> from = new ArrayList<>(List.of(oneIn(2) ? "internet" : sites.getFirst()));
      if (oneIn(2)) {
        from.add(sites.get(random.nextInt(sites.size())));
      }
      people = people.with(Vocabulary.POPULATION_FROM, names(from));
    }
    if (oneIn(4)) {
      SortedMap<String, Integer> protocols = new TreeMap<>();
      for (Protocol protocol : Protocol.values()) {
        if (oneIn(2)) {
          protocols.put(protocol.key(), random.nextInt(900));
        }
      }
      people = people.with(Vocabulary.PROTOCOLS, protocols);
    }
    if (oneIn(4)) {
      SortedMap<String, Integer> devices = new TreeMap<>();
      for (String version : List.of("2.5", "12.1", "14.0")) {
        if (oneIn(2)) {
          devices.put(version, 1 + random.nextInt(300));
        }
      }
      people = people.with(Vocabulary.DEVICES, devices);
    }
    return people;
  }

  /// States a switch: now and then the unusual way, and where Setup leaves the usual seldom at all.
  private Entity flag(Entity entity, Key<Boolean> key, boolean usually, int unusualOneIn) {
    if (isLeftOut()) {
      return entity;
    }
    boolean unusual = oneIn(unusualOneIn);
    return unusual || everythingSaid ? entity.with(key, unusual != usually) : entity;
  }

  private boolean isLeftOut() {
    if (leftOut > 0 && oneIn(60)) {
      leftOut--;
      return true;
    }
    return false;
  }

  private boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  private static String fqdn(String server) {
    return server.toLowerCase(Locale.ROOT) + ".example.com";
  }

  private static SortedSet<String> names(Collection<String> names) {
    SortedSet<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(names);
    return set;
  }
}
