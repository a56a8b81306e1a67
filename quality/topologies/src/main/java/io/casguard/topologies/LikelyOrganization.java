package io.casguard.topologies;

import io.casguard.topology.Entity;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Role;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Topology;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A head office that publishes, and branch offices that are reached through it.
final class LikelyOrganization {
  private static final int SERVERS_OF_A_SITE = 6;

  private final Random random;
  private final int servers;
  private final SortedMap<String, Entity> sites = Entity.items();
  private final SortedMap<String, Entity> links = Entity.items();
  private final SortedMap<String, Entity> users = Entity.items();

  LikelyOrganization(long seed, int servers) {
    if (servers < 2) {
      throw new IllegalArgumentException("an organization has at least 2 servers, not " + servers);
    }
    this.random = new Random(seed);
    this.servers = servers;
  }

  Topology topology() {
    int left = servers;
    while (left > 0) {
      int here = left < 2 * SERVERS_OF_A_SITE ? left : 2 + random.nextInt(SERVERS_OF_A_SITE);
      addSite(sites.size(), here);
      left -= here;
    }
    SortedMap<String, Known<?>> spec = new TreeMap<>();
    spec.put(Vocabulary.DOMAIN.name(), new Known.Value<>("example.com"));
    spec.put(
        Vocabulary.SMTP_DOMAINS.name(), new Known.Value<>(new TreeSet<>(Set.of("example.com"))));
    spec.put(Vocabulary.SITES.name(), new Known.Value<>(sites));
    spec.put(Vocabulary.USERS.name(), new Known.Value<>(users));
    if (!links.isEmpty()) {
      spec.put(Vocabulary.SITE_LINKS.name(), new Known.Value<>(links));
    }
    spec.put(Vocabulary.PUBLISHING.name(), new Known.Value<>(published()));
    return new Topology("example", Entity.of(Vocabulary.SPEC, "", spec));
  }

  private void addSite(int number, int count) {
    boolean head = number == 0;
    String name = site(number);
    SortedMap<String, Entity> here = Entity.items();
    for (int i = 0; i < count; i++) {
      boolean mailboxes = i % 3 != 0;
      String server = server(number, i);
      here.put(server, mailboxes ? mailboxServer(server) : clientAccessServer(server, head));
      if (mailboxes) {
        users.put(server.toLowerCase(Locale.ROOT) + "-staff", population(server));
      }
    }
    sites.put(
        name,
        Entity.of(
            Vocabulary.SITE,
            name,
            Map.of(
                Vocabulary.INTERNET_FACING.name(), new Known.Value<>(head),
                Vocabulary.SERVERS.name(), new Known.Value<>(here))));
    if (!head) {
      String identity = SiteLink.identity(List.of(site(0), name));
      links.put(
          identity,
          Entity.named(Vocabulary.SITE_LINK, identity)
              .with(Vocabulary.LINKED_SITES, names(site(0), name))
              .with(Vocabulary.COST, 100 + 10 * random.nextInt(10))
              .with(
                  Vocabulary.REPLICATION_INTERVAL,
                  Duration.ofMinutes(15L * (1 + random.nextInt(12)))));
    }
  }

  private Entity clientAccessServer(String name, boolean publishes) {
    Entity owa = Entity.named(Vocabulary.OWA, "");
    Entity activeSync = Entity.named(Vocabulary.ACTIVE_SYNC, "");
    if (publishes) {
      owa = owa.with(Vocabulary.EXTERNAL_URL, new Url("https://mail.example.com/owa"));
      activeSync =
          activeSync.with(
              Vocabulary.EXTERNAL_URL,
              new Url("https://mail.example.com/Microsoft-Server-ActiveSync"));
    } else {
      boolean forgotten = random.nextInt(10) == 0;
      owa =
          owa.with(Vocabulary.WINDOWS_AUTHENTICATION, !forgotten)
              .with(Vocabulary.FORMS_AUTHENTICATION, forgotten);
      activeSync = activeSync.with(Vocabulary.WINDOWS_AUTHENTICATION, true);
    }
    return server(name)
        .with(Vocabulary.ROLES, roles(Role.CLIENT_ACCESS, Role.HUB_TRANSPORT))
        .with(Vocabulary.OWA_DIRECTORIES, "", owa)
        .with(Vocabulary.ACTIVE_SYNC_DIRECTORIES, "", activeSync);
  }

  private Entity mailboxServer(String name) {
    return server(name).with(Vocabulary.ROLES, roles(Role.MAILBOX));
  }

  private static Entity server(String name) {
    return Entity.named(Vocabulary.SERVER, name)
        .with(Vocabulary.VERSION, Version.EXCHANGE_2007_SP3);
  }

  private Entity population(String server) {
    String name = server.toLowerCase(Locale.ROOT) + "-staff";
    return Entity.named(Vocabulary.POPULATION, name)
        .with(Vocabulary.POPULATION_NAME, name)
        .with(Vocabulary.MAILBOX_SERVER, server)
        .with(Vocabulary.COUNT, 50 + random.nextInt(2000));
  }

  private SortedMap<String, Entity> published() {
    SortedMap<String, Entity> published = Entity.items();
    published.put(
        "mail.example.com",
        Entity.named(Vocabulary.PUBLISHED, "mail.example.com")
            .with(Vocabulary.PUBLISHED_FROM, new TreeSet<>(Arrays.asList(Network.values())))
            .with(Vocabulary.PUBLISHED_SERVERS, names(server(0, 0))));
    return published;
  }

  private static String site(int number) {
    return "site-%04d".formatted(number);
  }

  private static String server(int site, int number) {
    return "S%04d-EX%d".formatted(site, number);
  }

  private static SortedSet<String> names(String... names) {
    SortedSet<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(Arrays.asList(names));
    return set;
  }

  private static SortedSet<Role> roles(Role... roles) {
    return new TreeSet<>(Arrays.asList(roles));
  }
}
